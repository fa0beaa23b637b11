import type { Measure, Operations, VictimClass } from '../../core/figure.ts';
import type { IncidentType } from '../../core/incident.ts';
import { phraseTable } from '../../core/phrases.ts';

/** What a word of a question means. */
export type Meaning =
  | { readonly kind: 'measure'; readonly measures: readonly Measure[] }
  | {
      readonly kind: 'victims';
      readonly classes: readonly VictimClass[];
      readonly ownSide: boolean;
      readonly stems: readonly string[];
      /** "Shuhada" says both who and that they died. */
      readonly measures: readonly Measure[];
    }
  | {
      readonly kind: 'incident';
      readonly types: readonly IncidentType[];
      readonly plural: boolean;
      readonly measures: readonly Measure[];
      /** Which counts it means where bodies count kinds of event apart; null when it may be any. */
      readonly operations: Operations | null;
      /** "Attacks", not "incidents" or "clashes": what militants do. */
      readonly attack: boolean;
    }
  /** `attribution`: what follows is whose word is asked for; `deed`: who did it is asked for. */
  | {
      readonly kind: 'ask';
      readonly what:
        | 'number'
        | 'happening'
        | 'compare'
        | 'total'
        | 'attribution'
        | 'deed'
        | 'latest'
        | 'safety';
    }
  | { readonly kind: 'filler' };

const killed: readonly Measure[] = ['fatalities'];
const hurt: readonly Measure[] = ['injuries'];
const both: readonly Measure[] = ['fatalities', 'injuries', 'casualties'];

const list = (words: string): string[] => words.split(',').map(word => word.trim());

const measure = (words: string, measures: readonly Measure[]): [string, Meaning][] =>
  list(words).map(word => [word, { kind: 'measure', measures }]);

const victims = (
  words: string,
  classes: readonly VictimClass[],
  stems: readonly string[] = [],
): [string, Meaning][] =>
  list(words).map(word => [word, { kind: 'victims', classes, ownSide: false, stems, measures: [] }]);

const incident = (
  words: string,
  types: readonly IncidentType[],
  measures: readonly Measure[] = [],
  operations: Operations | null = null,
): [string, Meaning][] =>
  list(words).map(word => [
    word,
    {
      kind: 'incident',
      types,
      plural: /(?:s|ies)$/.test(word) && !/ss$/.test(word),
      measures,
      operations,
      attack: /attack|assault/.test(word),
    },
  ]);

const ask = (words: string, what: Extract<Meaning, { kind: 'ask' }>['what']): [string, Meaning][] =>
  list(words).map(word => [word, { kind: 'ask', what }]);

const bombs: readonly IncidentType[] = ['bombing', 'suicide-bombing', 'unexploded-ordnance'];
const guns: readonly IncidentType[] = ['shooting', 'ambush', 'clash'];

/**
 * The words people use for what they ask. A word that carries two meanings ("killing": an incident and a count)
 * stands once, with both.
 */
