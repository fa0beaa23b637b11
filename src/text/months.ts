const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Spellings of a month in a pattern, long ones first so that "sept" is not read as "sep". */
export const MONTH =
  '(?:january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)\\b\\.?';

export const WEEKDAY = '(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)';

/** 1 to 12; null for anything that is no month's name or its usual short form. */
export const monthNumber = (word: string): number | null => {
  const short = word.toLowerCase().replace('.', '').slice(0, 3);
  const found = MONTHS.findIndex(month => month.startsWith(short));
  return short.length < 3 || found < 0 ? null : found + 1;
};

/** 0 (Sunday) to 6; null for anything else. */
export const weekdayNumber = (word: string): number | null => {
  const found = WEEKDAYS.indexOf(word.toLowerCase());
  return found < 0 ? null : found;
};
