import { readFileSync } from 'node:fs';

export const readDocument = (name: string): string => readFileSync(name, 'utf8');

/** What stands in the code blocks of a language, in order. */
export const codeBlocks = (markdown: string, language: string): readonly string[] =>
  [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, named, code = '']) =>
    named === language ? [code.trimEnd()] : [],
  );

/** Cells of the table that follows a heading, its two head lines left out. */
export const tableUnder = (markdown: string, heading: string): readonly (readonly string[])[] => {
  const lines = markdown.split('\n');
  const from = lines.indexOf(heading);
  const start = lines.findIndex((line, i) => i > from && line.startsWith('|'));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  if (from < 0 || start < 0) throw new Error(`no table under ${JSON.stringify(heading)}`);
  return lines.slice(start + 2, end < 0 ? undefined : end).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
};

/** Names in backticks. */
export const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
