import words from '../../data/lexicon/stopwords.json' with { type: 'json' };

/** Folded words too common to say what a text is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(words);
