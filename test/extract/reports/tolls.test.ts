import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import type { IncidentType } from '../../../src/core/incident.ts';
import { type Counted, tollsOf } from '../../../src/extract/reports/tolls.ts';

/** A made-up figure of one incident; what a row does not say is a plain count of people killed. */
interface Row {
  readonly n: number | null;
  readonly measure?: Figure['measure'];
  readonly victims?: Figure['victims'];
  readonly noun?: string;
  readonly sentence?: number;
  readonly statement?: string;
  readonly headline?: boolean;
  readonly more?: boolean;
  readonly hedged?: boolean;
  readonly toll?: boolean;
  readonly partOf?: number;
  readonly superseded?: boolean;
  readonly vague?: boolean;
}

const counted = (row: Row, i: number): Counted => ({
  figure: {
    id: `f${i}`,
    article: 'made-up',
    sentence: row.sentence ?? 0,
    span: { start: i, end: i + 1 },
    quantity:
      row.n === null
        ? { low: null, high: null, bound: 'vague' }
        : row.vague === true
          ? { low: row.n, high: null, bound: 'vague' }
          : { low: row.n, high: row.n, bound: 'exact' },
    measure: row.measure ?? 'fatalities',
    victims: row.victims ?? [],
    victimsDetail: row.noun ?? null,
    scope: 'incident',
    operations: null,
    period: null,
    place: null,
    body: null,
    via: null,
    actor: null,
    partOf: row.partOf === undefined ? null : `f${row.partOf}`,
    shared: false,
    standing: row.superseded === true ? 'superseded' : 'current',
    security: true,
    rules: [row.toll === true ? 'toll' : 'passive'],
  },
  statement: row.statement ?? `${row.sentence ?? 0}:a`,
  headline: row.headline ?? false,
  more: row.more ?? false,
  hedged: row.hedged ?? false,
  claim: false,
});

const best = (rows: readonly Row[], kind: IncidentType = 'bombing') => {
  const tolls = tollsOf(rows.map(counted), kind);
  return {
    killed: tolls.fatalities?.best ?? null,
    attackers: tolls.attackersKilled?.best ?? null,
    injured: tolls.injuries?.best ?? null,
    abducted: tolls.abductions?.best ?? null,
  };
};

const none = { killed: null, attackers: null, injured: null, abducted: null };

describe('the toll of an incident', () => {
  test.for<readonly [string, readonly Row[], Partial<ReturnType<typeof best>>]>([
    ['nothing is silence', [], {}],
    ['a lone count is the toll', [{ n: 5 }], { killed: 5 }],
    ['zero is zero', [{ n: 0 }], { killed: 0 }],
    [
      'counts of one statement are added',
      [
        { n: 3, victims: ['security-forces'], noun: 'soldier' },
        { n: 2, victims: ['civilians'], noun: 'trader' },
      ],
      { killed: 5 },
    ],
    ['the same count again is not added', [{ n: 5 }, { n: 5, sentence: 1 }], { killed: 5 }],
    ['a part is not added', [{ n: 26 }, { n: 14, partOf: 0 }], { killed: 26 }],
    [
      'the headline does not count beside the text',
      [
        { n: 4, headline: true },
        { n: 5, sentence: 1 },
      ],
      {
        killed: 5,
      },
    ],
    ['without a text the headline is the toll', [{ n: 4, headline: true }], { killed: 4 }],
    ['two more on top are added', [{ n: 10 }, { n: 2, sentence: 1, more: true }], { killed: 12 }],
    [
      'a toll that rose replaces what was said',
      [{ n: 16 }, { n: 26, sentence: 1, toll: true }],
      {
        killed: 26,
      },
    ],
    [
      'what was superseded does not count',
      [
        { n: 16, superseded: true },
        { n: 26, toll: true },
      ],
      {
        killed: 26,
      },
    ],
    [
      'what is believed gives way to what is known',
      [
        { n: 10, hedged: true },
        { n: 6, sentence: 1 },
      ],
      {
        killed: 6,
      },
    ],
    ['what is believed counts where nothing is known', [{ n: 10, hedged: true }], { killed: 10 }],
    [
      'other victims of another sentence are added',
      [
        { n: 2, victims: ['security-forces'], noun: 'soldier' },
        { n: 1, victims: ['civilians'], noun: 'trader', sentence: 1 },
      ],
      { killed: 3 },
    ],
    [
      'a narrower count in another statement is covered by the wider',
      [
        { n: 2, noun: 'person' },
        { n: 1, victims: ['civilians'], noun: 'woman', statement: '0:b' },
      ],
      { killed: 2 },
    ],
    [
      'attackers stand apart',
      [
        { n: 2, victims: ['security-forces'] },
        { n: 3, victims: ['militants'] },
      ],
      { killed: 2, attackers: 3 },
    ],
    [
      'attackers named as a part are taken out',
      [{ n: 9 }, { n: 5, victims: ['militants'], partOf: 0 }],
      { killed: 4, attackers: 5 },
    ],
    [
      'the hurt and the abducted have tolls of their own',
      [{ n: 2 }, { n: 7, measure: 'injuries' }, { n: 3, measure: 'abductions' }],
      { killed: 2, injured: 7, abducted: 3 },
    ],
    ['an unknown number is a toll without a number', [{ n: null }], {}],
  ])('%s', ([, rows, expected]) => {
    expect(best(rows)).toEqual({ ...none, ...expected });
  });

  test('militants killed in an operation are its toll', () => {
    expect(best([{ n: 7, victims: ['militants'] }], 'operation')).toEqual({ ...none, killed: 7 });
  });

  test('an unknown number is told from silence', () => {
    expect(tollsOf([counted({ n: null }, 0)], 'bombing').fatalities).toMatchObject({ best: null });
    expect(tollsOf([], 'bombing').fatalities).toBeNull();
  });

  test('low and high hold every total reported', () => {
    const tolls = tollsOf([counted({ n: 16 }, 0), counted({ n: 20, sentence: 1 }, 1)], 'bombing');
    expect(tolls.fatalities).toMatchObject({ low: 16, best: 16, high: 20 });
  });

  test('an open bound leaves the toll open above', () => {
    expect(tollsOf([counted({ n: 24, vague: true }, 0)], 'bombing').fatalities).toMatchObject({
      low: 24,
      best: 24,
      high: null,
    });
  });
});
