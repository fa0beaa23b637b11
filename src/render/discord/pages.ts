import { cutLine } from '../cut.ts';
import { PAGE_SECTIONS, PIECE_CHARACTERS } from './limits.ts';
import type { Line } from './lines.ts';
import { lineOf } from './markdown.ts';

/** A page before its controls: texts with a line drawn between them, and the citations that they name. */
export interface Page {
  readonly sections: readonly string[];
  readonly cited: ReadonlySet<number>;
}

interface Drawn {
  readonly text: string;
  readonly cited: readonly number[];
  readonly heads: boolean;
  readonly opens: boolean;
}

/** A line as it is sent; one that is too long in pieces that each keep their citations. */
const drawn = (line: Line): readonly Drawn[] =>
  cutLine(line.runs, PIECE_CHARACTERS, runs => lineOf(runs).length).map((runs, i) => ({
    text: `${line.before}${lineOf(runs).trimStart()}`,
    cited: runs.flatMap(run => (run.kind === 'cite' ? [run.n] : [])),
    heads: line.heads,
    opens: line.opens && i === 0,
  }));

const charactersOf = (lines: readonly Drawn[]): number =>
  lines.reduce((sum, { text }) => sum + text.length + 1, 0);

const sectionsOf = (lines: readonly Drawn[]): readonly (readonly Drawn[])[] => {
  const sections: Drawn[][] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last === undefined || (line.opens && !last.every(({ heads }) => heads))) sections.push([line]);
    else last.push(line);
  }
  return sections;
};

const pageOf = (lines: readonly Drawn[]): Page => ({
  sections: sectionsOf(lines).map(section => section.map(({ text }) => text).join('\n')),
  cited: new Set(lines.flatMap(({ cited }) => cited)),
});

/** What heads the line that comes next goes with it; pages of nothing else would not end. */
const carriedOver = (lines: readonly Drawn[]): number => {
  const heads = lines.toReversed().findIndex(({ heads: isHead }) => !isHead);
  return heads < 0 ? 0 : heads;
};

/** Lines as pages of at most `characters`, broken between lines. There is always one page. */
export const pagesOf = (lines: readonly Line[], characters: number): readonly Page[] => {
  const pages: Drawn[][] = [[]];
  for (const line of lines.flatMap(drawn)) {
    const page = pages.at(-1) ?? [];
    const fits =
      charactersOf(page) + line.text.length < characters &&
      sectionsOf([...page, line]).length <= PAGE_SECTIONS;
    if (page.length === 0 || fits) page.push(line);
    else {
      const heads = page.splice(page.length - carriedOver(page));
      pages.push(charactersOf(heads) + line.text.length < characters ? [...heads, line] : [line]);
      if (pages.at(-1)?.length === 1) page.push(...heads);
    }
  }
  return pages.map(pageOf);
};
