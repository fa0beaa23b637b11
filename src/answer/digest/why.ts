import type { Answer, Block } from '../../core/answer.ts';
import type { Address } from '../../query/digests.ts';
import { asOfNow, type Services } from '../../query/services.ts';
import { finish, openDesk } from '../draft.ts';
import { text } from '../lines.ts';
import { momentWords } from '../moments.ts';
import { refusal } from '../refusal.ts';
import { againOffers } from './again.ts';
import { composeDigestList } from './list.ts';

/** What keeps a digest that is due from being written; empty where nothing does. */
const overdue = (address: Address, { store }: Services, now: string): readonly Block[] => {
  const known = store.subscriptions.get(address);
  if (known === null || known.state !== 'active' || known.nextDue > now) return [];
  const lease = store.lease.current();
  const isAtWork = lease !== null && lease.expires > now;
  const why = isAtWork
    ? 'it is being written'
    : 'no bot that sends is at work, and whoever runs it must start it';
  return [text(`One has been due since ${momentWords(known.nextDue, now)}: ${why}.`)];
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
  const { lines, parts } = services.digests.last(at);
  const blocks = [
    ...lines.map(text),
    ...overdue(at, services, desk.asOf.instant),
    // Whoever may not send it again is not offered to.
    ...(admin ? againOffers(parts.filter(({ again }) => again)) : []),
  ];
  return finish({ question, title: 'Why this digest', blocks }, desk);
};
