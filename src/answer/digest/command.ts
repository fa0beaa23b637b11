import type { Answer, Block } from '../../core/answer.ts';
import type { Request, Whereabouts } from '../../core/command.ts';
import type { Result } from '../../core/result.ts';
import { readOrder, type TypedOrder } from '../../query/digest-order.ts';
import type { Address } from '../../query/digests.ts';
import { asOfNow, type Services } from '../../query/services.ts';
import { finish, openDesk } from '../draft.ts';
import { text } from '../lines.ts';
import { prefaced } from '../prefaced.ts';
import type { Offer } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { createDigestComposer } from './composer.ts';
import { composeDigestList } from './list.ts';
import { orderFacts } from './state-lines.ts';

/** What /digest can do, in the order in which it is shown. */
export const DIGEST_ACTIONS = [
  'subscribe',
  'unsubscribe',
  'list',
  'pause',
  'resume',
  'preview',
  'test',
  'again',
] as const;
type DigestAction = (typeof DIGEST_ACTIONS)[number];

const LOOKS: readonly DigestAction[] = ['list', 'preview'];

const actionOf = (words: string): DigestAction | undefined => {
  const [typed = ''] = words.trim().split(/\s/, 1);
  return typed === '' ? 'list' : DIGEST_ACTIONS.find(each => each === typed.toLowerCase());
};

/** Whether what follows "/digest" changes what is sent, or sends something. */
export const changesDigests = (words: string): boolean => {
  const action = actionOf(words);
  return action !== undefined && !LOOKS.includes(action);
};

/** What follows "/digest <action>", with who asks and where. */
interface Asked {
  readonly question: string;
  readonly words: string;
  readonly by: string;
  readonly at: Whereabouts | null;
}

const PREVIEW: Offer = { label: 'what it would say now', question: '/digest preview' };
const LIST: Offer = { label: 'what is set here', question: '/digest list' };
const SUBSCRIBE: Offer = { label: 'every day at 08:00', question: '/digest subscribe 08:00' };

const NOWHERE =
  'Nothing can be sent here by itself: subscribe in the channel that is to get the digest. /digest preview shows it.';
const NONE = 'No digest is sent here.';

const done = (question: string, title: string, blocks: readonly Block[], services: Services): Answer =>
  finish({ question, title, blocks }, openDesk(services, asOfNow(services.clock)));

const offers = (...items: readonly Offer[]): Block => ({ kind: 'offers', title: 'You can ask', items });

/** What was read into the names of an order, before all else. */
const noted = (answer: Answer, { corrections, choices }: TypedOrder, services: Services): Answer => {
  const { speech } = openDesk(services, asOfNow(services.clock));
  const notes = [
    ...corrections.map(({ typed, read }) => `“${typed}” is read as “${read}”.`),
    ...choices.map(({ typed, taken }) => `“${typed}” is read as ${speech.place(taken)}.`),
  ];
  return notes.reduce(prefaced, answer);
};

/** @returns what speaks against sending to an address, in one line; null when nothing does */
const obstacle = async (at: Whereabouts, crosspost: boolean): Promise<string | null> => {
  const missing = await at.missing();
  if (missing.length > 0)
    return `The bot may not post here: it lacks ${missing.join(', ')}. Give it that, and subscribe again.`;
  return crosspost && !at.announces
    ? 'Only an announcement channel passes posts on; leave “crosspost” out here.'
    : null;
};

const subscribe = async ({ question, words, by, at }: Asked, services: Services): Promise<Answer> => {
  if (at === null) return refusal(question, NOWHERE, [PREVIEW]);
  const order = readOrder(words, services.digests.zone, services);
  if (!order.ok) return refusal(question, order.error.message, [SUBSCRIBE]);
  const against = await obstacle(at, order.value.filters.crosspost);
  if (against !== null) return refusal(question, against);
  const saved = services.digests.subscribe(at, order.value, by);
  if (!saved.ok) return refusal(question, saved.error.message);
  const desk = openDesk(services, asOfNow(services.clock));
  const blocks = [
    text(
      saved.value.became === 'added'
        ? 'A digest is sent here every day.'
        : 'The digest of this channel is another one now.',
    ),
    orderFacts(order.value, saved.value.next, null, desk),
    offers(PREVIEW, { label: 'a test message', question: '/digest test' }),
  ];
  return noted(done(question, 'Digest subscribed', blocks, services), order.value, services);
};

