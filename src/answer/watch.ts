import type { Answer, Block } from '../core/answer.ts';
import type { Request, Whereabouts } from '../core/command.ts';
import type { Watch, WatchWish } from '../query/digests.ts';
import { asOfNow, type Services } from '../query/services.ts';
import { readWatch } from '../query/watching/watch-order.ts';
import { addressWords } from './digest/state-lines.ts';
import { type Desk, finish, openDesk } from './draft.ts';
import { listOf, text } from './lines.ts';
import { prefaced } from './prefaced.ts';
import type { Offer } from './refusal.ts';
import { refusal } from './refusal.ts';
import { joined } from './speech.ts';

/** What /watch can do, in the order in which it is shown. */
export const WATCH_ACTIONS = ['add', 'list', 'remove'] as const;

const MOST_WATCHES = 20;

const LIST: Offer = { label: 'what is watched for here', question: '/watch list' };
const EXAMPLE: Offer = { label: 'an example', question: '/watch add Balochistan 5' };

const NOWHERE = 'Nothing can be sent here by itself: ask in the channel that is to get the alerts.';

/** "incidents in Balochistan, Pakistan, by BLA, with 5 or more killed; again when …" */
const wishWords = (
  { places, groups, minToll, step, quiet, perHour }: WatchWish,
  { speech }: Desk,
): string => {
  const what = [
    'incidents',
    ...(places.length === 0 ? [] : [`in ${joined(places.map(speech.place))}`]),
    ...(groups.length === 0 ? [] : [`by ${joined(groups.map(speech.actor))}`]),
    ...(minToll === null ? [] : [`with ${minToll} or more killed`]),
  ].join(' ');
  const hours = quiet === null ? '' : `; nothing between ${quiet.from} and ${quiet.to} (${quiet.zone})`;
  return `${what}; told again when the toll changes by ${step}; at most ${perHour} an hour${hours}`;
};

interface Asked {
  readonly question: string;
  readonly words: string;
  readonly by: string;
  readonly at: Whereabouts | null;
}

const done = (question: string, blocks: readonly Block[], desk: Desk): Answer =>
  finish({ question, title: 'Watch', blocks }, desk);

const add = async ({ question, words, by, at }: Asked, services: Services): Promise<Answer> => {
  if (at === null) return refusal(question, NOWHERE);
  const typed = readWatch(words, services.digests.zone, services);
  if (!typed.ok) return refusal(question, typed.error.message, [EXAMPLE]);
  if (services.store.watches.list(at).length >= MOST_WATCHES)
    return refusal(
      question,
      `There are ${MOST_WATCHES} watches here already; /watch remove takes one away.`,
      [LIST],
    );
  const missing = await at.missing();
  if (missing.length > 0)
    return refusal(
      question,
      `The bot may not post here: it lacks ${missing.join(', ')}. Give it that, and ask again.`,
    );
  const saved = services.digests.watch(at, typed.value.wish, by);
  if (!saved.ok) return refusal(question, saved.error.message);
  const desk = openDesk(services, asOfNow(services.clock));
  const { wish, corrections, choices } = typed.value;
  const answer = done(
    question,
    [
      text(`Watch ${saved.value} tells this channel at once of ${wishWords(wish, desk)}.`),
      { kind: 'offers', title: 'You can ask', items: [LIST] },
    ],
    desk,
  );
  return [
    ...corrections.map(({ typed: name, read }) => `“${name}” is read as “${read}”.`),
    ...choices.map(({ typed: name, taken }) => `“${name}” is read as ${desk.speech.place(taken)}.`),
  ].reduce(prefaced, answer);
};

const list = ({ question, at }: Asked, services: Services): Answer => {
  const desk = openDesk(services, asOfNow(services.clock));
  const watches = services.store.watches.list(...(at === null ? [] : [at]));
  const line = (watch: Watch) => [
    { kind: 'strong', text: `Watch ${watch.id}` } as const,
    `: ${wishWords(watch.wish, desk)}${at === null ? ` · ${addressWords(watch)}` : ''}`,
  ];
  const blocks =
    watches.length === 0
      ? [text('Nothing is watched for here. /watch add Balochistan 5 tells of incidents there at once.')]
      : listOf(watches.map(line));
  return done(question, blocks, desk);
};

const remove = ({ question, words, at }: Asked, services: Services): Answer => {
  if (at === null) return refusal(question, NOWHERE);
  const id = /^#?(\d{1,9})$/.exec(words)?.[1];
  if (id === undefined)
    return refusal(question, '/watch remove needs the number of a watch that /watch list shows.', [LIST]);
  const saved = services.digests.unwatch(at, Number(id));
  if (!saved.ok) return refusal(question, saved.error.message);
  if (!saved.value) return refusal(question, `There is no watch ${id} here.`, [LIST]);
  return done(
    question,
    [text(`Watch ${id} is gone. What was on its way still comes.`)],
    openDesk(services, asOfNow(services.clock)),
  );
};

/** Whether what follows "/watch" changes what is watched. */
export const changesWatches = (words: string): boolean => /^\s*(?:add|remove)\b/i.test(words);

/** Has a channel told at once of incidents. Without an action it lists what is watched for. */
export const composeWatch = (
  { question, words, by = 'somebody', at = undefined }: Request,
  services: Services,
): Answer | Promise<Answer> => {
  const [typed = ''] = words.trim().split(/\s/, 1);
  const action = typed === '' ? 'list' : WATCH_ACTIONS.find(each => each === typed.toLowerCase());
  const asked: Asked = {
    question,
    words: words.trim().slice(typed.length).trim(),
    by,
    at: at ?? null,
  };
  switch (action) {
    case 'add':
      return add(asked, services);
    case 'list':
      return list(asked, services);
    case 'remove':
      return remove(asked, services);
    case undefined:
      return refusal(question, `/watch does not know “${typed}”; it can ${WATCH_ACTIONS.join(', ')}.`, [
        LIST,
      ]);
  }
};
