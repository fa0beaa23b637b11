import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_HEADER, factsCsv } from '../../src/shell/facts-csv.ts';
import { madeUpArticle, madeUpFigure } from '../made-up/facts.ts';
import { readCsvRecords } from '../read-csv.ts';

const rowsOf = (...given: Parameters<typeof factsCsv>): Record<string, string>[] =>
  readCsvRecords(CSV_HEADER + factsCsv(...given));

const factsOf = (...figures: ReturnType<typeof madeUpFigure>[]) => ({
  id: 'made-up',
  figures,
  incidents: [],
  trends: [],
});

test('the columns are', () => {
  expect(CSV_HEADER).toBe(
    `${[
      'article,title,publisher,published,url,figure,measure,low,high,bound,victims,scope,operations,security',
      'standing,from,to,period_basis,place,admin1,country,body,body_kind,part_of,quote,start,end',
    ].join(',')}\n`,
  );
});

describe('one row a figure', () => {
  test('holds everything that is known of it, and its citation', () => {
    const article = madeUpArticle({
      title: 'A title',
      published: '2025-03-04',
      publisher: 'A paper',
      url: 'https://example.org/a',
    });
    const figure = madeUpFigure({
      victims: ['civilians', 'security-forces'],
      operations: 'militant-attacks',
      period: { from: '2025-03-01', to: '2025-03-03', basis: 'stated' },
      place: {
        id: 'pk/balochistan/quetta',
        name: 'Quetta',
        kind: 'admin2',
        admin2: 'Quetta',
        admin1: 'Balochistan',
        country: 'Pakistan',
        aliases: [],
        basis: 'carried',
      },
      body: { id: 'police', name: 'police', aliases: [], kind: 'police', basis: 'stated' },
    });
    expect(rowsOf(article, factsOf(figure))).toEqual([
      {
        article: 'made-up',
        title: 'A title',
        publisher: 'A paper',
        published: '2025-03-04',
        url: 'https://example.org/a',
        figure: '0',
        measure: 'fatalities',
        low: '3',
        high: '3',
        bound: 'exact',
        victims: 'civilians+security-forces',
        scope: 'incident',
        operations: 'militant-attacks',
        security: 'true',
        standing: 'current',
        from: '2025-03-01',
        to: '2025-03-03',
        period_basis: 'stated',
        place: 'Quetta',
        admin1: 'Balochistan',
        country: 'Pakistan',
        body: 'police',
        body_kind: 'police',
        part_of: '',
        quote: 'Three policemen were killed',
        start: '0',
        end: '27',
      },
    ]);
  });

  test('leaves empty what is unknown, which zero is not', () => {
    const [vague, zero] = rowsOf(
      madeUpArticle(),
      factsOf(
        madeUpFigure({ low: null, high: null, bound: 'vague', security: false }),
        madeUpFigure({ low: 0, high: 0 }),
      ),
    );
    expect(vague).toMatchObject({
      low: '',
      high: '',
      security: 'false',
      place: '',
      from: '',
      body: '',
      url: '',
    });
    expect(zero).toMatchObject({ low: '0', high: '0' });
  });

  test('names the figure it is a part of', () => {
    const rows = rowsOf(madeUpArticle(), factsOf(madeUpFigure(), madeUpFigure({ partOf: 0 })));
    expect(rows.map(({ figure, part_of }) => [figure, part_of])).toEqual([
      ['0', ''],
      ['1', '0'],
    ]);
  });

  test('takes from the text itself what the article was not given with', () => {
    const text = 'QUETTA, March 4, 2025: Three policemen were killed in Quetta, police said.';
    const facts = factsOf(madeUpFigure());
    expect(rowsOf(madeUpArticle({ text }), facts)).toMatchObject([{ published: '2025-03-04' }]);
    expect(rowsOf(madeUpArticle({ text, published: '2025-03-05' }), facts)).toMatchObject([
      { published: '2025-03-05' },
    ]);
  });

  test('and none for an article without figures', () => {
    expect(factsCsv(madeUpArticle(), factsOf())).toBe('');
  });
});

describe('a cell', () => {
  test.for([
    '=1+1',
    '+1',
    '-1',
    '@name',
    '\tx',
    '\rx',
  ])('that begins like the formula %j is made text', title => {
    expect(rowsOf(madeUpArticle({ title }), factsOf(madeUpFigure()))).toMatchObject([{ title: `'${title}` }]);
  });

  test('holds commas, quotes and line ends as they are printed', () => {
    const cell = fc
      .array(fc.constantFrom(',', '"', '\n', '\r\n', 'a', ' ', 'é', "'"), { minLength: 1 })
      .map(parts => parts.join(''))
      .filter(text => !/^[\r\t]/.test(text));
    fc.assert(
      fc.property(cell, cell, (quote, title) => {
        expect(rowsOf(madeUpArticle({ title }), factsOf(madeUpFigure({ quote })))).toMatchObject([
          { quote, title },
        ]);
      }),
    );
  });
});
