import type { Answer } from './answer.ts';

/** `where`: a place or a group, or any words; `words`: any words; `command`: the name of a command. */
export type OptionKind =
  | 'period'
  | 'place'
  | 'victims'
  | 'body'
  | 'group'
  | 'where'
  | 'words'
  | 'article'
  | 'citation'
  | 'command';

export interface CommandOption {
  /** Lower case, as platforms want it. */
  readonly name: string;
  readonly kind: OptionKind;
  readonly description: string;
  readonly required: boolean;
}

/** What a person asked for, free of any platform. */
export interface Request {
  /** As typed, the command's name included. */
  readonly question: string;
  /** What follows the command's name, or the whole sentence. */
  readonly words: string;
  /** The question before this one in the same chat, for commands that speak of its answer; null where nobody keeps it. */
  readonly previous?: string | null;
}

/** "/casualties@sitrep_bot 2024", as Telegram sends it in groups: the name in lower case and the words; null for a plain sentence. */
export const splitCommand = (question: string): { readonly name: string; readonly words: string } | null => {
  const match = /^\/([^\s@]*)(?:@\S*)?\s*/.exec(question);
  return match === null
    ? null
    : { name: (match[1] ?? '').toLowerCase(), words: question.slice(match[0].length) };
};

/** `Services` is what main.ts hands to commands; core does not know it. */
export interface Command<Services> {
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  /** True for those that change what a whole chat gets: for who may manage it alone. */
  readonly admin?: boolean;
  readonly run: (request: Request, services: Services) => Answer | Promise<Answer>;
}
