import type { DigestDay, Message, MessageState } from '../store/ports/outbox.ts';
import type { Address, Subscription } from '../store/ports/subscriptions.ts';
import type { DigestStore } from './ports.ts';
import { WORDS } from './words.ts';

/** One part of a digest that was planned. */
export interface PartState {
  /** Names it when it is to be sent again. */
  readonly id: number;
  readonly part: number;
  readonly state: MessageState;
  /** Whether somebody may ask for it to be sent again. */
  readonly again: boolean;
  /** All of this in one sentence. */
  readonly words: string;
}

/** Why an address got its last digest, or did not. */
export interface LastDigest {
  /** Null: no digest has been due yet. */
  readonly day: DigestDay | null;
  readonly parts: readonly PartState[];
  /** Sentences for people, in order. */
  readonly lines: readonly string[];
}

type Reads = {
  readonly outbox: Pick<DigestStore['outbox'], 'digests' | 'of'>;
  readonly subscriptions: Pick<DigestStore['subscriptions'], 'get'>;
};

/** More than the parts of any one day and what was sent beside it. */
const LOOKED_AT = 200;

const AGAIN: readonly MessageState[] = ['uncertain', 'dead', 'suspended'];

const wall = (at: string, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' })
    .replace('T', ' ')
    .concat(` ${zone}`);

const partOf = (message: Message, of: number, zone: string): PartState => {
  const { id, part, state, reason, sent } = message;
  const which = of === 1 ? WORDS.whole : WORDS.part(part, of);
  const at = sent === null ? null : wall(sent, zone);
  const words = WORDS.line(which, WORDS.states[state], at, reason);
  return { id, part, state, again: AGAIN.includes(state), words };
};

const standing = (subscription: Subscription | null): string => {
  if (subscription === null) return WORDS.noSubscription;
  const { state, reason, retried, nextDue, zone } = subscription;
  if (state === 'ended') return WORDS.over(reason ?? '');
  if (state === 'active') return WORDS.next(wall(nextDue, zone));
  return retried ? WORDS.refused(reason ?? '', wall(nextDue, zone)) : WORDS.paused(reason ?? '');
};

/** Why an address got its last digest, or did not, and what comes next. */
export const lastDigest = (address: Address, { outbox, subscriptions }: Reads): LastDigest => {
  const subscription = subscriptions.get(address);
  const zone = subscription?.zone ?? 'UTC';
  const [day = null] = outbox.digests(address, 1);
  const messages =
    day === null ? [] : outbox.of(address, LOOKED_AT).filter(({ occasion }) => occasion === day.occasion);
  const parts = messages.map(message => partOf(message, messages.length, zone));
  const told = day === null ? WORDS.none : WORDS.outcomes[day.outcome](day.occasion, wall(day.until, zone));
  return { day, parts, lines: [told, ...parts.map(({ words }) => words), standing(subscription)] };
};
