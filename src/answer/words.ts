import type { BodyKind } from '../core/actor.ts';
import type { Basis, Bound, Measure, Operations, VictimClass } from '../core/figure.ts';
import type { IncidentType } from '../core/incident.ts';
import type { PlaceKind } from '../core/place.ts';
import type { ScopeField } from '../query/compare.ts';

/** Every word that answers show to people, apart from what articles print. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  fatalities: 'killed',
  injuries: 'injured',
  casualties: 'killed or injured',
  incidents: 'incidents',
  abductions: 'abducted',
  arrests: 'arrested',
};

/** What a part is a part of: "soldiers among the dead". */
export const AMONG_WORDS: Readonly<Record<Measure, string>> = {
  fatalities: 'among the dead',
  injuries: 'among the injured',
  casualties: 'among the killed and injured',
  incidents: 'among the incidents',
  abductions: 'among the abducted',
  arrests: 'among the arrested',
};

export const ZERO_WORDS: Readonly<Record<Measure, (who: string) => string>> = {
  fatalities: who => `no ${who} killed`,
  injuries: who => `no ${who} injured`,
  casualties: who => `no ${who} killed or injured`,
  incidents: () => 'no incidents',
  abductions: who => `no ${who} abducted`,
  arrests: who => `no ${who} arrested`,
};

export const VICTIM_WORDS: Readonly<Record<VictimClass, string>> = {
  civilians: 'civilians',
  'security-forces': 'security personnel',
  militants: 'militants',
};

export const ONE_OF: Readonly<Record<VictimClass, string>> = {
  civilians: 'civilian',
  'security-forces': 'member of the security forces',
  militants: 'militant',
};

export const OPERATION_WORDS: Readonly<Record<Operations, string>> = {
  'militant-attacks': 'militant attacks',
  'security-operations': 'operations of the security forces',
  both: 'militant attacks and operations',
};

export const BOUND_WORDS: Readonly<Record<Exclude<Bound, 'vague'>, string>> = {
  exact: '',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  about: 'about ',
};

export const TYPE_WORDS: Readonly<Record<IncidentType, string>> = {
  'suicide-bombing': 'suicide bombing',
  bombing: 'bombing',
  shooting: 'shooting',
  ambush: 'ambush',
  'armed-attack': 'armed attack',
  'rocket-attack': 'rocket attack',
  'air-strike': 'air strike',
  operation: 'operation of the security forces',
  clash: 'clash',
  abduction: 'abduction',
  'bodies-found': 'bodies found',
  'unexploded-ordnance': 'explosion of an old device',
  other: 'incident',
};

export const KIND_WORDS: Readonly<Record<PlaceKind, string>> = {
  country: 'country',
  admin1: 'province',
  admin2: 'district',
  area: 'group of districts',
  city: 'city',
  locality: 'town, village or post',
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  stated: 'stated in the sentence',
  carried: 'carried over from an earlier sentence',
  assumed: 'assumed from the dateline or the date of the article',
};

export const ROLE_WORDS = {
  claimed: 'claimed by',
  blamed: 'blamed on',
  suspected: 'suspected:',
} as const;

export const FIELD_WORDS: Readonly<Record<ScopeField, string>> = {
  measure: 'what is counted',
  scope: 'one incident against a count over a period:',
  cause: 'the cause of death',
  place: 'the place',
  period: 'the period',
  victims: 'whom they count',
  operations: 'the kind of event',
  actor: 'whose doing is counted',
  quantity: 'the number',
};

/** What kind of body counts, and from what it knows. */
export const BODY_WORDS: Readonly<Record<BodyKind, string>> = {
  monitor: 'a monitor, which counts over months and places',
  official: 'an authority of a state',
  police: 'police',
  military: 'armed forces',
  hospital: 'a hospital or rescue service',
  media: 'a newspaper or agency by its own count',
  'armed-group': 'an armed group',
  witness: 'witnesses',
  unnamed: 'sources that the article does not name',
};

export const WORDS = {
  people: 'people',
  person: 'person',
  anyone: 'one',
  unknownNumber: 'an unknown number of',
  noSource: 'no source named',
  noPeriod: 'period not stated',
  noDate: 'date not stated',
  noPlace: 'place not stated',
  anyEvent: 'kind of event not stated',
  neitherEvent: 'neither says which kind of event it counts',
  noCasualties: 'no casualties',
  via: 'via',
  totals: 'In all',
  byVictims: 'By who the victims are',
  byPlace: 'By place',
  byActor: 'By who is behind it',
  shorter: 'Shorter periods inside',
  narrower: 'Narrower in place and period',
  incidents: 'Single incidents',
  checks: 'Arithmetic of one body',
  reportsSay: 'What the reports say',
  earlierTolls: 'Earlier tolls, since replaced',
  otherIncidents: 'Other incidents reported there',
  otherIncidentsAnywhere: 'Other incidents reported',
  replaced: 'since replaced',
  sayNumber: 'no figure here says so',
  together: 'for several incidents together: ',
  when: 'When',
  where: 'Where',
  site: 'Site',
  type: 'Type',
  who: 'Who',
  onlyInside: 'No body gives one number for exactly this; what follows lies inside it and is not added up.',
  onlyIncidents: 'The articles give no count over this scope; single incidents are not added up.',
  notSafety: 'What the articles report is no judgement of how safe a place is; many things are not reported.',
  noAttack: 'This is no attack (a flood, an accident or the like) and is in no security toll.',
  zeroNote: 'none, in so many words',
  vagueNote: 'no number given',
  belongsTo: 'Belongs to:',
  quotedWords: 'Quoted words',
  noFigureRead: 'This quotes the article; no figure was read in these words, so no rule stands behind them.',
  doing: 'Counts of its doing',
  saidOfIt: 'What the articles say of it',
  howRead: 'how [1] was read',
  notTold: 'no report says',
  noActor: 'no report says who did it',
  noNumber: 'no report gives a number',
  noToll: 'no toll given',
  rangeNote: 'range of reported figures',
  nextTitle: 'You can ask',
  background: 'recalled',
} as const;
