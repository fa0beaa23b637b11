import type { Answer } from './answer.ts';

/**
 * `where`: a place or a group, or any words; `words`: any words; `command`: the name of a command; `choice`: one of the
 * option's `choices`; `url`: a web address; `zone`: an IANA time zone.
 */
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
  | 'command'
  | 'choice'
  | 'url'
  | 'zone';

export interface CommandOption {
  /** Lower case, as platforms want it. */
  readonly name: string;
  readonly kind: OptionKind;
  readonly description: string;
  readonly required: boolean;
  /** Of a `choice`: all there are, in the order in which they are shown. */
  readonly choices?: readonly string[];
}

/** Where something is asked, for commands that have something sent there later. */
export interface Whereabouts {
  readonly platform: string;
  readonly channel: string;
  /** A thread or topic of the channel; null: the channel itself. */
  readonly thread: string | null;
  /** Whether what is posted there can be passed on to channels that follow it. */
  readonly announces: boolean;
  /** What the bot lacks to post there, by the platform's own names; empty: nothing. Never rejects. */
  readonly missing: () => Promise<readonly string[]>;
}

/** Who asks. Whether somebody is an administrator is for the platform to say, by the rights that its people have. */
export interface Asker {
  /** For the record of who changed what: "discord:80351110224678912". */
  readonly name: string;
  readonly admin: boolean;
  /** Absent: nothing can be sent there later, as in a terminal. */
  readonly at?: Whereabouts;
  /** What somebody lacks who is none, in the platform's own words: "the permission Manage Server". */
  readonly lacks?: string;
}

/** Who sits at the machine that the bot runs on may do everything. */
export const OPERATOR: Asker = { name: 'terminal', admin: true };

/** Somebody of whom the platform says nothing. */
export const ANYONE: Asker = { name: 'somebody', admin: false };

/** What a person asked for, free of any platform. */
export interface Request {
  /** As typed, the command's name included. */
  readonly question: string;
  /** What follows the command's name, or the whole sentence. */
  readonly words: string;
  /** The question before this one in the same chat, for commands that speak of its answer; null where nobody keeps it. */
  readonly previous?: string | null;
  /** Whether who asks may run commands that are for administrators; absent: no. */
  readonly admin?: boolean;
  /** Who asks, for the record; absent: somebody. */
  readonly by?: string;
  /** Where it is asked; absent: nothing can be sent there later. */
  readonly at?: Whereabouts;
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
  /** True: refused to who is no administrator, before it runs. */
  readonly admin?: boolean;
  /** True: it changes nothing beyond the chat it is asked in, so that in a private one it is for whoever is there. */
  readonly chatOnly?: boolean;
  /** Whether these words change anything, so that they must not be asked again without a word. Absent: they never do. */
  readonly changes?: (words: string) => boolean;
  readonly run: (request: Request, services: Services) => Answer | Promise<Answer>;
}
