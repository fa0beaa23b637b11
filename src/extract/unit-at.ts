import type { Measure } from '../core/figure.ts';
import type { HarmForm, HarmWord } from '../knowledge/lexicon.ts';
import type { PeriodReading } from '../text/periods.ts';
import { type People, peopleAt } from './people.ts';
import { quantityAt } from './quantity.ts';
import type { Unit } from './units.ts';
import { actorAt, bodyAt, type Knowledge, LOCATES, placeAt, rolesAt } from './vocabulary.ts';
import type { Line } from './words.ts';

const FORMS: Record<Measure, Partial<Record<HarmForm, string>>> = {
  fatalities: { participle: 'K', active: 'k', suffered: 'X', state: 'd', nouns: 'F' },
  injuries: { participle: 'I', active: 'i', suffered: 'Y', state: 'I', nouns: 'J' },
  abductions: { participle: 'H', active: 'h', state: 's', nouns: 'A' },
  arrests: { participle: 'R', active: 'r', nouns: 'Z' },
  casualties: { nouns: 'C' },
  incidents: { nouns: 'E' },
};

/** "killed" is a participle, a state and a noun: the participle is what matchers ask for first. */
const FORM_ORDER: readonly HarmForm[] = ['participle', 'active', 'suffered', 'state', 'nouns'];

const harmSymbol = (values: readonly HarmWord[], word: string): string => {
  if (word === 'lives' || word === 'life') return 'M';
  for (const form of FORM_ORDER) {
    const value = values.find(harm => harm.form === form);
    if (value !== undefined) return FORMS[value.measure][form] ?? 'x';
  }
  return 'x';
};

const ROLE_SYMBOLS = [
  ['including', 'g'],
  ['negation', 'n'],
  ['claim', 'm'],
  ['leave', 'l'],
  ['rise', 'u'],
  ['shoot', 'S'],
  ['auxiliary', 'b'],
  ['finite', 'v'],
  ['and', '&'],
  ['or', '/'],
  ['relative', 'w'],
  ['subordinator', 'c'],
  ['preposition', 'p'],
  ['determiner', 't'],
  ['pronoun', 'o'],
] as const;

const TOLL_WORDS = new Set([
  'toll',
  'number',
  'tally',
  'count',
  'counts',
  'figure',
  'total',
  'tolls',
  'numbers',
]);

const unit = (symbol: string, from: number, to: number, extra: Partial<Unit> = {}): Unit => ({
  symbol,
  from,
  to,
  people: [],
  harm: [],
  quantity: null,
  parts: [],
  ...extra,
});

const peopleSymbol = (people: People): string => {
  switch (people.form) {
    case 'elliptic':
      return 'N';
    case 'definite':
      return 'T';
    case 'named':
      return 'P';
    case 'bare':
      return 'q';
    default:
      return 'Q';
  }
};

/** A count whose noun is a thing, or a number that counts nobody: its words must not be read again. */
const thingAt = (line: Line, i: number, knowledge: Knowledge): number => {
  const count = quantityAt(line, i, knowledge.lexicon);
  if (count === null) return line.words[i]?.kind === 'number' ? 1 : 0;
  let end = i + count.length;
  for (let k = end; k < Math.min(end + 4, line.words.length); k++) {
    const folded = line.folded[k] ?? '';
    if (knowledge.lexicon.things.has(folded)) {
      end = k + 1;
      break;
    }
    if (line.words[k]?.kind !== 'word' || rolesAt(line, k, knowledge) !== null) break;
  }
  return end - i;
};

