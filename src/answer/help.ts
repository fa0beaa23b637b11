import type { Answer, Block } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import { plainText } from './plain.ts';
import { refusal } from './refusal.ts';

/** What of a command /help needs; whatever it runs on. */
export type Described = Pick<Command<never>, 'name' | 'description' | 'options' | 'examples'>;

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

const examples = (commands: readonly Described[]): Block => ({
  kind: 'offers',
  title: 'Examples',
  items: commands.flatMap(command => command.examples.map(question => ({ label: question, question }))),
});

/** All commands, or one of them with its options. */
export const composeHelp = (question: string, typed: string, commands: readonly Described[]): Answer => {
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
      examples(commands.slice(0, 3)),
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
    examples([command]),
  ]);
};
