import type { Answer, Block } from '../core/answer.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { finish, openDesk } from './draft.ts';
import { heading, listOf } from './lines.ts';
import { BODY_WORDS } from './words.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Counted = readonly [name: string, count: number];

const inOrder = (counts: readonly Counted[]): Counted[] =>
  [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));

const sumOf = (counts: ReadonlyMap<unknown, number>): number => counts.values().reduce((a, b) => a + b, 0);

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** Names of peoples keep their capital in the middle of a sentence. */
const PEOPLES = /^Palestinians\b/;

const uncapitalised = (words: string): string =>
  PEOPLES.test(words) ? words : `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

/** Who counts and vouches for the figures of the corpus and what each includes; and who printed the articles. */
export const composeSources = (question: string, services: Services): Answer => {
  const asOf = asOfNow(services.clock);
  const desk = openDesk(services, asOf);
  const figures = services.store.figuresOfBodies(asOf);
  const bodies = inOrder([...figures].flatMap(([id, count]) => (id === null ? [] : [[id, count] as const])));
  const listed = bodies.filter(([id]) => services.bodies.byId(id) !== null);
  const others = bodies.filter(([id]) => services.bodies.byId(id) === null);
  const nobody = figures.get(null) ?? 0;
  const articles = services.store.articlesOfPublishers(asOf);
  const publishers = inOrder(
    [...articles].map(([name, count]) => [name ?? 'publisher unknown', count] as const),
  );
  const line = ([id, count]: readonly [string, number]) => {
    const body = services.bodies.byId(id);
    const short = desk.speech.body(id);
    const name = body === null || body.name === short ? '' : `, ${body.name}`;
    const kind = body === null ? '' : ` (${BODY_WORDS[body.kind]})`;
    const counts =
      body?.counts === null || body === null
        ? ''
        : `. What its numbers take in: ${uncapitalised(body.counts)}`;
    return [
      { kind: 'strong', text: short } as const,
      `${name}${kind}: ${many(count, 'figure')} here${counts}`,
    ];
  };
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      content: [
        `${many(sumOf(articles), 'article')}, ${many(sumOf(figures), 'figure')} by ${many(bodies.length, 'body', 'bodies')}.`,
      ],
    },
    ...(listed.length === 0
      ? []
      : [heading('Who counts, and vouches for the number'), ...listOf(listed.map(line))]),
    ...(others.length === 0 ? [] : [heading('Named by articles alone'), ...listOf(others.map(line))]),
    ...(nobody === 0
      ? []
      : [
          {
            kind: 'paragraph',
            content: [`${many(nobody, 'figure')} for which the article names no source.`],
          } satisfies Block,
        ]),
    heading('Who prints, and vouches for nothing but the print'),
    ...listOf(publishers.map(([name, count]) => [`${name}: ${many(count, 'article')}`])),
  ];
  return finish({ question, title: 'Sources', blocks }, desk);
};
