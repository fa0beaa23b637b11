import type { Block, Inline } from '../../core/answer.ts';
import type { Instant } from '../../core/clock.ts';
import type { Filters, Order, PlannedMessage, Subscription } from '../../query/digests.ts';
import type { Desk } from '../draft.ts';
import { localWords, momentWords } from '../moments.ts';
import { joined } from '../speech.ts';

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

const row = (label: string, content: string): Row => ({ label, content: [content] });

const filterRows = (
  { places, groups, minToll, quiet, crosspost }: Filters,
  { speech }: Desk,
): readonly Row[] => [
  row('Places', places.length === 0 ? 'all' : joined(places.map(speech.place))),
  row('Groups', groups.length === 0 ? 'all' : joined(groups.map(speech.actor))),
  row('Least toll', minToll === null ? 'none' : `${minToll} reported killed`),
  row('Quiet days', quiet === 'skip' ? 'nothing is posted' : 'one line says so'),
  ...(crosspost ? [row('Passed on', 'to the channels that follow this one')] : []),
];

/** What was ordered, and when it comes next. */
export const orderFacts = (
  { time, zone, filters }: Order,
  next: Instant | null,
  state: string | null,
  desk: Desk,
): Block => ({
  kind: 'facts',
  rows: [
    row('Every day at', `${time} (${zone})`),
    ...filterRows(filters, desk),
    ...(next === null ? [] : [row('Next', localWords(next, zone))]),
    ...(state === null ? [] : [row('State', state)]),
  ],
});

/** "paused: the channel may not be written to; it is tried again each day" */
export const stateWords = ({ state, reason, retried }: Subscription): string =>
  state === 'active'
    ? 'active'
    : `${state}: ${reason ?? 'no reason was given'}${retried ? '; it is tried again each day' : ''}`;

/** What became of a message, in words. */
const messageState = ({ state, reason, sent, notBefore }: PlannedMessage, now: Instant): string => {
  const why = reason === null ? '' : `: ${reason}`;
  switch (state) {
    case 'pending':
      return `${notBefore > now ? `waits until ${momentWords(notBefore, now)}` : 'waits to be sent'}${why}`;
    case 'sending':
      return 'is being sent';
    case 'sent':
      return sent === null ? 'arrived' : `arrived ${momentWords(sent, now)}`;
    case 'uncertain':
      return `may have arrived, and is not repeated by itself${why}`;
    case 'dead':
      return `was not sent${why}`;
    case 'suspended':
      return `is held back${why}`;
  }
};

const occasionWords = (occasion: string): string =>
  /^\d{4}-/.test(occasion) ? `digest of ${occasion}` : occasion.startsWith('watch/') ? 'alert' : 'test';

/** "digest of 2026-11-22, part 1: arrived 3 hours ago (…)" */
export const messageLine = (message: PlannedMessage, now: Instant): readonly Inline[] => [
  { kind: 'strong', text: `${occasionWords(message.occasion)}, part ${message.part}` },
  `: ${messageState(message, now)}`,
];

/** What can be sent again by hand. */
export const isOpen = ({ state }: PlannedMessage): boolean => state === 'uncertain' || state === 'suspended';

/** "discord channel 12, thread 34" */
export const addressWords = ({
  platform,
  channel,
  thread,
}: Pick<Subscription, 'platform' | 'channel' | 'thread'>): string =>
  `${platform} channel ${channel}${thread === null ? '' : `, thread ${thread}`}`;