const ENTRIES: readonly [string, Meaning][] = [
  ...measure(
    'killed, kill, kills, died, die, dies, dead, death, deaths, fatalities, fatality, lives lost, lost their lives, body count, death toll, death count, deaths toll, slain, perished',
    killed,
  ),
  ...measure('toll, tolls', both),
  ...measure('injured, wounded, hurt, injuries, injury, wounds, injures', hurt),
  ...measure('casualties, casualty, losses, victims, harmed', both),
  ...measure(
    'kidnapped, abducted, captives, captive, hostages, hostage, kidnappings, abductions, taken hostage, abductees, missing persons',
    ['abductions'],
  ),
  ...measure('arrested, arrests, arrest, detained, detentions, apprehended', ['arrests']),
  ...victims(
    'soldiers, soldier, troops, troopers, jawans, army men, armymen, army personnel, military personnel',
    ['security-forces'],
    ['soldier', 'troop', 'army', 'jawan'],
  ),
  ...victims(
    'police, policemen, policeman, police officers, police officer, police personnel, cops, constables, police men',
    ['security-forces'],
    ['police', 'constable', 'cop'],
  ),
  ...victims(
    'security personnel, security forces, security force, security men, security officials, law enforcement, law enforcers, law enforcement personnel, forces personnel, forces',
    ['security-forces'],
  ),
  ...victims('civilians, civilian, noncombatants, non combatants, ordinary people', ['civilians']),
  ...victims(
    'militants, militant, attackers, attacker, assailants, terrorists, terrorist, khawarij, khwarij, insurgents, insurgent, outlaws, rebels, extremists',
    ['militants'],
  ),
  ...list('shuhada, martyrs, martyred, martyrdoms, shaheed, shaheeds, martyr').map(
    (word): [string, Meaning] => [
      word,
      {
        kind: 'victims',
        classes: ['civilians', 'security-forces'],
        ownSide: true,
        stems: [],
        measures: killed,
      },
    ],
  ),
  ...incident(
    'blast, blasts, explosion, explosions, bomb, bombs, bombing, bombings, ied, ieds, roadside bomb, car bomb, detonation',
    bombs,
  ),
  ...incident('suicide bombing, suicide attack, suicide blast, suicide bombings, suicide attacks', [
    'suicide-bombing',
  ]),
  ...incident('shooting, shootings, gunfire, firing, gun attack, shootout', guns),
  ...incident('ambush, ambushes', ['ambush']),
  ...incident('clash, clashes, gunfight, gun battle, firefight, fighting', ['clash']),
  ...incident('kidnapping, kidnap, abduction', ['abduction'], ['abductions']),
  ...incident('operation, raid, raids', ['operation', 'armed-attack', 'shooting']),
  ...incident(
    'operations, ibo, ibos, security operation, security operations, military operation, military operations, counterterrorism operations, counter terrorism operations, clearance operation, clearance operations',
    ['operation', 'armed-attack', 'shooting'],
    [],
    'security-operations',
  ),
  ...incident('air strike, airstrike, air strikes, airstrikes, drone strike, drone strikes', ['air-strike']),
  ...incident('rocket attack, rocket attacks, shelling, mortar attack', ['rocket-attack']),
  ...incident('killing, killings, massacre, massacres, murder, murders, assassination', [], killed),
  ...incident('attack, attacks, attacked, assault, assaults, incident, incidents, strike', []),
  ...incident(
    'terror attack, terror attacks, terrorist attack, terrorist attacks, militant attack, militant attacks, insurgent attacks',
    [],
    [],
    'militant-attacks',
  ),
  ...incident('attacks and operations, attacks and counterterrorism operations', [], [], 'both'),
  ...ask('how many, number of, how much, count, figures, figure, numbers, statistics, stats', 'number'),
  ...ask(
    'what happened, what has happened, tell me about, details of, details, what is known about',
    'happening',
  ),
  ...ask(
    'compare, comparison, higher than, lower than, differ from, differs from, differ, different from, versus, vs, difference between, compared to, compared with, against each other',
    'compare',
  ),
  ...ask(
    'who claimed, claimed, who did, who did it, who is behind, who was behind, behind, who carried out, responsible, who is responsible, who was responsible, responsibility, claimed responsibility, which group, who attacked, who killed, who bombed, who shot, who kidnapped, who abducted, perpetrators, culprits, blamed, who is blamed, who was blamed',
    'deed',
  ),
  ...ask(
    'safe, safety, safely, unsafe, dangerous, danger, risk, risks, risky, security situation, travel, travelling, traveling, travel to, trip, visit, visiting, travel advice, travel advisory, advice, advisory, threat level',
    'safety',
  ),
  ...ask('latest, newest, most recent, recent', 'latest'),
  ...ask('total, overall, altogether, in total, in all, combined, sum', 'total'),
  ...ask(
    'according to, acc to, as per, reported by, says, said, by, per, from, counted by, source',
    'attribution',
  ),
];

const FILLERS = list(
  `a, about, after, all, also, am, an, and, any, are, around, as, at, be, been, before, between, but, can, could, did, do, does, during, each, either,
  ever, far, for, get, give, given, had, has, have, hello, hey, hi, his, i, if, in, into, is, it, its, just, know, last, let, like, list, made,
  many, may, me, more, most, much, my, near, news, next, no, not, now, of, off, on, one, only, or, other, our, out, over, people, ppl, person,
  persons, please, pls, report, reported, reports, s, same, say, show, since, so, some, something, still, take, tell, than, thanks, that, the,
  their, them, then, there, these, they, this, those, till, time, to, took, until, up, us, was, we, were, what, whats, when, where,
  which, while, who, whom, whose, why, will, with, within, would, year, years, you, your, happen, happened, happening, place, situation, update, updates,
  month, months, week, weeks, day, days, today, yesterday, area, district, province, region, city, town, village, tehsil, country, state, human, lives, life, men, anyone, anybody, someone, somebody, nobody, nice, best, good, bad, really, actually, exactly, ok, okay,
  right, correct, true, wrong, or, either, deadly, violence, violent, terrorism, terror, terrorist, militancy, insurgency, related, linked, due, security, brief, briefing, summary, overview, give me, new, bout, regarding, concerning, there, kind, sort, lost, loss`,
);

export const vocabulary = phraseTable<Meaning>([
  ...ENTRIES,
  ...FILLERS.map((word): [string, Meaning] => [word, { kind: 'filler' }]),
]);

/** Single words of the table that a typo may be read as: those that carry a meaning and are long enough to be sure of. */
export const correctable: readonly string[] = [
  ...new Set(
    ENTRIES.filter(([, meaning]) => meaning.kind !== 'ask')
      .map(([phrase]) => phrase)
      .filter(phrase => /^[a-z]{4,}$/.test(phrase)),
  ),
  ...list(
    'january, february, march, april, june, july, august, september, october, november, december, compare, total',
  ),
];
