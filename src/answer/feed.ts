import type { Answer, Block } from '../core/answer.ts';
import type { Request } from '../core/command.ts';
import type { Result } from '../core/result.ts';
import type { FeedTrouble } from '../query/intake.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { finish, openDesk } from './draft.ts';
import { byUrgency, type FollowedFeed, feedLine, feedName } from './feed-lines.ts';
import { composeTrial } from './feed-trial.ts';
import { feedsAt, feedsNamed, readAddress } from './find-feed.ts';
import { listOf, text } from './lines.ts';
import type { Offer } from './refusal.ts';
import { refusal } from './refusal.ts';

/** What /feed can do, in the order in which it is shown. */
export const FEED_ACTIONS = ['add', 'remove', 'list', 'pause', 'resume', 'test', 'export'] as const;
type FeedAction = (typeof FEED_ACTIONS)[number];

const MOST_OFFERS = 5;

/** What follows "/feed <action>", with who asks. */
interface Asked {
  readonly question: string;
  readonly words: string;
  readonly by: string;
}

const done = (question: string, title: string, blocks: readonly Block[], services: Services): Answer =>
  finish({ question, title, blocks }, openDesk(services, asOfNow(services.clock)));

const LIST_OFFER: Offer = { label: 'all feeds', question: '/feed list' };

const refuseTrouble = (question: string, action: FeedAction, { message, feeds }: FeedTrouble): Answer =>
  refusal(
    question,
    message,
    feeds
      .slice(0, MOST_OFFERS)
      .map(url => ({ label: `${action} this feed`, question: `/feed ${action} ${url}` })),
  );

/** "https://example.org/feed.xml The Example": the address and what follows it. */
const addressAndRest = (words: string): readonly [address: string, rest: string] => {
  const [typed = ''] = words.split(/\s/, 1);
  return [readAddress(typed), words.slice(typed.length).trim()];
};

const add = async ({ question, words, by }: Asked, services: Services): Promise<Answer> => {
  const [address, name] = addressAndRest(words);
  const [known] = feedsAt(address, services);
  if (known !== undefined)
    return refusal(question, `${feedName(known)} is followed already: ${known.url}`, [LIST_OFFER]);
  const added = await services.intake.feeds.add(address, name === '' ? null : name, by);
  if (!added.ok) return refuseTrouble(question, 'add', added.error);
  const { url, title, became, items } = added.value;
  const since = became === 'back' ? 'again' : 'from now on';
  const held = `${items} ${items === 1 ? 'item' : 'items'}`;
  const blocks = [
    text(
      `${feedName({ title, url })} is followed ${since}: ${url}. It has ${held} now; they come in with the next run.`,
    ),
    { kind: 'offers', title: 'You can ask', items: [LIST_OFFER] } as const,
  ];
  return done(question, 'Feed added', blocks, services);
};

const test = async ({ question, words }: Asked, services: Services): Promise<Answer> => {
  const [address] = addressAndRest(words);
  const trial = await services.intake.feeds.test(address);
  return trial.ok
    ? composeTrial(question, trial.value, services)
    : refuseTrouble(question, 'test', trial.error);
};

interface Change {
  readonly saved: Result<boolean>;
  /** What is the case now: "paused". */
  readonly now: string;
}

