import type { Answer, Block } from '../../core/answer.ts';
import type { Address, DigestDay, Subscription } from '../../query/digests.ts';
import { asOfNow, type Services } from '../../query/services.ts';
import { type Desk, finish, openDesk } from '../draft.ts';
import { heading, listOf, text } from '../lines.ts';
import { localWords, momentWords } from '../moments.ts';
import { refusal } from '../refusal.ts';
import { composeDigestList } from './list.ts';
import { messageLine, stateWords } from './state-lines.ts';

const MOST_DAYS = 3;
const MOST_MESSAGES = 100;

const OUTCOMES: Readonly<Record<DigestDay['outcome'], string>> = {
  posted: 'it was written',
  quiet: 'there was nothing new, and quiet days are passed over',
  merged: 'it would have come too late; the next one tells its news',
};

/** What became of one day: how it was planned, and what of each of its messages. */
const dayBlocks = (day: DigestDay, address: Address, { services, asOf }: Desk): readonly Block[] => {
  const messages = services.store.outbox
    .of(address, MOST_MESSAGES)
    .filter(({ occasion }) => occasion === day.occasion);
  return [
    heading(`Digest of ${day.occasion}`),
    text(`On ${momentWords(day.planned, asOf.instant)} ${OUTCOMES[day.outcome]}.`),
    ...listOf(messages.map(each => messageLine(each, asOf.instant))),
  ];
};

/** Why none is on its way. */
const nextBlocks = (subscription: Subscription, { services, asOf }: Desk): readonly Block[] => {
  const { nextDue, zone, state } = subscription;
  if (state !== 'active') return [text(`It is ${stateWords(subscription)}.`)];
  if (nextDue > asOf.instant) return [text(`The next one is due on ${localWords(nextDue, zone)}.`)];
  const lease = services.store.lease.current();
  const isAtWork = lease !== null && lease.expires > asOf.instant;
  return [
    text(
      `One has been due since ${momentWords(nextDue, asOf.instant)}: ${
        isAtWork ? 'it is being written' : 'no bot that sends is at work; whoever runs it must start it'
      }.`,
    ),
  ];
};

/**
 * Why a channel got its last digest, or did not.
 * @param at where it is asked; null: in no channel
 */
export const composeDigestWhy = (
  question: string,
  at: Address | null,
  admin: boolean,
  services: Services,
): Answer => {
  if (at === null)
    return admin
      ? composeDigestList(question, null, services)
      : refusal(question, 'Ask in the channel that gets the digest.');
  const desk = openDesk(services, asOfNow(services.clock));
  const subscription = services.store.subscriptions.get(at);
  if (subscription === null)
    return refusal(question, 'No digest is sent here; /digest subscribe has one sent every day.');
  const days = services.store.outbox.digests(at, MOST_DAYS);
  const blocks = [
    ...nextBlocks(subscription, desk),
    ...(days.length === 0 ? [text('None was due here yet.')] : []),
    ...days.flatMap(day => dayBlocks(day, at, desk)),
  ];
  return finish({ question, title: 'Why this digest', blocks }, desk);
};
