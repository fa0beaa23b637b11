import type { Services } from '../../src/query/services.ts';
import type { Reading, Traits } from '../../src/store/ports/archive.ts';
import { keep, saved } from '../store/keep.ts';
import { corpus, reading } from './corpus.ts';

// Every sentence, number and happening here is made up; places and bodies are real.

export const MONDAY = '2024-05-13T08:00:00.000Z';
export const TUESDAY = '2024-05-14T08:00:00.000Z';
export const WEDNESDAY = '2024-05-15T08:00:00.000Z';

export const TRAITS: Traits = { language: 'en', relevant: true, copyOf: null, history: false, signature: [] };

export interface LooseBlast {
  readonly id: string;
  readonly killed: number;
  readonly published?: string;
  readonly day?: string;
  readonly place?: string;
  readonly site?: string;
  readonly body?: string;
  readonly by?: string;
  readonly background?: boolean;
  readonly traits?: Partial<Traits>;
}

/** An article that tells of a bomb, its toll and who says so. */
export const blast = (loose: LooseBlast): Reading => {
  const { id, killed, place = 'pk/balochistan/quetta', body = 'police', day = '2024-05-12' } = loose;
  const made = reading({
    id,
    published: loose.published ?? '2024-05-13',
    text: `In ${id} a bomb went off and killed ${killed} people, a made-up officer said.\nNothing more is known.`,
    figures: [{ at: `killed ${killed} people`, number: killed, scope: 'incident', period: day, place, body }],
    reports: [
      {
        at: 'a bomb went off',
        type: 'bombing',
        day,
        place,
        site: loose.site ?? 'market',
        figures: [0],
        killed: [0],
        background: loose.background ?? false,
        ...(loose.by === undefined ? {} : { claimed: loose.by }),
      },
    ],
  });
  return { ...made, traits: { ...TRAITS, ...loose.traits } };
};

/** A body's count of a month. */
export const count = (
  id: string,
  killed: number,
  { body = 'picss', period = '2024-04', place = 'pk', published = '2024-05-13' } = {},
): Reading => ({
  ...reading({
    id,
    published,
    text: `A made-up count of ${id} has ${killed} people killed over the month, in attacks alone.`,
    figures: [
      { at: `${killed} people killed`, number: killed, body, period, place, operations: 'militant-attacks' },
    ],
  }),
  traits: TRAITS,
});

/** What landed when; or what was withdrawn, by its id. */
export type Happened = readonly [at: string, what: Reading | { readonly withdraw: string }];

/** Services over a store in which all of this happened, in this order. */
export const chronicle = (...happened: readonly Happened[]): Services => {
  const services = corpus([])('2026-01-01');
  for (const [at, what] of happened)
    if ('withdraw' in what) saved(services.store.withdraw(what.withdraw, at, 'the paper took it back'));
    else keep(services.store, [what], { at });
  return services;
};
