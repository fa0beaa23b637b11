import { isDebris } from '../../text/debris.ts';
import { readDate } from '../read-date.ts';
import type { Block } from './blocks.ts';
import { lexiconForm, PAGE_WORDS } from './lexicon.ts';

/** Longer lines are prose, whatever they begin with. In UTF-16 units. */
const LONGEST_BOILERPLATE = 160;

/** From this share in links on, a line points to other pages. */
const LINKED = 0.8;

/** A line of prose: long enough to say something, and ended as a sentence is, in Latin, Arabic or Devanagari script. */
const isProse = (text: string): boolean => text.length >= 60 && /[.!?۔؟।]["'”’)\]]*$/.test(text);

/** "12 shares", "1.2K views", "5 min read" */
const isCounter = (form: string): boolean => {
  const words = /^[\d.,]+ ?[km]?\+? (.{1,20})$/.exec(form)?.[1];
  return words !== undefined && PAGE_WORDS.counters.has(words);
};

/** "8:10 AM", "10:05 GMT": when an update of a live page was put up. */
const isHour = (text: string): boolean =>
  /^\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?$/i.test(text);

/** "Pages: 1 2 3", "1 of 4" */
const isPager = (text: string): boolean =>
  /^(?:pages?:?\s*)?\d{1,2}(?:\s*(?:of|\/)?\s*\d{1,2}){1,20}$/i.test(text);

/** "By A Name", "By A Name and A Name": at most eight words, no figure, no full stop. */
const isByline = (text: string): boolean =>
  /^by:? \p{Lu}/iu.test(text) &&
  /^[^\d.!?]{1,70}$/.test(text) &&
  text.split(' ').length <= 9 &&
  /^by:? (?:\p{Lu}|and |our |the |web |staff )/iu.test(text) &&
  !/^by the /i.test(text);

/** Whether a line belongs to the page around an article: words of the lexicon, counters, bylines, dates, debris. */
export const isBoilerplate = (line: string): boolean => {
  const text = line.trim();
  if (isDebris(text)) return true;
  if (text.length > LONGEST_BOILERPLATE) return false;
  const form = lexiconForm(text);
  const lower = text.toLowerCase();
  return (
    form === '' ||
    PAGE_WORDS.lines.has(form) ||
    PAGE_WORDS.endings.has(form) ||
    PAGE_WORDS.openings.some(opening => form.startsWith(opening)) ||
    PAGE_WORDS.credits.some(credit => lower.endsWith(credit)) ||
    isCounter(form) ||
    isHour(text) ||
    isPager(text) ||
    isByline(text) ||
    readDate(text) !== null
  );
};

const lengthOf = (lines: readonly string[]): number =>
  lines.filter(isProse).reduce((sum, line) => sum + line.length, 0);

/** Where the article ends: at "Related stories", "Leave a reply", unless more of it follows than stood before. */
const endOf = (lines: readonly string[]): number => {
  for (const [i, line] of lines.entries()) {
    if (line.length > LONGEST_BOILERPLATE || !PAGE_WORDS.endings.has(lexiconForm(line))) continue;
    if (lengthOf(lines.slice(0, i)) > lengthOf(lines.slice(i))) return i;
  }
  return lines.length;
};

/** What a page says of itself elsewhere, and need not be said again in its text. */
export interface Known {
  readonly title: string | null;
  readonly author: string | null;
}

/** Lines of the article itself, in order: no boilerplate, no bare links, nothing twice, nothing after its end. */
export const articleLines = (blocks: readonly Block[], known: Known): readonly string[] => {
  const pointsElsewhere = ({ text, linked }: Block): boolean => linked >= LINKED && !isProse(text);
  const lines = blocks.filter(block => !pointsElsewhere(block)).map(({ text }) => text);
  const said = new Set([known.title, known.author].filter(each => each !== null).map(lexiconForm));
  return lines.slice(0, endOf(lines)).filter(line => {
    if (isBoilerplate(line)) return false;
    const form = line.length > 2 * LONGEST_BOILERPLATE ? line : lexiconForm(line);
    if (said.has(form)) return false;
    said.add(form);
    return true;
  });
};