/** What was meant: with its scheme an address alone, since part of one may be the address of another feed. */
const meant = (words: string, services: Services): { feeds: readonly FollowedFeed[]; rest: string } => {
  const [address, rest] = addressAndRest(words);
  const feeds = feedsAt(address, services);
  if (feeds.length > 0 || /^<?[a-z]+:\/\//i.test(words)) return { feeds, rest };
  return { feeds: feedsNamed(words, services), rest: '' };
};

/** Changes the one feed that is meant, or says that there is none or that there are several. */
const change = (
  { question, words }: Asked,
  action: FeedAction,
  services: Services,
  run: (feed: FollowedFeed, rest: string) => Change,
): Answer => {
  const { feeds, rest } = meant(words, services);
  const [feed, ...more] = feeds;
  const offers = (each: readonly FollowedFeed[]): readonly Offer[] =>
    each.slice(0, MOST_OFFERS).map(one => ({ label: feedName(one), question: `/feed ${action} ${one.url}` }));
  if (feed === undefined)
    return refusal(question, `No feed that is followed is “${words}”.`, offers(services.store.feeds.list()));
  if (more.length > 0)
    return refusal(question, `${feeds.length} feeds may be meant; take one by its address.`, offers(feeds));
  const { saved, now } = run(feed, rest);
  if (!saved.ok) return refusal(question, saved.error.message);
  if (!saved.value) return refusal(question, `${feedName(feed)} is ${feed.state} already.`, [LIST_OFFER]);
  const after = services.store.feeds.get(feed.url);
  const moment = asOfNow(services.clock).instant;
  const line = after === null || after.state === 'removed' ? [] : listOf([feedLine(after, moment, true)]);
  return done(question, `/feed ${action}`, [text(`${feedName(feed)} is ${now}.`), ...line], services);
};

const list = ({ question }: Asked, services: Services): Answer => {
  const feeds = services.store.feeds.list();
  if (feeds.length === 0)
    return done(
      question,
      'Feeds',
      [text('No feed is followed yet. /feed add and its address follows one.')],
      services,
    );
  const now = asOfNow(services.clock).instant;
  const blocks = listOf(byUrgency(feeds).map(feed => feedLine(feed, now, true)));
  return done(question, `${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'}`, blocks, services);
};

const exported = async ({ question }: Asked, services: Services): Promise<Answer> => {
  if (services.store.feeds.list().length === 0)
    return refusal(question, 'No feed is followed yet, so there is none to export.');
  const opml = await services.intake.feeds.list();
  const file = { kind: 'file', name: 'feeds.opml', type: 'text/x-opml', text: opml } as const;
  return done(question, 'Feeds, as OPML', [file], services);
};

const run = (action: FeedAction, asked: Asked, services: Services): Answer | Promise<Answer> => {
  const { feeds } = services.intake;
  switch (action) {
    case 'add':
      return add(asked, services);
    case 'test':
      return test(asked, services);
    case 'list':
      return list(asked, services);
    case 'export':
      return exported(asked, services);
    case 'remove':
      return change(asked, action, services, ({ url }) => ({
        saved: feeds.remove(url, asked.by),
        now: 'followed no more; what it brought stays',
      }));
    case 'pause':
      return change(asked, action, services, ({ url }, reason) => ({
        saved: feeds.pause(url, reason === '' ? `by ${asked.by}` : `${reason} (${asked.by})`),
        now: 'paused',
      }));
    case 'resume':
      return change(asked, action, services, ({ url }) => ({
        saved: feeds.resume(url),
        now: 'followed again, and due',
      }));
  }
};

const LOOKS: readonly FeedAction[] = ['list', 'test', 'export'];

const actionOf = (words: string): FeedAction | undefined => {
  const [typed = ''] = words.trim().split(/\s/, 1);
  return typed === '' ? 'list' : FEED_ACTIONS.find(each => each === typed.toLowerCase());
};

/** Whether what follows "/feed" changes which feeds are followed, and how. */
export const changesFeeds = (words: string): boolean => {
  const action = actionOf(words);
  return action !== undefined && !LOOKS.includes(action);
};

const NEEDS_FEED: readonly FeedAction[] = ['add', 'remove', 'pause', 'resume', 'test'];

/** Follows feeds and leaves them. Without an action it lists them. */
export const composeFeed = (
  { question, words, by = 'somebody' }: Request,
  services: Services,
): Answer | Promise<Answer> => {
  const [typed = ''] = words.trim().split(/\s/, 1);
  const rest = words.trim().slice(typed.length).trim();
  const action = actionOf(words);
  if (action === undefined)
    return refusal(question, `/feed does not know “${typed}”; it can ${FEED_ACTIONS.join(', ')}.`, [
      LIST_OFFER,
    ]);
  if (rest === '' && NEEDS_FEED.includes(action))
    return refusal(question, `/feed ${action} needs the address of a feed.`, [LIST_OFFER]);
  return run(action, { question, words: rest, by }, services);
};
