import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractionJson } from '../../src/extract/json.ts';
import { articleOf, extracted } from './facts.ts';
import { knowledge } from './knowledge.ts';

/** Pieces that print is made of, in any order: what comes out is made up. */
const piece = fc.constantFrom(
  ...[
    'Two',
    'two soldiers',
    'five people',
    'a policeman',
    'the attackers',
    '31',
    '2,600',
    'dozens of civilians',
  ],
  ...[
    'at least',
    'more than',
    'were killed',
    'was injured',
    'killed',
    'injuring',
    'died',
    'claimed the lives of',
  ],
  ...['the death toll rose to', 'from', 'and', ',', ', including', 'of whom', 'among them', 'no casualties'],
  ...[
    'No one was hurt',
    'in Quetta',
    'near Bannu',
    'in Janikhel',
    'in Balochistan',
    'in Afghanistan',
    'Tank',
  ],
  ...[
    'on Thursday',
    'on November 9',
    'in October 2024',
    'since 2021',
    'a week earlier',
    'in all three blasts',
  ],
  ...[
    'police said',
    'according to PICSS',
    'the report added',
    'TTP',
    'claimed responsibility',
    '785 attacks',
  ],
  ...[
    'A suicide attack',
    'blast',
    'operation',
    'flash floods',
    'the anniversary of',
    '“',
    '”',
    '(',
    ')',
    ':',
    ';',
  ],
  ...[
    '.',
    '. ',
    '.\n',
    '\n',
    '\r\n',
    '!',
    '😀',
    'Türkiye',
    '9mm',
    '63%',
    '$60 billion',
    'they are',
    'The dead included',
  ],
);
const assembled = fc.array(piece, { maxLength: 60 }).map(parts => parts.join(' '));
const published = fc.constantFrom(null, '2024-11-22', '2024-02-29T08:00:00Z');

const check = (text: string, day: string | null): void => {
  const { figures, reports, sentences, places } = extracted(text, day);
  const ids = new Set(figures.map(({ id }) => id));
  expect(ids.size).toBe(figures.length);
  for (const figure of figures) {
    const sentence = sentences[figure.sentence];
    expect(sentence).toBeDefined();
    expect(figure.span.end).toBeGreaterThan(figure.span.start);
    expect(figure.span.start).toBeGreaterThanOrEqual(sentence?.span.start ?? Number.NaN);
    expect(figure.span.end).toBeLessThanOrEqual(sentence?.span.end ?? Number.NaN);
    const { low, high, bound } = figure.quantity;
    if (low !== null) expect(Number.isInteger(low) && low >= 0).toBe(true);
    if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
    if (low === null && high === null) expect(bound).toBe('vague');
    expect(figure.rules.length).toBeGreaterThan(0);
    expect(new Set(figure.victims).size).toBe(figure.victims.length);
    if (figure.partOf !== null) expect(ids).toContain(figure.partOf);
    expect(figure.partOf).not.toBe(figure.id);
    for (const reading of [figure.place, figure.period, figure.body])
      if (reading?.basis === 'stated') {
        expect(reading.span).not.toBeNull();
        expect(text.slice(reading.span?.start, reading.span?.end).trim()).not.toBe('');
      }
    if (figure.place !== null)
      expect(places.get(figure.place.value) ?? knowledge.gazetteer.byId(figure.place.value)).not.toBeNull();
    if (figure.body !== null) expect(knowledge.bodies.byId(figure.body.value)).not.toBeNull();
  }
  expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
  for (const report of reports) {
    for (const id of report.figures) expect(ids).toContain(id);
    for (const toll of [report.fatalities, report.attackersKilled, report.injuries, report.abductions]) {
      if (toll === null) continue;
      for (const id of toll.figures) expect(ids).toContain(id);
      const { low, best, high } = toll;
      if (low !== null && best !== null) expect(low).toBeLessThanOrEqual(best);
      if (best !== null && high !== null) expect(best).toBeLessThanOrEqual(high);
    }
    for (const { actor } of report.actors) expect(knowledge.actors.byId(actor)).not.toBeNull();
  }
};

describe('whatever the text', () => {
  test('figures quote their sentence, parts have a whole, tolls are in order, and all is known', () => {
    fc.assert(fc.property(assembled, published, check), { numRuns: 400 });
  });

  test('any string is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), published, check), { numRuns: 300 });
  });

  test('the same article gives the same facts', () => {
    fc.assert(
      fc.property(assembled, text => {
        expect(extracted(text)).toEqual(extracted(text));
      }),
      { numRuns: 50 },
    );
  });

  test('the public form quotes the article, and its parts point to figures before or beside them', () => {
    fc.assert(
      fc.property(assembled, text => {
        const json = extractionJson(articleOf(text), extracted(text), knowledge);
        for (const [i, figure] of json.figures.entries()) {
          expect(figure.quote).toBe(text.slice(figure.start, figure.end));
          if (figure.partOf !== null) {
            expect(figure.partOf).not.toBe(i);
            expect(json.figures[figure.partOf]).toBeDefined();
          }
        }
        for (const incident of json.incidents)
          for (const i of incident.figures) expect(json.figures[i]).toBeDefined();
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
      }),
      { numRuns: 100 },
    );
  });

  test('blank lines and blanks around a text change no figure but its place in the text', () => {
    fc.assert(
      fc.property(assembled, text => {
        const plain = extracted(`${text}\n`, '2024-11-22');
        const shifted = extracted(`\n\n${text}\n`, '2024-11-22');
        expect(shifted.figures.map(({ quantity, measure }) => ({ quantity, measure }))).toEqual(
          plain.figures.map(({ quantity, measure }) => ({ quantity, measure })),
        );
      }),
      { numRuns: 100 },
    );
  });
});