/** Changes what is set at the address of who asks. */
const change = (
  { question, at }: Asked,
  services: Services,
  run: (address: Address) => Result<boolean>,
  words: { readonly done: string; readonly already: string },
): Answer => {
  if (at === null) return refusal(question, NOWHERE);
  const known = services.store.subscriptions.get(at);
  if (known === null || known.state === 'ended') return refusal(question, NONE, [SUBSCRIBE]);
  const saved = run(at);
  if (!saved.ok) return refusal(question, saved.error.message);
  if (!saved.value) return refusal(question, words.already, [LIST]);
  return done(question, 'Digest', [text(words.done), offers(LIST)], services);
};

/** What the digest of this place would say, by what is typed or else by what is set here. */
const draw = ({ words, at }: Asked, test: boolean, services: Services): Result<Answer> => {
  const order = readOrder(words, services.digests.zone, services);
  if (!order.ok) return order;
  const known = at === null ? null : services.store.subscriptions.get(at);
  const isSet = known !== null && known.state !== 'ended' && words === '';
  const until = services.clock.now().toISOString();
  const told = at === null ? null : services.store.outbox.told(at);
  const { answer } = createDigestComposer(services)({
    subscription: isSet ? known : order.value,
    since: told !== null && told < until ? told : null,
    until,
    late: 'no',
    test,
  });
  return { ok: true, value: noted(answer, order.value, services) };
};

const preview = (asked: Asked, services: Services): Answer => {
  const drawn = draw(asked, false, services);
  return drawn.ok
    ? { ...drawn.value, question: asked.question }
    : refusal(asked.question, drawn.error.message, [PREVIEW]);
};

const test = async (asked: Asked, services: Services): Promise<Answer> => {
  const { question, at } = asked;
  if (at === null) return refusal(question, NOWHERE, [PREVIEW]);
  const against = await obstacle(at, false);
  if (against !== null) return refusal(question, against);
  const drawn = draw(asked, true, services);
  if (!drawn.ok) return refusal(question, drawn.error.message);
  const sent = services.digests.send(at, drawn.value);
  if (!sent.ok) return refusal(question, sent.error.message);
  return sent.value
    ? done(
        question,
        'Digest',
        [text('A test is on its way to this channel, as a digest would be.')],
        services,
      )
    : { ...drawn.value, question };
};

const again = ({ question, words, at }: Asked, services: Services): Answer => {
  const id = /^#?(\d{1,15})$/.exec(words)?.[1];
  const { outbox, subscriptions } = services.store;
  // Who asks in a channel sees its messages alone; who runs the program sees all.
  const addresses = at === null ? subscriptions.list() : [at];
  const isTheirs = addresses.some(address => outbox.of(address, 100).some(each => each.id === Number(id)));
  if (id === undefined || !isTheirs)
    return refusal(question, '/digest again needs the number of a message that /digest list shows.', [LIST]);
  const saved = services.digests.again(Number(id));
  if (!saved.ok) return refusal(question, saved.error.message);
  return saved.value
    ? done(question, 'Digest', [text('It is sent again. If it had arrived, it is there twice.')], services)
    : refusal(question, 'It arrived, or it is on its way: it is not sent again.', [LIST]);
};

const run = (action: DigestAction, asked: Asked, services: Services): Answer | Promise<Answer> => {
  const { digests } = services;
  const { words, by } = asked;
  switch (action) {
    case 'subscribe':
      return subscribe(asked, services);
    case 'unsubscribe':
      return change(asked, services, address => digests.end(address, `by ${by}`), {
        done: 'No digest is sent here any more; what was waiting is held back.',
        already: NONE,
      });
    case 'pause':
      return change(
        asked,
        services,
        at => digests.pause(at, words === '' ? `by ${by}` : `${words} (${by})`),
        {
          done: 'The digest is paused. /digest resume goes on with it.',
          already: 'It is paused already.',
        },
      );
    case 'resume':
      return change(asked, services, digests.resume, {
        done: 'The digest goes on, and tells what it missed.',
        already: 'It is not paused.',
      });
    case 'list':
      return composeDigestList(asked.question, asked.at, services);
    case 'preview':
      return preview(asked, services);
    case 'test':
      return test(asked, services);
    case 'again':
      return again(asked, services);
  }
};

/** Orders the daily digest of a channel, and shows it. Without an action it lists what is set. */
export const composeDigestCommand = (
  { question, words, by = 'somebody', at = undefined }: Request,
  services: Services,
): Answer | Promise<Answer> => {
  const [typed = ''] = words.trim().split(/\s/, 1);
  const action = actionOf(words);
  if (action === undefined)
    return refusal(question, `/digest does not know “${typed}”; it can ${DIGEST_ACTIONS.join(', ')}.`, [
      LIST,
    ]);
  return run(
    action,
    { question, words: words.trim().slice(typed.length).trim(), by, at: at ?? null },
    services,
  );
};
