import pages from '../../../data/lexicon/pages.json' with { type: 'json' };

/** Words of pages around articles, see data/lexicon/pages.json. */
export const PAGE_WORDS = {
  lines: new Set(pages.lines),
  endings: new Set(pages.endings),
  openings: pages.openings,
  credits: pages.credits,
  counters: new Set(pages.counters),
  classes: new Set(pages.classes),
  paywall: pages.paywall,
  consent: pages.consent,
  errors: pages.errors,
} as const;

/** A line as the lexicon spells it: lower case, straight apostrophes, one blank, no marks at its ends. */
export const lexiconForm = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s•·|»>→▶–—*#:-]+/u, '')
    .replace(/[\s•·|»>→▶–—*#:.…!?-]+$/u, '');
