import { type Knowledge, rolesAt } from '../vocabulary.ts';
import type { People } from './group.ts';
import { nameAt } from './names.ts';
import { isStop, scan, sideOf } from './noun-phrase.ts';
import type { Line, Word } from './words.ts';

const MOST_UNKNOWN = 2;
const NO_NAMES: ReadonlySet<string> = new Set();

/** Most words have a capital, small ones apart: "Roadside Bomb Kills 5 Soldiers in Northwest". */
const isTitleCase = (words: readonly Word[]): boolean => {
  const long = words.filter(word => word.kind === 'word' && word.text.length > 3);
  return long.length > 3 && long.filter(word => word.capital).length / long.length > 0.8;
};

/** Where every word has a capital it says nothing: words that the lexicon knows lose theirs, names keep it. */
export const withoutTitleCase = (line: Line, { lexicon }: Knowledge): Line => {
  if (!line.headline || !isTitleCase(line.words)) return line;
  const { folded } = line;
  const plain = new Set<number>();
  const tables = [lexicon.harm, lexicon.kinds, lexicon.people, lexicon.sites, lexicon.grammar];
  for (let i = 0; i < folded.length; i++) {
    const length = Math.max(...tables.map(table => table.longestAt(folded, i)?.length ?? 0));
    for (let k = i; k < i + length; k++) plain.add(k);
  }
  return { ...line, words: line.words.map((word, i) => (plain.has(i) ? { ...word, capital: false } : word)) };
};

/** "injures son", but not "murder suspect". */
const hasVerb = (line: Line, from: number, to: number, { lexicon }: Knowledge): boolean =>
  line.folded.slice(from, to).some((_, k) => {
    const forms = lexicon.harm.longestAt(line.folded, from + k)?.values.map(value => value.form) ?? [];
    return forms.includes('active') && !forms.includes('nouns');
  });

/** "Embassy staff wounded": a word that may mean several is not one. */
const isPlural = (line: Line, at: number, { lexicon }: Knowledge): boolean =>
  lexicon.people.longestAt(line.folded, at)?.values.some(noun => noun.plural) === true;

/** Whether a bare noun may open here: at the start, behind a mark, a verb of harm, "and", "as". */
const opensPhrase = (line: Line, from: number, knowledge: Knowledge): boolean => {
  const before = line.words[from - 1];
  if (before === undefined || before.kind === 'mark') return before?.text !== "'s" && before?.text !== '’s';
  return (
    /^(?:and|as|after|when|while|with|leaves?|left|leaving|claims?)$/.test(before.folded) ||
    endsInHarm(line, from, knowledge)
  );
};

const endsInHarm = (line: Line, end: number, { lexicon }: Knowledge): boolean =>
  [1, 2, 3].some(back => {
    const harm = lexicon.harm.longestAt(line.folded, end - back);
    return (
      harm?.length === back &&
      harm.values.some(value => value.form === 'active' || value.form === 'participle')
    );
  });

/** Whether the noun phrase ends here: what follows is a mark, a small word, a place, or a verb. */
const ends = (line: Line, at: number, knowledge: Knowledge): boolean => {
  const next = line.words[at];
  if (next === undefined) return true;
  if (next.kind === 'mark') return next.text !== "'s" && next.text !== '’s';
  if (next.kind === 'number') return false;
  if (isStop(line, at, knowledge) || rolesAt(line, at, knowledge) !== null) return true;
  const harm = knowledge.lexicon.harm.longestAt(line.folded, at);
  if (harm !== null) return harm.values.some(value => value.form !== 'nouns');
  return /^(?:found|held)$|ed$/.test(next.folded);
};

/**
 * Reads one person whose article a headline leaves out: "Policeman martyred", "kills policeman", "Polio guard shot dead".
 * @returns null outside headlines, and where the noun goes on: "police post", "market trade"
 */
export const bareOneAt = (line: Line, from: number, knowledge: Knowledge): People | null => {
  if (!line.headline) return null;
  const opens = opensPhrase(line, from, knowledge);
  const read = scan(line, from, knowledge);
  const { head } = read;
  // "injures son": a verb of harm opens nobody.
  if (head === null || hasVerb(line, from, head.from, knowledge)) return null;
  if (isPlural(line, head.from, knowledge) || read.unknown > (opens ? MOST_UNKNOWN : 0)) return null;
  if (!opens && line.words[from - 1]?.kind !== 'word') return null;
  const roles = rolesAt(line, from - 1, knowledge)?.roles ?? [];
  if (roles.includes('negation') || roles.includes('determiner')) return null;
  const named = line.words[read.end]?.capital === true ? nameAt(line, read.end, knowledge, NO_NAMES) : 0;
  const end = read.end + named;
  if (!ends(line, end, knowledge)) return null;
  return {
    form: 'one',
    quantity: { low: 1, high: 1, bound: 'exact' },
    side: sideOf(head, read.side, null, knowledge),
    noun: head.noun.noun,
    plural: false,
    more: false,
    partitive: false,
    adjective: read.adjective,
    from,
    to: end,
  };
};
