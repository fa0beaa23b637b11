/** What a scorer found: a number to hold against the target, and how to print it. */
export interface Result {
  readonly value: number;
  readonly shown: string;
}

export interface Measure {
  readonly name: string;
  /** Per cent, or a plain count or rate. */
  readonly target: number;
  readonly unit: '%' | '' | 'a second';
  readonly good: 'at least' | 'at most';
  /** @returns null where the scorer had nothing to score */
  readonly read: (scored: string) => Result | null;
}

/** Where labelled data of one kind lies below its folder, and what is measured on it. */
export interface Run {
  readonly data: string;
  readonly kind: 'records' | 'articles' | 'questions';
  /** Files and folders that have to be there. */
  readonly needs: readonly string[];
  readonly measures: readonly Measure[];
}

const shareOf = (part: number, whole: number): Result | null =>
  whole === 0
    ? null
    : {
        value: (100 * part) / whole,
        shown: `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`,
      };

/** "killed   exact match 92.4% (510/552)": the share behind these words, on the line that begins with that one. */
const share = (line: string, words: string): Measure['read'] => {
  const pattern = new RegExp(`^${line}\\b.*?\\b${words} [\\d.]+% \\((\\d+)/(\\d+)\\)`, 'm');
  return scored => {
    const found = pattern.exec(scored);
    return found === null ? null : shareOf(Number(found[1]), Number(found[2]));
  };
};

const count =
  (pattern: RegExp): Measure['read'] =>
  scored => {
    const found = pattern.exec(scored)?.[1];
    return found === undefined ? null : { value: Number(found), shown: found };
  };

const atLeast = (name: string, target: number, line: string, words: string): Measure => ({
  name,
  target,
  unit: '%',
  good: 'at least',
  read: share(line, words),
});

const none = (name: string, pattern: RegExp): Measure => ({
  name,
  target: 0,
  unit: '',
  good: 'at most',
  read: count(pattern),
});

const tolls = (killed: number, injured: number | null, precision: number | null): Measure[] => [
  atLeast('killed, exact', killed, 'killed', 'exact match'),
  ...(injured === null ? [] : [atLeast('injured, exact', injured, 'wounded', 'exact match')]),
  ...(precision === null
    ? []
    : [
        atLeast('killed, precision on findable', precision, 'killed', 'precision on findable'),
        atLeast('injured, precision on findable', precision, 'wounded', 'precision on findable'),
      ]),
];

const quoted = none('quotes not in the text', /^quotes +\d+ figures, (\d+) whose/m);

const records = (data: string, measures: readonly Measure[]): Run => ({
  data,
  kind: 'records',
  needs: [`records/${data}.jsonl`],
  measures: [...measures, quoted],
});

export const RUNS: readonly Run[] = [
  records('gtd_southasia', [
    ...tolls(92, 95, 98),
    atLeast('city or district', 85, 'place', 'city or district'),
    atLeast('province', 92, 'place', 'province'),
    atLeast('group', 95, 'group', 'found'),
  ]),
  records('gtd_eval1000', tolls(89, 92, 97)),
  records('acled_pakistan2015_violence', [
    ...tolls(80, null, null),
    atLeast('city or district, where in the text', 80, 'place', 'where the city is in the text'),
    atLeast('province', 88, 'place', 'province'),
  ]),
  {
    data: 'articles/dev',
    kind: 'articles',
    needs: ['articles/dev.json', 'articles/dev'],
    measures: [
      atLeast('figures, recall', 92, 'figures', 'recall'),
      atLeast('figures, precision', 96, 'figures', 'precision'),
      atLeast('figures, whole scope right', 80, 'figures', 'whole scope right'),
      none('figures in articles without one', /^articles without a figure \d+: (\d+) figures/m),
      atLeast('incidents, recall', 90, 'incidents', 'recall'),
      atLeast('incidents, killed', 90, 'incidents', 'killed'),
      none('quotes not in the text', /quotes not in the text (\d+)$/m),
    ],
  },
  {
    data: 'questions-dev',
    kind: 'questions',
    needs: ['articles/questions-dev.json', 'articles/dev'],
    measures: [
      {
        name: 'answered as expected',
        // 27 of 30.
        target: 90,
        unit: '%',
        good: 'at least',
        read: scored => {
          const found = /^questions +(\d+) of (\d+)/m.exec(scored);
          return found === null ? null : shareOf(Number(found[1]), Number(found[2]));
        },
      },
    ],
  },
];
