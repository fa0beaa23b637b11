import { START_CHARACTERS } from '../../render/telegram/limits.ts';
import type { Asked, Asking } from '../common/asking.ts';

/** Commands in a link are one letter. */
const COMMANDS: Readonly<Record<string, string>> = {
  c: 'casualties',
  i: 'incident',
  s: 'search',
  a: 'article',
};

const KEPT = 'k';
const PLAIN = 'q';

/** What a link stands for; null when it stands for nothing known. "c_2024_kp" is "/casualties 2024 kp". */
export const questionOfLink = (start: string, { kept }: Pick<Asking, 'kept'>): string | null => {
  const [head = '', ...words] = start.split('_');
  const rest = words.join(' ').trim();
  if (head === KEPT) return kept(words.join('_'))?.question ?? null;
  if (head === PLAIN) return rest === '' ? null : rest;
  const command = COMMANDS[head];
  return command === undefined ? null : `/${command} ${rest}`.trim();
};

/** A question as the end of a link to the bot; null when it is too long for one and could not be kept. */
export const linkOfQuestion = (
  asked: Asked,
  { keep, kept }: Pick<Asking, 'keep' | 'kept'>,
): string | null => {
  const { question } = asked;
  const command = /^\/(\S+)\s*/.exec(question);
  const letter = Object.entries(COMMANDS).find(([, name]) => name === command?.[1])?.[0] ?? PLAIN;
  const words = letter === PLAIN ? question : question.slice(command?.[0].length);
  const link = words === '' ? letter : `${letter}_${words.replaceAll(' ', '_')}`;
  const isWhole = /^[\w-]+$/.test(link) && link.length <= START_CHARACTERS;
  if (isWhole && questionOfLink(link, { kept }) === question) return link;
  const id = keep(asked);
  return id === null ? null : `${KEPT}_${id}`;
};
