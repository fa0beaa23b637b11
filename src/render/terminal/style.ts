/** How a run of characters is shown; `plain` is nothing but the characters. */
export type Style = 'plain' | 'strong' | 'faint' | 'mark' | 'heading' | 'cite' | 'good' | 'bad';

/** Characters of one style, and where they lead. Text is printable already. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  readonly url?: string;
}

export interface Paint {
  readonly colour: boolean;
  readonly links: boolean;
}

/** SGR parameters: what turns a style on and what turns just it off again. */
const SGR: Readonly<Record<Exclude<Style, 'plain'>, readonly [on: string, off: string]>> = {
  strong: ['1', '22'],
  faint: ['2', '22'],
  mark: ['1;4', '22;24'],
  heading: ['1;36', '22;39'],
  cite: ['36', '39'],
  good: ['32', '39'],
  bad: ['33', '39'],
};

const ESC = '\u001b';

/** Web addresses of printable ASCII alone: nothing in them can end the escape sequence they stand in. */
const SAFE_URL = /^https?:\/\/[!-~]+$/;

export const isSafeUrl = (url: string): boolean => SAFE_URL.test(url);

/** The run as a terminal takes it. With neither colour nor links that is its text. */
export const paint = (run: Run, how: Paint): string => {
  const coloured =
    how.colour && run.style !== 'plain'
      ? `${ESC}[${SGR[run.style][0]}m${run.text}${ESC}[${SGR[run.style][1]}m`
      : run.text;
  return how.links && run.url !== undefined && isSafeUrl(run.url)
    ? `${ESC}]8;;${run.url}${ESC}\\${coloured}${ESC}]8;;${ESC}\\`
    : coloured;
};
