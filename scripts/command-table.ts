import { type Described, usage } from '../src/answer/help.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** All commands as a Markdown table, one a line, in the order given. */
export const commandTable = (commands: readonly Described[]): string =>
  [
    row(['Command', 'What it answers', 'For example']),
    row(['---', '---', '---']),
    ...commands.map(command =>
      row([
        `\`${usage(command)}\``,
        command.description,
        command.examples.map(example => `\`${example}\``).join('<br>'),
      ]),
    ),
  ].join('\n');
