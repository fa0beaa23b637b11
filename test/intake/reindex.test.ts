import { expect, test } from 'vitest';
import { takePage } from '../../src/intake/page.ts';
import { reindex } from '../../src/reindex-command.ts';
import { saved } from '../store/keep.ts';
import { LATE } from '../store/made-up.ts';
import { madeUp, openIntake, pageOf, read, YESTERDAY } from './opened.ts';

const FRENCH =
  'Ceci est une nouvelle inventée pour un essai, et rien de ce qui est raconté ici ne s’est passé. Les habitants du village ont fait leurs courses au marché, les écoles sont restées ouvertes et les routes aussi. Les autorités ont dit que la journée avait été calme dans toute la région. ';

test('reading again keeps what was found out beside the facts: language, origin, history', async () => {
  const { server, intake, store, clock } = await openIntake();
  const pages = [
    ['/french', pageOf('Une nouvelle', FRENCH.repeat(2))],
    ['/first', pageOf('Made-up blast', madeUp(1), YESTERDAY)],
    ['/copy', pageOf('Made-up blast', `${madeUp(1)}\nWith a made-up line more.`, YESTERDAY)],
    ['/old', pageOf('Made-up blast', madeUp(2), '2024-01-01')],
  ] as const;
  for (const [path, html] of pages) {
    server.serve(path, html);
    saved(await takePage(intake, server.url(path)));
  }
  const traits = () => [...store.eachReading(LATE)].map(one => [one.article.url, one.traits, one.figures]);
  const before = traits();
  expect(before.map(([, one]) => one)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ language: 'fr', relevant: false }),
      expect.objectContaining({ copyOf: expect.any(String) }),
      expect.objectContaining({ history: true }),
    ]),
  );
  const progress = { received: () => {}, lineDone: () => {}, clear: () => {}, end: () => {} };
  const reader = { extract: read, rules: 'rules 2', clock: clock.clock };
  const onBug = (error: unknown): void => expect(error).toBeNull();
  expect(saved(reindex(store, reader, progress, onBug))).toEqual({ articles: 4, failed: 0 });
  expect(traits()).toEqual(before);
});
