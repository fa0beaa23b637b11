import type { Article } from '../../src/core/article.ts';
import type { Figure, Quantity } from '../../src/core/figure.ts';
import type { Report, Toll } from '../../src/core/incident.ts';
import type { Extraction } from '../../src/extract/extract.ts';
import { extract } from './knowledge.ts';

/** A Friday: what a made-up text was printed on, unless it says so itself. */
export const PRINTED = '2024-11-22';

export const articleOf = (text: string, published: string | null = PRINTED): Article => ({
  id: 'made-up',
  title: null,
  published,
  publisher: null,
  url: null,
  text,
});

export const extracted = (text: string, published: string | null = PRINTED): Extraction =>
  extract(articleOf(text, published));

/** "14", "14+" at least, ">40" more than, "≤30" at most, "~30" about, "30-40" a range, "24+?" vague, "?" unknown. */
export const size = ({ low, high, bound }: Quantity): string => {
  if (bound === 'vague') return low === null ? '?' : `${low}+?`;
  if (bound === 'at-least') return `${low}+`;
  if (bound === 'more-than') return `>${(low ?? 0) - 1}`;
  if (bound === 'at-most') return `≤${high}`;
  if (low !== high) return `${low}-${high}`;
  return bound === 'about' ? `~${low}` : `${low}`;
};

/** One figure in a line: "fatalities 5 security-forces", with what sets it apart in brackets. */
const fact = (figure: Figure): string => {
  const marks = [
    figure.partOf === null ? null : 'part',
    figure.shared ? 'shared' : null,
    figure.standing === 'current' ? null : figure.standing,
    figure.security ? null : 'no security',
  ].filter(mark => mark !== null);
  return [
    figure.measure,
    size(figure.quantity),
    ...(figure.victims.length === 0 ? [] : [figure.victims.join('+')]),
    ...(marks.length === 0 ? [] : [`(${marks.join(', ')})`]),
  ].join(' ');
};

/** All figures of a text, in its order: "fatalities 5 security-forces", "injuries 24+? (part)". */
export const facts = (text: string, published: string | null = PRINTED): string[] =>
  extracted(text, published).figures.map(fact);

const toll = (name: string, of: Toll | null): string[] => {
  if (of === null) return [];
  return [`${name} ${of.best ?? '?'}`];
};

const day = ({ period }: Pick<Report, 'period'>): string =>
  period === null
    ? 'no day'
    : period.value.from === period.value.to
      ? period.value.from
      : `${period.value.from}..${period.value.to}`;

/** "bombing in pk/balochistan/quetta on 2024-11-09: killed 2, attackers killed 1, injured 5" */
const told = (report: Report): string => {
  const tolls = [
    ...toll('killed', report.fatalities),
    ...toll('attackers killed', report.attackersKilled),
    ...toll('injured', report.injuries),
    ...toll('abducted', report.abductions),
  ];
  const head = `${report.type} in ${report.place?.value ?? 'no place'} on ${day(report)}`;
  const line = tolls.length === 0 ? head : `${head}: ${tolls.join(', ')}`;
  return report.background ? `${line} (background)` : line;
};

/** All incidents of a text, what it is about first. */
export const incidents = (text: string, published: string | null = PRINTED): string[] =>
  extracted(text, published).reports.map(told);

/** For each figure "measure number @ where, from..to, who says so"; what is unknown is left out. */
export const scopes = (text: string, published: string | null = PRINTED): string[] =>
  extracted(text, published).figures.map(figure => {
    const { place, period, body } = figure;
    return [
      `${figure.measure} ${size(figure.quantity)}`,
      figure.scope,
      place?.value ?? 'no place',
      period === null
        ? 'no time'
        : period.value.from === period.value.to
          ? period.value.from
          : `${period.value.from}..${period.value.to}`,
      body?.value ?? 'nobody',
    ].join(' | ');
  });

/** For each incident its actors: "ttp claimed", "bla suspected by police". */
export const actors = (text: string, published: string | null = PRINTED): string[] =>
  extracted(text, published).reports.flatMap(report =>
    report.actors.map(({ actor, role, by }) =>
      by === null ? `${actor} ${role}` : `${actor} ${role} by ${by}`,
    ),
  );
