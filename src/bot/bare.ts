import type { Command, OptionKind } from '../core/command.ts';

/** What follows a name only where the command is meant: "why 3 of …" and "article 000_2c0e", but no "why do they fight". */
const MEANT: Partial<Readonly<Record<OptionKind, RegExp>>> = {
  citation: /^(?:\[?\d{1,4}\]?(?:\s+(?:of|in|from)\s+\S.*)?|\S+#\S+|<?https?:\/\/\S+|digest)$/is,
  article: /^\S*\d\S*$/,
};

/** "feed list", "feed add https://…", but no "feed the poor" and no "feed add more". */
const isChoice = (words: string, choices: readonly string[]): boolean => {
  const [first = '', next] = words.split(/\s+/);
  return choices.includes(first.toLowerCase()) && (next === undefined || /^<?https?:\/\//i.test(next));
};

/** A command typed without its slash: "help", "sources", "why 3"; null for every other sentence. */
export const bareCommand = (
  question: string,
  commands: readonly Pick<Command<never>, 'name' | 'options'>[],
): { readonly name: string; readonly words: string } | null => {
  const match = /^(\p{L}+)(?:\s+(\S.*?))?[\s.!?]*$/su.exec(question);
  const [name, words] = [match?.[1]?.toLowerCase() ?? '', match?.[2] ?? ''];
  const command = commands.find(each => each.name === name);
  if (command === undefined) return null;
  const kind = command.options[0]?.kind;
  const choices = command.options[0]?.choices ?? [];
  const meant =
    words === '' ||
    (kind !== undefined && (MEANT[kind]?.test(words) ?? false)) ||
    isChoice(words, choices) ||
    (name === 'help' && commands.some(each => each.name === words.replace(/^\//, '').toLowerCase()));
  return meant ? { name, words } : null;
};
