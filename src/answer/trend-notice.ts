import type { Block } from '../core/answer.ts';
import type { Trend } from '../core/trend.ts';
import type { TrendCheck } from '../query/audit/check.ts';
import { headNumber } from '../query/quantity.ts';
import { marks } from './cite.ts';
import type { Desk } from './draft.ts';
import { MEASURE_WORDS } from './words.ts';

/** One decimal is as much as print gives. */
const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** "63%", "about 63%" */
const BOUNDS: Readonly<Record<Trend['bound'], string>> = {
  exact: '',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  about: 'about ',
  vague: 'about ',
};

/** Whole percent where print gives whole percent and the difference shows; few a day need their decimal. */
const reckoned = (actual: number, { kind, value }: Trend): string => {
  const whole = Math.round(actual);
  return NUMBER.format(kind !== 'average' && Number.isInteger(value) && whole !== value ? whole : actual);
};

const direction = (percent: number, trend: Trend): string => {
  if (trend.direction === null) return 'change';
  const up = trend.direction === 'up' ? percent >= 0 : percent < 0;
  return up ? 'more' : 'less';
};

/** "640 of 1,000 is 64%" and what 63% would be. */
const sides = ({ trend, figures, days, actual }: TrendCheck): { made: string; wanted: string } => {
  const [first = 0, second = 0] = figures.map(({ quantity }) => headNumber(quantity) ?? 0);
  const { value } = trend;
  const [a, b, printed] = [NUMBER.format(first), NUMBER.format(second), NUMBER.format(value)];
  const bound = BOUNDS[trend.bound];
  switch (trend.kind) {
    case 'share':
      return {
        made: `${a} of ${b} is ${reckoned(actual, trend)}%`,
        wanted: `the article says ${bound}${printed}%, which would be ${NUMBER.format(Math.round((second * value) / 100))}`,
      };
    case 'growth': {
      const sign = trend.direction === 'down' ? -1 : 1;
      const percent = reckoned(Math.abs(actual), trend);
      return {
        made: `from ${a} to ${b} is ${percent}% ${direction(actual, trend)}`,
        wanted: `the article says ${bound}${printed}%${trend.direction === null ? '' : trend.direction === 'up' ? ' more' : ' less'}, which would be ${NUMBER.format(Math.round(first * (1 + (sign * value) / 100)))}`,
      };
    }
    case 'average': {
      const over = NUMBER.format(days ?? 0);
      return {
        made: `${a} over ${over} days is ${reckoned(actual, trend)} a day`,
        wanted: `the article says ${bound}${printed} a day, which would be ${NUMBER.format(Math.round(value * (days ?? 0)))}`,
      };
    }
  }
};

/** A share, growth or average reckoned again, with every number cited: "1,612 of 2,546 is 63% ✓ as printed". */
export const trendNotice = (check: TrendCheck, desk: Desk): Extract<Block, { kind: 'notice' }> => {
  const { trend, figures, fits } = check;
  const { speech, book } = desk;
  const last = figures.at(-1);
  const scope =
    last === undefined
      ? ''
      : ` (${speech.source(last)}, ${MEASURE_WORDS[last.measure]}, ${speech.period(last)}, ${speech.place(last.place?.value ?? null)}) `;
  const { made, wanted } = sides(check);
  return {
    kind: 'notice',
    tone: fits ? 'check' : 'warning',
    content: [
      fits ? `${made} ✓ as printed${scope}` : `${made}, but ${wanted}: does not add up${scope}`,
      ...marks([...figures.map(book.figure), book.cite(trend.article, trend.span)]),
    ],
  };
};
