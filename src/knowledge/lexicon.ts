import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Bound, MEASURES, type Measure, type VictimClass } from '../core/figure.ts';
import type { IncidentType } from '../core/incident.ts';
import { type PhraseTable, phraseTable } from '../core/phrases.ts';
import { type TrendWords, trendsSchema, trendWords } from './trend-words.ts';

/** A noun for people. `side` is null when the word does not say whose side they are on ("people", "members"). */
export interface PeopleNoun {
  readonly noun: string;
  readonly side: VictimClass | null;
  readonly plural: boolean;
}

/** How a harm word takes its people, see data/lexicon/harm.json. */
export type HarmForm = 'participle' | 'active' | 'suffered' | 'state' | 'nouns';

export interface HarmWord {
  readonly measure: Measure;
  readonly form: HarmForm;
}

export interface BoundWord {
  readonly bound: Bound;
  /** What a vague word says at least ("dozens" 24); null when it says nothing of the size. */
  readonly low: number | null;
}

/** What a word does in a sentence, see data/lexicon/grammar.json. */
export type GrammarRole = Exclude<keyof z.infer<typeof grammarSchema>, 'note'>;

/** A word for a kind of incident; `rank` 0 is the most telling. */
export interface KindWord {
  readonly kind: IncidentType;
  readonly rank: number;
  /** It only says that people were killed ("killed", "violence"): so does a flood. */
  readonly bare: boolean;
  /** "blast", "exploded": what a gas cylinder does as well. */
  readonly neutral: boolean;
}

export interface Lexicon {
  readonly people: PhraseTable<PeopleNoun>;
  /** Words before a neutral noun that say the side: "security official", "Taliban fighter". */
  readonly qualifiers: PhraseTable<VictimClass>;
  /** Nouns that are counted in reports and are not people, in both numbers. */
  readonly things: ReadonlySet<string>;
  readonly harm: PhraseTable<HarmWord>;
  /** "death threats", "murder charges": nobody is harmed. */
  readonly notHarm: PhraseTable<string>;
  /** "unhurt", "remained safe": an explicit zero for whom it is said of. */
  readonly unharmed: PhraseTable<string>;
  readonly bounds: PhraseTable<BoundWord>;
  /** First words of the bounds: a cheap look before a dear one. */
  readonly boundStarts: ReadonlySet<string>;
  /** "daily", "a month", "an average of": a number beside them is a rate and counts nobody. */
  readonly rates: PhraseTable<string>;
  /** "as many", "an equal number": the number before, once more. */
  readonly same: PhraseTable<string>;
  readonly grammar: PhraseTable<GrammarRole>;
  readonly kinds: PhraseTable<KindWord>;
  /** Words that tell of a happening and do not only speak of one: "went off", "stormed". */
  readonly happened: PhraseTable<string>;
  readonly sites: PhraseTable<string>;
  /** Causes that are no violence: floods, accidents, sport. */
  readonly notSecurity: PhraseTable<string>;
  /** What goes off with a bang and is no bomb: "cylinder", "boiler". */
  readonly accidents: PhraseTable<string>;
  /** Words after which a sentence tells what went before: "days after", "in retaliation for". */
  readonly aftermath: PhraseTable<string>;
  /** Words that recall an earlier happening instead of reporting a new one. */
  readonly recalled: PhraseTable<string>;
  readonly trends: TrendWords;
  /** Nouns that take their side from what stands before or behind them: "security official", "members of the forces". */
  readonly neutral: ReadonlySet<string>;
  /** Nouns behind a force's name that close its phrase: "an NDS support unit". */
  readonly forceNouns: ReadonlySet<string>;
  /** Words behind a body's name that make it the one who vouches. */
  readonly says: ReadonlySet<string>;
  /** Nouns that stand for the monitor spoken of: "the report", "its figures". */
  readonly reports: ReadonlySet<string>;
  /** Capitalised words behind a place that are no part of its name: "Kabul University", "Herat Province". */
  readonly behindPlaces: ReadonlySet<string>;
  /** Words that make the name before them another name: "Kabul Khel". */
  readonly placeEndings: ReadonlySet<string>;
}

