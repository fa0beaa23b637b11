import type { Article } from '../../src/core/article.ts';
import type { Basis, Figure, Quantity, Reading } from '../../src/core/figure.ts';
import type { Report } from '../../src/core/incident.ts';
import type { Period } from '../../src/core/period.ts';
import type { ReportView } from '../../src/query/incidents/view.ts';

/** Everything here is made up: the places are real, the happenings, numbers and sentences are not. */
export const read = <T>(value: T, basis: Basis = 'stated'): Reading<T> => ({ value, basis, span: null });

/** "2024", "2024-08", "2024-08-26" or "2024-01-01..2024-10-31" */
export const period = (text: string): Period => {
  const [from, to] = text.split('..');
  if (to !== undefined) return { from: from ?? '', to };
  if (text.length === 10) return { from: text, to: text };
  if (text.length === 4) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const last = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  return { from: `${text}-01`, to: `${text}-${last}` };
};

/** 14, "14+" at least, ">14" more than, "~14" about, "dozens" */
export const quantity = (printed: number | string): Quantity => {
  if (typeof printed === 'number') return { low: printed, high: printed, bound: 'exact' };
  const value = Number(printed.replace(/\D/g, ''));
  if (printed === 'dozens') return { low: 24, high: null, bound: 'vague' };
  if (printed === 'unknown') return { low: null, high: null, bound: 'vague' };
  if (printed.endsWith('+')) return { low: value, high: null, bound: 'at-least' };
  if (printed.startsWith('>')) return { low: value + 1, high: null, bound: 'more-than' };
  if (printed.startsWith('~')) return { low: value, high: value, bound: 'about' };
  throw new Error(printed);
};

export type Loose = Partial<Omit<Figure, 'quantity' | 'period' | 'place' | 'body'>> & {
  readonly number?: number | string;
  readonly period?: string | null;
  readonly place?: string | null;
  readonly body?: string | null;
};

let count = 0;

/** A figure of 2024 in Pakistan by nobody, unless told otherwise. */
export const figure = ({ number = 10, period: when, place, body, ...rest }: Loose = {}): Figure => {
  count += 1;
  return {
    id: `made-up#${String(count).padStart(4, '0')}`,
    article: 'made-up',
    sentence: 0,
    span: { start: count, end: count + 1 },
    measure: 'fatalities',
    victims: [],
    victimsDetail: null,
    scope: 'aggregate',
    operations: null,
    via: null,
    actor: null,
    partOf: null,
    shared: false,
    standing: 'current',
    security: true,
    rules: ['made-up'],
    ...rest,
    quantity: quantity(number),
    period: when === null ? null : read(period(when ?? '2024')),
    place: place === null ? null : read(place ?? 'pk'),
    body: body === null || body === undefined ? null : read(body),
  };
};

export interface LooseReport {
  readonly article: string;
  readonly published?: string | null;
  readonly type?: Report['type'];
  readonly day?: string | null;
  readonly place?: string | null;
  readonly site?: string | null;
  readonly actor?: string;
  readonly killed?: number | string;
  readonly background?: boolean;
  readonly passage?: string;
  readonly figures?: readonly Figure[];
  readonly n?: number;
}

/** A report of an incident with its toll, as one article tells it. */
export const report = ({
  article: id,
  published = null,
  type = 'bombing',
  day = '2024-05-12',
  place = 'pk/balochistan/quetta',
  site = null,
  actor,
  killed,
  background = false,
  passage = id,
  figures,
  n = 1,
}: LooseReport): ReportView => {
  const own =
    figures ??
    (killed === undefined
      ? []
      : [
          figure({
            number: killed,
            scope: 'incident',
            article: id,
            period: day,
            place,
            standing: background ? 'background' : 'current',
          }),
        ]);
  const heads = own.filter(
    each => each.measure === 'fatalities' && each.partOf === null && each.standing !== 'superseded',
  );
  const numbers = heads.flatMap(each => each.quantity.low ?? []);
  const article: Article = { id, title: null, published, publisher: null, url: null, text: passage };
  return {
    published,
    article,
    passage,
    figures: own,
    report: {
      id: `${id}@${n}`,
      article: id,
      sentence: 0,
      span: { start: 0, end: passage.length },
      type,
      period: day === null ? null : read(period(day)),
      place: place === null ? null : read(place),
      site,
      actors:
        actor === undefined
          ? []
          : [{ actor, role: 'claimed', by: null, span: { start: 0, end: passage.length } }],
      fatalities:
        heads.length === 0
          ? null
          : {
              low: Math.min(...numbers),
              best: numbers[0] ?? null,
              high: Math.max(...numbers),
              figures: heads.map(each => each.id),
            },
      attackersKilled: null,
      injuries: null,
      abductions: null,
      figures: own.map(each => each.id),
      background,
      rules: ['made-up'],
    },
  };
};
