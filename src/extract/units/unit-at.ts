import type { Measure } from '../../core/figure.ts';
import type { HarmForm, HarmWord } from '../../knowledge/lexicon.ts';
import type { PeriodReading } from '../../text/periods.ts';
import { actorAt, bodyAt, type Knowledge, placeAt, rolesAt } from '../vocabulary.ts';
import { agesLength } from './ages.ts';
import type { People } from './group.ts';
import { capitalRun, isHarmed, isKilled, lone, nameAt, unlistedAt } from './names.ts';
import { peopleAt } from './people.ts';
import { isPlain, TITLE, TOLL_WORDS } from './plain.ts';
import { quantityAt } from './quantity.ts';
import type { Unit } from './unit.ts';

import type { Line, Word } from './words.ts';

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
  if (count === null) return line.words[i]?.kind === 'number' ? Math.max(1, agesLength(line, i)) : 0;
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

/** "a day" of a rate, not of "a day after the raid" or "within a month". */
const rateAt = (line: Line, i: number, { lexicon }: Knowledge): number => {
  const found = lexicon.rates.longestAt(line.folded, i);
  if (found === null || (found.length === 1 && i > 0 && line.words[i]?.capital === true)) return 0;
  if ((lexicon.people.longestAt(line.folded, i)?.length ?? 0) > found.length) return 0;
  const [before, after] = [line.folded[i - 1] ?? '', line.folded[i + found.length] ?? ''];
  const spell = /^an?$/.test(line.folded[i] ?? '') && found.length === 2;
  const lasts = spell && (LASTS_BEFORE.has(before) || LASTS_BEHIND.has(after));
  return lasts && after !== 'of' ? 0 : found.length;
};

/** Words beside "a day" that make it a stretch of time. */
const LASTS_BEFORE = new Set(
  'in within over during for on after about of than only just nearly almost once half under'.split(' '),
);
const LASTS_BEHIND = new Set(
  'after before later earlier ago since when following prior old long ahead apart into'.split(' '),
);

const functionUnit = (line: Line, i: number, knowledge: Knowledge): Unit | null => {
  const roles = rolesAt(line, i, knowledge);
  if (roles === null) return null;
  if (line.folded[i] === 'of' && roles.length === 1) return unit('f', i, i + 1);
  const symbol = ROLE_SYMBOLS.find(([role]) => roles.roles.includes(role))?.[1] ?? 'x';
  return unit(symbol, i, i + roles.length);
};

const markSymbol = ({ text, joined }: Word): string => {
  if (text === '&') return joined ? 'x' : '&';
  if (text === '[' || text === ']') return text === '[' ? '(' : ')';
  if (/["“”'‘’«»]/.test(text)) return '"';
  if (/[–—-]/.test(text)) return '–';
  return /[,;:()?!]/.test(text) ? text : 'x';
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
  if (word.kind === 'mark') return unit(markSymbol(word), i, i + 1);
  if (!line.headline && isPlain(word, knowledge)) return unit('x', i, i + 1);
  const rate = rateAt(line, i, knowledge);
  if (rate > 0) return unit('~', i, i + rate);
  const harmless = knowledge.lexicon.notHarm.longestAt(line.folded, i)?.length ?? 0;
  if (harmless > 0) return unit('x', i, i + harmless);
  const unharmed = knowledge.lexicon.unharmed.longestAt(line.folded, i)?.length ?? 0;
  if (unharmed > 0) return unit('z', i, i + unharmed);
  const same = knowledge.lexicon.same.longestAt(line.folded, i)?.length ?? 0;
  if (same > 0 && !/^(?:as|of)$/.test(line.folded[i + same] ?? '')) return unit('e', i, i + same);
  const event = countedEventAt(line, i, knowledge);
  if (event !== null) return unit('V', i, event.to, { quantity: event.count.quantity });
  const unlisted = unlistedAt(line, i, knowledge);
  const harm = knowledge.lexicon.harm.longestAt(line.folded, i);
  if (harm !== null && harm.length > 1) {
    return unit(harmSymbol(harm.values, word.folded), i, i + harm.length, { harm: harm.values });
  }
  const roles = rolesAt(line, i, knowledge);
  // "opened fire on three men, killing two of them": whom a verb takes opens no list.
  const taken = isKilled(line, i, knowledge);
  const including = !taken && roles?.roles.includes('including') === true && roles.length > 1;
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
    // "killed Stanley Nnaji", "Patra was shot": who is killed is no place, whatever the gazetteer says.
    if (
      place?.length === longest &&
      (isHarmed(line, i + longest, knowledge) || isKilled(line, i, knowledge))
    ) {
      const run = capitalRun(line, i);
      return unit('P', i, i + run, { people: [lone(i, i + run, 'named')] });
    }
    const symbol = body?.length === longest ? 'B' : actor?.length === longest ? 'G' : 'L';
    return unit(symbol, i, i + longest);
  }
  const grammar = functionUnit(line, i, knowledge);
  if (grammar !== null) return grammar;
  const title = TITLE.test(word.folded) ? nameAt(line, i + 1, knowledge, names) : 0;
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
