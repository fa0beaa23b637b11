import type { Answer, Block } from '../core/answer.ts';
import type { Command, Request } from '../core/command.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { openDesk } from './draft.ts';
import { examplesFrom } from './examples.ts';
import { plainText } from './plain.ts';
import type { Offer } from './refusal.ts';
import { refusal } from './refusal.ts';

/** What of a command /help needs; whatever it runs on. */
export type Described = Pick<Command<never>, 'name' | 'description' | 'options' | 'examples' | 'admin'>;

/** "/incident <where> [period]": a command with its arguments, the needed ones in angle brackets. */
export const usage = ({ name, options }: Described): string =>
  [`/${name}`, ...options.map(option => (option.required ? `<${option.name}>` : `[${option.name}]`))].join(
    ' ',
  );

const closed = (question: string, title: string, blocks: readonly Block[]): Answer => ({
  question,
  title,
  refused: false,
  blocks,
  text: plainText(blocks, []),
  figures: [],
  citations: [],
});

const examples = (items: readonly Offer[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'offers', title: 'Examples', items }];

/** What one command is shown with: questions of the articles at hand where there are such, else its own. */
const examplesOf = ({ name, examples: own }: Described, made: readonly Offer[]): readonly Offer[] => {
  const held = made.filter(({ question }) => question.startsWith(`/${name} `));
  return held.length > 0 ? held : own.map(question => ({ label: question, question }));
};

/** Commands whose examples stand under the list of all. */
const SHOWN = 3;

/** All commands that who asks may run, or one of them with its options. */
export const composeHelp = (
  { question, admin = false }: Pick<Request, 'question' | 'admin'>,
  typed: string,
  all: readonly Described[],
  services: Services,
): Answer => {
  const commands = all.filter(command => admin || command.admin !== true);
  const made = examplesFrom(openDesk(services, asOfNow(services.clock)));
  const name = typed.trim().replace(/^\//, '').toLowerCase();
  if (name === '')
    return closed(question, 'Help', [
      {
        kind: 'paragraph',
        content: [
          'Ask in plain words, or with a command. Arguments come in any order. Every number opens to the sentence that prints it.',
        ],
      },
      {
        kind: 'facts',
        rows: commands.map(command => ({ label: usage(command), content: [command.description] })),
      },
      ...examples(commands.slice(0, SHOWN).flatMap(command => examplesOf(command, made))),
    ]);
  const command = commands.find(each => each.name === name);
  if (command === undefined)
    return refusal(
      question,
      `There is no command “${name}”.`,
      commands.map(each => ({ label: each.description, question: `/help ${each.name}` })),
    );
  return closed(question, `/${command.name}`, [
    { kind: 'paragraph', content: [`${usage(command)}: ${command.description}`] },
    {
      kind: 'facts',
      rows: command.options.map(option => ({
        label: option.name,
        content: [`${option.description}${option.required ? '' : ' (optional)'}`],
      })),
    },
    ...examples(examplesOf(command, made)),
  ]);
};
