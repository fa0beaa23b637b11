import type { Command, CommandOption, OptionKind } from '../core/command.ts';
import type { Name, NameIndex, NameKind } from '../search/ports.ts';

/** What may stand in place of the line's end, from the character `from` on. */
export interface Completion {
  readonly from: number;
  readonly candidates: readonly string[];
}

const MAX_CANDIDATES = 12;

/** What a list of choices holds: as many as Discord takes. */
const MAX_CHOICES = 25;

/** "Dera Ismail Khan" is three words, "first ten months of 2024" five. */
const MAX_WORDS = 5;

const ALL_KINDS: readonly NameKind[] = ['place', 'group', 'body', 'period', 'victims', 'word'];

const NAME_KINDS: Readonly<Record<OptionKind, readonly NameKind[]>> = {
  period: ['period'],
  place: ['place'],
  victims: ['victims'],
  body: ['body'],
  group: ['group'],
  where: ['place', 'group'],
  words: ['word'],
  article: ['article'],
  citation: [],
  command: [],
  choice: [],
  url: [],
  zone: [],
};

/** Names of time zones that hold what is typed, those that begin with it first: "kar" is Asia/Karachi. */
const zonesLike = (typed: string): readonly string[] => {
  const words = typed.toLowerCase();
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter(
    zone => words !== '' && zone.toLowerCase().includes(words),
  );
  const begins = (zone: string): boolean =>
    zone.split('/').some(part => part.toLowerCase().startsWith(words)) ||
    zone.toLowerCase().startsWith(words);
  return [...zones.filter(begins), ...zones.filter(zone => !begins(zone))].slice(0, MAX_CANDIDATES);
};

type Listed = Pick<Command<never>, 'name' | 'options'>;

/** Where the last words of the line begin, the longest stretch first; behind a blank the end of the line as well. */
const wordStarts = (line: string, from: number): readonly number[] => {
  const starts = [...line.slice(from).matchAll(/\S+/g)].slice(-MAX_WORDS).map(match => from + match.index);
  return /\s$/.test(line) ? [...starts, line.length] : starts;
};

/** Of what nothing was typed yet, only what the articles hold is worth a look. */
const isWorthwhile = (typed: string, { weight }: Name): boolean => typed !== '' || weight > 0;

/** Completes a command's name, then the names that its options take; in a plain sentence any name. */
export const createCompleter =
  (commands: readonly Listed[], names: Pick<NameIndex, 'complete'>, most = MAX_CANDIDATES) =>
  (line: string): Completion => {
    const typed = /^\s*\/(\S*)(\s*)/.exec(line);
    const name = typed?.[1] ?? '';
    if (typed !== null && typed[2] === '') {
      const starts = commands.filter(command => command.name.startsWith(name.toLowerCase()));
      return { from: line.indexOf('/'), candidates: starts.map(command => `/${command.name} `) };
    }
    const command = commands.find(({ name: listed }) => listed === name.toLowerCase());
    const kinds =
      typed === null ? ALL_KINDS : (command?.options ?? []).flatMap(option => NAME_KINDS[option.kind]);
    if (command?.options.some(({ kind }) => kind === 'command') === true) {
      const from = typed?.[0].length ?? 0;
      const starts = commands.filter(each => each.name.startsWith(line.slice(from).toLowerCase()));
      return { from, candidates: starts.map(each => each.name) };
    }
    const choices = command?.options[0]?.choices;
    const rest = line.slice(typed?.[0].length ?? 0);
    if (choices !== undefined && !/\s/.test(rest))
      return {
        from: line.length - rest.length,
        candidates: choices.filter(choice => choice.startsWith(rest.toLowerCase())),
      };
    if (command?.options.some(({ kind }) => kind === 'zone') === true) {
      const last = /\S*$/.exec(rest)?.[0] ?? '';
      const zones = zonesLike(last);
      if (zones.length > 0 && (kinds.length === 0 || last.includes('/')))
        return { from: line.length - last.length, candidates: zones };
    }
    if (kinds.length === 0) return { from: line.length, candidates: [] };
    for (const from of wordStarts(line, typed?.[0].length ?? 0)) {
      const words = line.slice(from);
      const found = names.complete(words, kinds, most).filter(each => isWorthwhile(words, each));
      if (found.length > 0) return { from, candidates: [...new Set(found.map(entry => entry.name))] };
    }
    return { from: line.length, candidates: [] };
  };

/** Completes what is typed for one option, its earlier words kept. */
export const optionCompleter =
  (names: Pick<NameIndex, 'complete'>) =>
  (option: CommandOption, typed: string): readonly string[] => {
    const before = '/option ';
    const complete = createCompleter([{ name: 'option', options: [option] }], names, MAX_CHOICES);
    const line = `${before}${typed.trimStart()}`;
    const { from, candidates } = complete(line);
    return candidates.map(candidate => `${line.slice(before.length, from)}${candidate}`);
  };