const side = z.enum(['security-forces', 'militants', 'civilians', 'unknown']);
const noun = z.union([z.string(), z.tuple([z.string(), z.string()])]);
const sides = <T extends z.ZodType>(value: T) => ({
  'security-forces': value,
  militants: value,
  civilians: value,
});

export const victimsSchema = z.strictObject({
  note: z.string(),
  ...sides(z.array(noun)),
  unknown: z.array(noun),
  mass: z.strictObject({ ...sides(z.array(z.string())), unknown: z.array(z.string()) }),
  qualifiers: z.strictObject(sides(z.array(z.string()))),
  notPeople: z.array(z.string()),
  neutral: z.array(z.string()),
  forceNouns: z.array(z.string()),
});

const forms = z.strictObject({
  participle: z.array(z.string()),
  active: z.array(z.string()),
  suffered: z.array(z.string()),
  state: z.array(z.string()),
  nouns: z.array(z.string()),
});

export const harmSchema = z.strictObject({
  note: z.string(),
  notHarm: z.array(z.string()),
  unharmed: z.array(z.string()),
  fatalities: forms,
  injuries: forms,
  abductions: forms,
  arrests: forms,
  casualties: forms,
  incidents: forms,
});

export const boundsSchema = z.strictObject({
  note: z.string(),
  'at-least': z.array(z.string()),
  'more-than': z.array(z.string()),
  'at-most': z.array(z.string()),
  about: z.array(z.string()),
  exact: z.array(z.string()),
  rates: z.array(z.string()),
  same: z.array(z.string()),
  vague: z.record(z.string(), z.number().nullable()),
});

const words = z.array(z.string());

export const grammarSchema = z.strictObject({
  note: z.string(),
  auxiliary: words,
  finite: words,
  preposition: words,
  subordinator: words,
  relative: words,
  and: words,
  or: words,
  including: words,
  negation: words,
  determiner: words,
  pronoun: words,
  claim: words,
  leave: words,
  rise: words,
  shoot: words,
});

const INCIDENT_KINDS = [
  'suicide-bombing',
  'unexploded-ordnance',
  'air-strike',
  'rocket-attack',
  'abduction',
  'bombing',
  'ambush',
  'operation',
  'clash',
  'shooting',
  'armed-attack',
  'bodies-found',
] as const satisfies readonly IncidentType[];

export const speechSchema = z.strictObject({ note: z.string(), says: words, reports: words });

export const placeWordsSchema = z.strictObject({ note: z.string(), behind: words, endings: words });

export const eventsSchema = z.strictObject({
  note: z.string(),
  kinds: z.record(z.enum(INCIDENT_KINDS), words),
  killing: words,
  happened: words,
  sites: words,
  notSecurity: words,
  accidents: words,
  neutralBlasts: words,
  recalled: words,
  aftermath: words,
});

const read = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(`../../data/lexicon/${file}`, import.meta.url), 'utf8')));

/** "policeman" → "policemen", "body" → "bodies", "jihadi" → "jihadis" */
export const pluralOf = (singular: string): string => {
  if (/man$/.test(singular)) return singular.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(singular)) return singular.replace(/y$/, 'ies');
  if (/(?:s|x|ch|sh)$/.test(singular)) return `${singular}es`;
  return `${singular}s`;
};

/** "deputy superintendent of police" has its number on the first word; none of ours do, so the last word takes it. */
const both = (entry: string | readonly [string, string]): readonly [string, string] =>
  typeof entry === 'string' ? [entry, pluralOf(entry)] : [entry[0], entry[1]];

const SIDES = side.options;
const ROLES = grammarSchema.keyof().exclude(['note']).options;

