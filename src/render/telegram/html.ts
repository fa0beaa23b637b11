import { printable } from '../../core/printable.ts';
import type { Measure } from '../cut.ts';
import type { Run } from '../runs.ts';
import { unknownKind } from '../unknown-kind.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of others as Telegram shows it letter by letter. */
export const escapeHtml = (text: string): string =>
  printable(text).replace(/[&<>]/g, sign => ENTITIES[sign] ?? sign);

const attribute = (address: string): string => address.replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);

/** The moment in UTC: a message has no notion of its reader's zone. */
const timeOf = (seconds: number): string =>
  `${new Date(seconds * 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const link = (words: string, address: string): string => `<a href="${attribute(address)}">${words}</a>`;

/** Takes no room and keeps words together. */
const JOINER = '\u2060';

/** Telegram makes a link of every @name and #tag, so that an article would call people whom it only names. */
const CALLS = /(?<![\p{L}\p{N}_])[@#](?=[\p{L}\p{N}_]|$)/gu;
/** And of every /word one that sends it as a command. */
const COMMANDS = /(?<![\p{L}\p{N}_/@<>])\/(?=[a-zA-Z0-9_])/gu;

const heldApart = (text: string, signs: RegExp): string => text.replace(signs, sign => sign + JOINER);

/** The words of others in which no command is meant. */
export const withoutCommands = (runs: readonly Run[]): readonly Run[] =>
  runs.map(run =>
    run.kind === 'text' || run.kind === 'strong' ? { ...run, text: heldApart(run.text, COMMANDS) } : run,
  );

/** What is shown of a run. */
const shownRun = (run: Run): string => {
  switch (run.kind) {
    case 'text':
    case 'strong':
    case 'link':
      return heldApart(printable(run.text), CALLS);
    case 'cite':
      return `[${run.n}]`;
    case 'time':
      return timeOf(run.seconds);
    default:
      return unknownKind(run);
  }
};

export const shownLine = (runs: readonly Run[]): string => runs.map(shownRun).join('');

export const shownLength: Measure = runs => shownLine(runs).length;

/** Whether a mark is set around it; around blanks there is nothing to mark. */
const isMarked = (run: Run): boolean =>
  run.kind === 'strong' || run.kind === 'link'
    ? printable(run.text).trim() !== ''
    : run.kind === 'cite' && run.url !== null;

export const entitiesIn = (runs: readonly Run[]): number => runs.filter(isMarked).length;

const htmlOf = (run: Run): string => {
  const shown = escapeHtml(shownRun(run));
  if (!isMarked(run)) return shown;
  if (run.kind === 'strong') return `<b>${shown}</b>`;
  if (run.kind === 'link' || run.kind === 'cite') return link(shown, run.url ?? '');
  return shown;
};

export const htmlLine = (runs: readonly Run[]): string => runs.map(htmlOf).join('');

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
