import type { Answer, Block } from '../../core/answer.ts';
import type { Address, Subscription } from '../../query/digests.ts';
import { asOfNow, type Services } from '../../query/services.ts';
import { type Desk, finish, openDesk } from '../draft.ts';
import { heading, listOf, text } from '../lines.ts';
import { localWords } from '../moments.ts';
import { againOffers } from './again.ts';
import { addressWords, isOpen, messageLine, orderFacts, stateWords } from './state-lines.ts';

const MOST_MESSAGES = 6;
const MOST_SUBSCRIPTIONS = 50;

/** The last messages of an address, newest first, and how to send again what may be lost. */
const messageBlocks = (address: Address, { services, asOf }: Desk): readonly Block[] => {
  const messages = services.store.outbox.of(address, MOST_MESSAGES);
  return messages.length === 0
    ? []
    : [
        heading('Last messages'),
        ...listOf(messages.map(each => messageLine(each, asOf.instant))),
        ...againOffers(messages.filter(isOpen)),
      ];
};

const own = (subscription: Subscription | null, address: Address, desk: Desk): readonly Block[] =>
  subscription === null || subscription.state === 'ended'
    ? [text('No digest is sent here. /digest subscribe 08:00 has one sent every day.')]
    : [
        orderFacts(
          subscription,
          subscription.state === 'active' ? subscription.nextDue : null,
          stateWords(subscription),
          desk,
        ),
        ...messageBlocks(address, desk),
      ];

/** Everything that is subscribed, for who runs the program. */
const everywhere = (desk: Desk): readonly Block[] => {
  const { subscriptions, outbox } = desk.services.store;
  const all = subscriptions.list();
  if (all.length === 0)
    return [
      text('No digest is sent anywhere. /digest subscribe, in the channel that is to get it, starts one.'),
    ];
  const shown = all.slice(0, MOST_SUBSCRIPTIONS);
  return [
    ...listOf(
      shown.map(each => [
        { kind: 'strong', text: addressWords(each) },
        ` · ${each.time} (${each.zone}) · ${stateWords(each)} · next ${localWords(each.nextDue, each.zone)}`,
      ]),
    ),
    ...(all.length > shown.length ? [text(`and ${all.length - shown.length} more`)] : []),
    ...againOffers(shown.flatMap(each => outbox.of(each, MOST_MESSAGES)).filter(isOpen)),
  ];
};

/** What is set at an address and what became of its last messages; without an address, all that is set. */
export const composeDigestList = (question: string, at: Address | null, services: Services): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const blocks = at === null ? everywhere(desk) : own(services.store.subscriptions.get(at), at, desk);
  return finish({ question, title: 'Digest', blocks }, desk);
};
