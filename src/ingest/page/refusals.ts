import { lexiconForm, PAGE_WORDS } from './lexicon.ts';

/** Why a page is no article. Each is one line that says what to do. */
export const PAGE_REFUSED = {
  noArticle: 'No article text was found on the page; if it shows one, save its text and import that.',
  paywall:
    'The page shows only the start of an article and asks to subscribe; import the text if you have it.',
  consent: 'The page asks about cookies instead of showing the article; save the text and import that.',
  error: (title: string): string => `The page is an error page ("${title}"); check the address.`,
  tooLong: (characters: number): string =>
    `The text has ${characters.toLocaleString('en')} characters, more than an article has; import its parts.`,
} as const;

/** Shorter texts may be what is shown in place of an article. In UTF-16 units. */
const ERROR_TEXT = 500;
const STUB = 1_500;
const CONSENT_TEXT = 900;
const LONGEST_TITLE = 80;

const NOTICES = 2;

/** What is looked at of a page for words that say it holds no article; the rest may be as long as it likes. */
const LOOKED_AT = 60_000;

const holds = (text: string, phrases: readonly string[]): number =>
  phrases.filter(phrase => text.includes(phrase)).length;

const isErrorTitle = (title: string): boolean => {
  if (title.length > LONGEST_TITLE) return false;
  const form = lexiconForm(title);
  return PAGE_WORDS.errors.some(
    phrase => form === phrase || form.startsWith(`${phrase} `) || form.startsWith(`${phrase},`),
  );
};

export interface Evidence {
  /** Title of the page, its site's name included. */
  readonly title: string | null;
  /** Everything the page shows, forms and boxes included. */
  readonly shown: string;
  /** What was read as the article. */
  readonly text: string;
  /** What the page says in JSON-LD; null when nothing. */
  readonly isFree: boolean | null;
}

/** Why what was read is not the article, when the page says so itself; null when nothing speaks against it. */
export const refusalOf = ({ title, shown, text, isFree }: Evidence): string | null => {
  if (title !== null && text.length < ERROR_TEXT && isErrorTitle(title))
    return PAGE_REFUSED.error(title.trim());
  const words = shown.slice(0, LOOKED_AT).toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ');
  if (text.length < STUB && (isFree === false || holds(words, PAGE_WORDS.paywall) > 0))
    return PAGE_REFUSED.paywall;
  const said = text.toLowerCase();
  const onlyConsent = text.length < CONSENT_TEXT && holds(said, PAGE_WORDS.consent) >= NOTICES;
  const instead = text.length < ERROR_TEXT / 2 && holds(words, PAGE_WORDS.consent) > NOTICES;
  return onlyConsent || instead ? PAGE_REFUSED.consent : null;
};
