import type { TollField } from '../../query/incidents/incident.ts';
import { joined } from '../speech.ts';

export const FIELD_WORDS: Readonly<Record<TollField, string>> = {
  fatalities: 'killed',
  attackersKilled: 'attackers killed',
  injuries: 'injured',
  abductions: 'abducted',
};

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** How many there are of each kind of change. */
export interface Tally {
  readonly incidents: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly counts: number;
  readonly disagreements: number;
  readonly agreements: number;
}

/** What a digest says beside what articles print. */
export const WORDS = {
  test: 'This is a test. It says what is new at this moment; the next digest says it again.',
  late: (until: string): string => `This digest comes late. It tells what was known on ${until}.`,
  since: (since: string, tally: Tally): string =>
    `Since ${since}: ${joined([
      ...counted(tally.incidents, 'new incident', 'new incidents'),
      ...counted(tally.revised, 'number revised', 'numbers revised'),
      ...counted(tally.withdrawn, 'withdrawal', 'withdrawals'),
      ...counted(tally.disagreements, 'disagreement', 'disagreements'),
      ...counted(tally.agreements, 'agreement', 'agreements'),
      ...counted(tally.counts, 'new count over a period', 'new counts over a period'),
    ])}.`,
  nothing: (since: string): string => `Nothing new since ${since}.`,
  narrowed: (what: readonly string[]): string => `Only ${what.join('; ')}.`,
  toll: (least: number): string => `incidents with ${least} or more reported killed`,
  title: (until: string): string => `Digest, ${until}`,
  newIn: (place: string): string => `New incidents: ${place}`,
  noPlace: 'place not stated',
  revised: 'Revised',
  withdrawn: 'Withdrawn',
  standing: 'How sources stand to each other',
  counts: 'New counts over a period',
  quiet: (places: readonly string[]): string =>
    `No report of an incident came in from ${joined(places)}; in the week before, some came in day after day.`,
  noToll: 'no toll given',
  range: 'range of reported figures',
  gone: 'is not printed any more',
  now: 'now',
  before: 'before',
  taken: 'was withdrawn',
  said: 'It said:',
  moreIncidents: (count: number): string => `and ${count} more ${count === 1 ? 'incident' : 'incidents'}`,
  moreLines: (count: number): string => `and ${count} more`,
} as const;
