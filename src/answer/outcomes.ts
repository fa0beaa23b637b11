import type { Services } from '../query/services.ts';

export type PageRecord = ReturnType<Services['store']['pages']['of']>[number];
export type PageKind = PageRecord['kind'];

/** What became of pages, as the label of their number. */
export const OUTCOME_COUNTS: Readonly<Record<PageKind, string>> = {
  taken: 'Taken in',
  updated: 'Taken in, changed since',
  unchanged: 'Unchanged',
  'copy-of': 'Copies of other articles',
  'not-relevant': 'Not about security',
  'other-language': 'In another language than English',
  refused: 'Not fetched',
  unreadable: 'Without an article that could be read',
  failed: 'Failed',
};

/** What became of one page; its reason follows behind a colon. */
export const OUTCOME_WORDS: Readonly<Record<PageKind, string>> = {
  taken: 'it came in and was read',
  updated: 'it had changed, and was read again',
  unchanged: 'it is as it was before',
  'copy-of': 'it copies another article; both stay, as reports of one origin',
  'not-relevant': 'it is left to search, and out of briefings',
  'other-language': 'it is kept, and no figures are read in it',
  refused: 'it was not fetched',
  unreadable: 'no article could be read on it',
  failed: 'fetching it failed',
};
