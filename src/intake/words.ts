const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

const languageName = (code: string): string => LANGUAGES.of(code) ?? code;

/** How the reason of a feed begins that was paused because it failed: such feeds are tried once a day. */
const FAILED_FOR_LONG = 'it failed for 48 hours';

/** What the intake says to people, mostly as the reason of an outcome. */
export const WORDS = {
  failedForLong: FAILED_FOR_LONG,
  paused: (failure: string): string =>
    `${FAILED_FOR_LONG} (${failure}); it is tried once a day, and goes on when it answers`,
  goneForGood: 'its server says that it was taken away for good (410)',
  pageGone: 'it was taken away (410)',
  otherLanguage: (code: string): string =>
    `it is in ${languageName(code)}; figures are read out of English alone`,
  noFacts: 'no security figure and no incident was read in it',
  copy: (id: string): string => `a near-copy of ${id}`,
  sameText: (id: string): string => `word for word the text of ${id}, which is there already`,
  notPage: (type: string): string => `this is ${type} and no page; save its text and import that`,
  isFeed: 'this is a feed and no page; /feed add and its address follows it',
  summaryOnly: (why: string): string => `only the summary in the feed was read: ${why}`,
  fromFeed: (why: string): string => `the text in the feed was read: ${why}`,
  noPage: 'the feed names no page for it',
  noText: 'the feed names no page for it and gives no text',
  ours: 'an error of ours; it is told on standard error',
  sameName: (id: string): string =>
    `the id ${JSON.stringify(id)} was given to another article before; give it one of its own`,
  line: (number: number, why: string): string => `line ${number}: ${why}`,
  moreLines: (count: number): string =>
    count === 1 ? 'one more line was refused' : `${count.toLocaleString('en')} more lines were refused`,
  byImport: 'import',
  byInbox: 'inbox',
  inboxBroken: (folder: string, code: string): string =>
    code === 'ENOENT'
      ? `the inbox ${folder} is not there; make the folder`
      : `the inbox ${folder} cannot be read or written (${code})`,
  emptyFile: 'The file is empty; leave it out.',
  tooLarge: (megabytes: number): string =>
    `larger than ${megabytes} MB; split it, or give its articles one JSON a line (.jsonl)`,
  notText: 'not text; save it as text or HTML',
  notReadable: (code: string): string =>
    code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`,
  noFeedList: 'no list of feeds; expected {"feeds": [{"url": "https://…", "title": "…"}]} or OPML',
} as const;