/** The event noun a count belongs to ("785 terrorist attacks"), as the number of words between and the noun itself. */
const countedEventAt = (
  line: Line,
  from: number,
  knowledge: Knowledge,
): { readonly count: NonNullable<ReturnType<typeof quantityAt>>; readonly to: number } | null => {
  const count = quantityAt(line, from, knowledge.lexicon);
  if (count === null) return null;
  let i = from + count.length;
  if (line.folded[i] === 'of' && /^(?:the|these|those)$/.test(line.folded[i + 1] ?? '')) i += 2;
  for (let k = i; k < Math.min(i + 5, line.words.length); k++) {
    const word = line.words[k];
    if (word === undefined || (word.kind === 'mark' && !/["“”'‘’]/.test(word.text))) return null;
    if (word.kind === 'mark') continue;
    const harm = knowledge.lexicon.harm.longestAt(line.folded, k);
    if (harm !== null) {
      const event = harm.values.some(value => value.measure === 'incidents');
      return event ? { count, to: k + harm.length } : null;
    }
    if (knowledge.lexicon.people.longestAt(line.folded, k) !== null) {
      // "two suicide attacks" passes, "five policemen attacks" does not occur; a person ends the search unless hyphened.
      if (
        !/^(?:minor|major|militant|terrorist|insurgent|separatist|suicide|rebel|extremist|jihadist|bomber|police)$/.test(
          word.folded,
        )
      )
        return null;
      continue;
    }
    if (rolesAt(line, k, knowledge) !== null) return null;
  }
  return null;
};

const functionUnit = (line: Line, i: number, knowledge: Knowledge): Unit | null => {
  const roles = rolesAt(line, i, knowledge);
  if (roles === null) return null;
  if (line.folded[i] === 'of' && roles.length === 1) return unit('f', i, i + 1);
  const symbol = ROLE_SYMBOLS.find(([role]) => roles.roles.includes(role))?.[1] ?? 'x';
  return unit(symbol, i, i + roles.length);
};

const markSymbol = (text: string): string => {
  if (/["“”'‘’«»]/.test(text)) return '"';
  if (/[–—]/.test(text)) return '–';
  return /[,;:()?!]/.test(text) ? text : 'x';
};

/** A run of capitalised words that is in no list: most likely a person. The first word of a sentence counts only with company. */
const nameAt = (line: Line, i: number, knowledge: Knowledge, known: ReadonlySet<string>): number => {
  let end = i;
  while (end < line.words.length && end - i < 5) {
    const word = line.words[end];
    if (word === undefined || word.kind !== 'word') break;
    // "Qala-e-reeg", "Bagh-e Shamal": small words on a hyphen belong to the name.
    if (word.hyphened && end > i) {
      end += 1;
      continue;
    }
    if (!word.capital) break;
    if (end > i && rolesAt(line, end, knowledge) !== null) break;
    // "in Panja Chinar" is one name although there is a Chinar; elsewhere a place ends the name before it.
    if (
      end > i &&
      placeAt(line, end, knowledge) !== null &&
      !(end - i === 1 && LOCATES.has(line.folded[i - 1] ?? ''))
    )
      break;
    end += 1;
  }
  const length = end - i;
  if (length === 0 || rolesAt(line, i, knowledge) !== null) return 0;
  if (length === 1 && isCommon(line, i, knowledge)) return 0;
  if (/^[A-Z]{2,}$/.test(line.words[i]?.text ?? '') && length === 1) return 0;
  return i > 0 || length > 1 || known.has(line.folded[i] ?? '') ? length : 0;
};

/** "Patra was shot and killed": what is killed is no place, whatever the gazetteer says. */
const isHarmed = (line: Line, at: number, { lexicon }: Knowledge): boolean =>
  /^(?:was|is)$/.test(line.folded[at] ?? '') &&
  [1, 2].some(step =>
    /^(?:fatalities|injuries|abductions|arrests)$/.test(
      lexicon.harm.longestAt(line.folded, at + step)?.values[0]?.measure ?? '',
    ),
  );

const isCommon = (line: Line, i: number, { lexicon }: Knowledge): boolean =>
  lexicon.people.longestAt(line.folded, i) !== null || lexicon.qualifiers.longestAt(line.folded, i) !== null;

const lone = (from: number, to: number, form: People['form']): People => ({
  form,
  quantity: { low: 1, high: 1, bound: 'exact' },
  side: null,
  noun: null,
  plural: false,
  more: false,
  partitive: false,
  adjective: null,
  from,
  to,
});

/**
 * Words for one person that no list has ("an athlete"): an article, one to three plain words, and harm right before
 * ("killed an athlete") or after ("an athlete was shot dead"). Things are listed, so that "a bus was hit" is nobody.
 */
const unlistedAt = (line: Line, i: number, knowledge: Knowledge): number => {
  const { folded, words } = line;
  if (folded[i] !== 'a' && folded[i] !== 'an') return 0;
  const { harm, things, people } = knowledge.lexicon;
  let end = i + 1;
  while (end < words.length && end - i <= 3) {
    const word = words[end];
    if (word === undefined || word.kind !== 'word' || rolesAt(line, end, knowledge) !== null) break;
    if (harm.longestAt(folded, end) !== null || people.longestAt(folded, end) !== null) break;
    end += 1;
  }
  const last = folded[end - 1] ?? '';
  if (end === i + 1 || things.has(last) || knowledge.lexicon.kinds.longestAt(folded, end - 1) !== null)
    return 0;
  if (knowledge.lexicon.sites.longestAt(folded, end - 1) !== null) return 0;
  const before = harm
    .longestAt(folded, i - 1)
    ?.values.some(value => value.form !== 'nouns' && value.measure === 'fatalities');
  const after =
    /^(?:was|were|is|has been|had been)$/.test(folded[end] ?? '') &&
    harm.longestAt(folded, end + 1)?.values[0]?.form === 'participle';
  return before === true || after ? end - i : 0;
};

/** What stands at word i, tried in this order: the first that fits takes its words. */
export const unitAt = (
  line: Line,
  i: number,
  knowledge: Knowledge,
  periods: readonly PeriodReading[],
  names: ReadonlySet<string>,
): Unit => {
  const word = line.words[i];
  if (word === undefined) return unit('x', i, i + 1);
  const period = periods.find(p => p.span.start <= word.span.start && word.span.start < p.span.end);
  if (period !== undefined) {
    let to = i + 1;
    while ((line.words[to]?.span.start ?? Number.POSITIVE_INFINITY) < period.span.end) to += 1;
    return unit('D', i, to);
  }
  if (word.kind === 'mark') return unit(markSymbol(word.text), i, i + 1);
  const event = countedEventAt(line, i, knowledge);
  if (event !== null) return unit('V', i, event.to, { quantity: event.count.quantity });
  const unlisted = unlistedAt(line, i, knowledge);
  const harm = knowledge.lexicon.harm.longestAt(line.folded, i);
  if (harm !== null && harm.length > 1) {
    return unit(harmSymbol(harm.values, word.folded), i, i + harm.length, { harm: harm.values });
  }
  const roles = rolesAt(line, i, knowledge);
  const including = roles?.roles.includes('including') === true && roles.length > 1;
  const people = including ? null : peopleAt(line, i, knowledge);
  if (people !== null) return unit(peopleSymbol(people), i, people.to, { people: [people] });
  if (unlisted > 0) return unit('U', i, i + unlisted, { people: [lone(i, i + unlisted, 'loose')] });
  const thing = thingAt(line, i, knowledge);
  if (thing > 0) return unit('#', i, i + thing);
  if (harm !== null)
    return unit(harmSymbol(harm.values, word.folded), i, i + harm.length, { harm: harm.values });
  if (TOLL_WORDS.has(word.folded)) return unit('O', i, i + 1);
  const [actor, body, place] = [
    actorAt(line, i, knowledge),
    bodyAt(line, i, knowledge),
    placeAt(line, i, knowledge),
  ];
  const longest = Math.max(actor?.length ?? 0, body?.length ?? 0, place?.length ?? 0);
  if (longest > 0 && longest >= (roles?.length ?? 0)) {
    if (place?.length === longest && isHarmed(line, i + longest, knowledge)) {
      return unit('P', i, i + longest, { people: [lone(i, i + longest, 'named')] });
    }
    const symbol = body?.length === longest ? 'B' : actor?.length === longest ? 'G' : 'L';
    return unit(symbol, i, i + longest);
  }
  const grammar = functionUnit(line, i, knowledge);
  if (grammar !== null) return grammar;
  const title =
    /^(?:commander|chief|governor|major|captain|colonel|general|inspector|constable|judge|mullah|maulana|leader|journalist|teacher|activist|engineer|doctor|dr|former)$/.test(
      word.folded,
    )
      ? nameAt(line, i + 1, knowledge, names)
      : 0;
  if (title > 0) return unit('P', i, i + 1 + title, { people: [lone(i, i + 1 + title, 'named')] });
  const name = nameAt(line, i, knowledge, names);
  if (name > 0) {
    return unit('P', i, i + name, { people: [lone(i, i + name, 'named')] });
  }
  // A bare singular ("No vaccinator was harmed") is nobody counted, but says whose side is spoken of.
  const noun = knowledge.lexicon.people.longestAt(line.folded, i)?.values[0];
  const described: readonly People[] =
    noun === undefined
      ? []
      : [{ ...lone(i, i + 1, 'bare'), quantity: null, side: noun.side, noun: noun.noun }];
  return unit('x', i, i + 1, { people: described });
};