const peopleOf = (data: z.infer<typeof victimsSchema>) => {
  const entries: [string, PeopleNoun][] = [];
  for (const key of SIDES) {
    const value = key === 'unknown' ? null : key;
    for (const entry of data[key]) {
      const [singular, plural] = both(entry);
      entries.push([singular, { noun: singular, side: value, plural: false }]);
      entries.push([plural, { noun: singular, side: value, plural: true }]);
    }
    for (const mass of data.mass[key]) entries.push([mass, { noun: mass, side: value, plural: true }]);
  }
  return phraseTable(entries);
};

/** Word lists of the reader, from data/lexicon; a file that does not fit its schema ends the start. */
export const loadLexicon = (): Lexicon => {
  const victims = read('victims.json', victimsSchema);
  const harm = read('harm.json', harmSchema);
  const bounds = read('bounds.json', boundsSchema);
  const speech = read('speech.json', speechSchema);
  const placeWords = read('place-words.json', placeWordsSchema);
  const harmEntries = MEASURES.flatMap(measure =>
    (['participle', 'active', 'suffered', 'state', 'nouns'] as const).flatMap(form =>
      harm[measure][form].map((word): [string, HarmWord] => [word, { measure, form }]),
    ),
  );
  const boundEntries = (['at-least', 'more-than', 'at-most', 'about', 'exact'] as const)
    .flatMap(bound => bounds[bound].map((word): [string, BoundWord] => [word, { bound, low: null }]))
    .concat(Object.entries(bounds.vague).map(([word, low]) => [word, { bound: 'vague', low }]));
  const qualifiers = (['security-forces', 'militants', 'civilians'] as const).flatMap(value =>
    victims.qualifiers[value].map((word): [string, VictimClass] => [word, value]),
  );
  const { note: _, ...roles } = read('grammar.json', grammarSchema);
  const grammarEntries = ROLES.flatMap(role =>
    roles[role].map((word): [string, GrammarRole] => [word, role]),
  );
  const events = read('events.json', eventsSchema);
  const neutral = new Set(events.neutralBlasts);
  const kinds = [
    ...INCIDENT_KINDS.flatMap((kind, rank) =>
      events.kinds[kind].map((word): [string, KindWord] => [
        word,
        { kind, rank, bare: false, neutral: neutral.has(word) },
      ]),
    ),
    ...events.killing.map((word): [string, KindWord] => [
      word,
      { kind: 'armed-attack', rank: INCIDENT_KINDS.length, bare: true, neutral: false },
    ]),
  ];
  const plain = (list: readonly string[]) => phraseTable(list.map(word => [word, word] as const));
  return {
    neutral: new Set(victims.neutral),
    forceNouns: new Set(victims.forceNouns),
    says: new Set(speech.says),
    reports: new Set(speech.reports),
    behindPlaces: new Set(placeWords.behind),
    placeEndings: new Set(placeWords.endings),
    trends: trendWords(read('trends.json', trendsSchema)),
    kinds: phraseTable(kinds),
    sites: plain(events.sites.flatMap(both)),
    notSecurity: plain(events.notSecurity),
    recalled: plain(events.recalled),
    rates: plain(bounds.rates),
    same: plain(bounds.same),
    happened: plain(events.happened),
    accidents: plain(events.accidents),
    aftermath: plain(events.aftermath),
    grammar: phraseTable(grammarEntries),
    people: peopleOf(victims),
    qualifiers: phraseTable(qualifiers),
    things: new Set(victims.notPeople.flatMap(word => both(word))),
    harm: phraseTable(harmEntries),
    unharmed: plain(harm.unharmed),
    notHarm: plain(harm.notHarm.flatMap(both)),
    bounds: phraseTable(boundEntries),
    boundStarts: new Set(boundEntries.flatMap(([phrase]) => phrase.split(' ').slice(0, 1))),
  };
};
