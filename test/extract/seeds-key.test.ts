import { beforeAll, describe, expect, test } from 'vitest';
import type { Measure, VictimClass } from '../../src/core/figure.ts';
import { printed } from '../../src/core/span.ts';
import type { Extraction } from '../../src/extract/extract.ts';
import { bundledArticles } from './bundled.ts';
import { size } from './facts.ts';
import { extract, knowledge } from './knowledge.ts';

const ALL: readonly VictimClass[] = ['civilians', 'security-forces', 'militants'];
const FORCES: readonly VictimClass[] = ['security-forces'];

type Row = readonly [
  article: string,
  number: string,
  measure: Measure,
  victims: readonly VictimClass[],
  place: string,
  from: string,
  to: string,
  body: string | null,
];

/** What the five bundled articles report, read by a person: every figure with what it counts, where, when and who says so. */
const FIGURES: readonly Row[] = [
  ['000', '55+', 'fatalities', FORCES, 'Pakistan', '2024-11-01', '2024-11-22', 'picss'],
  ['000', '55', 'fatalities', FORCES, 'Pakistan', '2024-11-01', '2024-11-20', 'picss'],
  ['000', '63', 'fatalities', [], 'Pakistan', '2024-11-01', '2024-11-20', 'picss'],
  ['000', '14', 'fatalities', FORCES, 'Quetta', '2024-11-09', '2024-11-09', 'picss'],
  ['000', '12', 'fatalities', FORCES, 'Bannu', '2024-11-19', '2024-11-19', 'picss'],
  ['000', '785', 'incidents', [], 'Pakistan', '2024-01-01', '2024-10-31', 'picss'],
  ['000', '951', 'fatalities', [], 'Pakistan', '2024-01-01', '2024-10-31', 'picss'],
  ['000', '966', 'injuries', [], 'Pakistan', '2024-01-01', '2024-10-31', 'picss'],
  ['001', '722', 'fatalities', [], 'Pakistan', '2024-07-01', '2024-09-30', 'crss'],
  ['001', '615', 'injuries', [], 'Pakistan', '2024-07-01', '2024-09-30', 'crss'],
  ['001', '328', 'incidents', [], 'Pakistan', '2024-07-01', '2024-09-30', 'crss'],
  // One person is one: the key tells of him as an incident only.
  ['001', '1', 'abductions', FORCES, 'Bannu', 'no day', 'no day', null],
  ['002', '>2500', 'fatalities', ALL, 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '685', 'fatalities', FORCES, 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '444', 'incidents', [], 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  [
    '003',
    '1612',
    'fatalities',
    ['civilians', 'security-forces'],
    'Pakistan',
    '2024-01-01',
    '2024-12-31',
    'crss',
  ],
  ['003', '934', 'fatalities', ['militants'], 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '1616', 'fatalities', [], 'Khyber Pakhtunkhwa', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '782', 'fatalities', [], 'Balochistan', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '2546', 'fatalities', ALL, 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '2267', 'injuries', ALL, 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  ['003', '1166', 'incidents', [], 'Pakistan', '2024-01-01', '2024-12-31', 'crss'],
  ['004', '28+', 'fatalities', [], 'Balochistan', '2024-02-07', '2024-02-07', null],
  ['004', '24+?', 'injuries', [], 'Balochistan', '2024-02-07', '2024-02-07', null],
  ['004', '21+', 'incidents', [], 'Balochistan', '2024-01-01', '2024-01-31', null],
  ['004', '10', 'fatalities', [], 'Balochistan', '2024-01-01', '2024-01-31', null],
  ['004', '25', 'injuries', [], 'Balochistan', '2024-01-01', '2024-01-31', null],
];

const read = new Map<string, Extraction>();
const texts = new Map<string, string>();

beforeAll(async () => {
  for (const article of await bundledArticles()) {
    read.set(article.id.slice(0, 3), extract(article));
    texts.set(article.id.slice(0, 3), article.text);
  }
});

const nameOf = (extraction: Extraction | undefined, id: string | undefined): string | null =>
  id === undefined ? null : ((extraction?.places.get(id) ?? knowledge.gazetteer.byId(id))?.name ?? null);

const rowsOf = (id: string): Row[] => {
  const extraction = read.get(id);
  return (extraction?.figures ?? []).map(figure => [
    id,
    size(figure.quantity),
    figure.measure,
    figure.victims,
    nameOf(extraction, figure.place?.value) ?? 'no place',
    figure.period?.value.from ?? 'no day',
    figure.period?.value.to ?? 'no day',
    figure.body?.value ?? null,
  ]);
};

describe('the figures of the bundled articles', () => {
  test.for(FIGURES)('%s: %s %s', row => {
    expect(rowsOf(row[0])).toContainEqual(row);
  });

  test.for(['000', '001', '002', '003', '004'])('%s holds no other figure', id => {
    const known = FIGURES.filter(row => row[0] === id);
    expect(rowsOf(id)).toEqual(expect.arrayContaining([...known]));
    expect(rowsOf(id)).toHaveLength(known.length);
  });

  test('there are 26, and one abducted constable', () => {
    expect([...read.keys()].flatMap(rowsOf)).toHaveLength(27);
  });

  test('each quotes its article', () => {
    for (const [id, { figures }] of read)
      for (const { span, quantity } of figures) {
        const quote = printed(texts.get(id) ?? '', span);
        const digits = String(quantity.bound === 'more-than' ? (quantity.low ?? 0) - 1 : quantity.low);
        if (quantity.bound === 'vague') expect(quote).toContain('dozens');
        else if (quantity.low === 1) expect(quote).toContain('a police constable');
        else expect(quote.replaceAll(',', '')).toContain(digits);
      }
  });

  test.for<readonly [string, string]>([
    ['002', '2,600'],
    ['002', '6,000'],
    ['002', '$60 billion'],
    ['002', 'twenty-year'],
    ['002', '2007'],
    ['003', '267th'],
    ['003', 'February 28'],
    ['003', 'March 31'],
    ['003', 'seven lives'],
    ['004', 'two separate explosions'],
    ['004', 'tens of thousands'],
  ])('%s: "%s" is no figure', ([id, words]) => {
    const text = texts.get(id) ?? '';
    const start = text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    for (const { span } of read.get(id)?.figures ?? [])
      expect(span.start <= start && start < span.end, printed(text, span)).toBe(false);
  });

  test('counts of a period are aggregates, those of a happening are not', () => {
    for (const [id, { figures }] of read)
      for (const figure of figures) {
        const day = figure.period === null || figure.period.value.from === figure.period.value.to;
        expect(figure.scope, `${id} ${size(figure.quantity)}`).toBe(day ? 'incident' : 'aggregate');
      }
  });

  test('the toll of both explosions is shared', () => {
    expect(
      read
        .get('004')
        ?.figures.filter(({ shared }) => shared)
        .map(({ quantity }) => size(quantity)),
    ).toEqual(['28+', '24+?']);
  });
});

describe('the incidents of the bundled articles', () => {
  const told = (id: string): string[] =>
    (read.get(id)?.reports ?? []).map(report =>
      [
        nameOf(read.get(id), report.place?.value) ?? 'no place',
        report.period?.value.from ?? 'no day',
        report.site ?? 'no site',
        ...report.actors.map(({ actor, role }) => `${actor} ${role}`),
      ].join(', '),
    );

  test.for<readonly [string, string]>([
    ['000', 'Quetta, 2024-11-09, Quetta railway station'],
    ['000', 'Bannu, 2024-11-19, no site'],
    ['001', 'Rocha, no day, Rocha checkpost'],
    ['001', 'Bannu, no day, Bakakhel Police Station'],
  ])('%s: %s', ([id, incident]) => {
    expect(told(id)).toContain(incident);
  });

  test('004 tells of two, one in each district', () => {
    expect(told('004').map(incident => incident.split(', ').slice(0, 2))).toEqual([
      ['Pishin', '2024-02-07'],
      ['Qila Saifullah', '2024-02-07'],
    ]);
  });

  test('both of 001 lie in Bannu', () => {
    for (const { place } of read.get('001')?.reports ?? [])
      expect(place?.value).toMatch(/^pk\/khyber-pakhtunkhwa\/bannu(?:\/|$)/);
  });

  test.for(['002', '003'])('%s tells of none', id => {
    expect(told(id)).toEqual([]);
  });
});
