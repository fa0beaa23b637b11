import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadActors } from '../../src/knowledge/actors.ts';
import { bodiesSchema, loadBodies } from '../../src/knowledge/bodies.ts';
import { readName } from './reading.ts';

const bodies = loadBodies(loadActors());
const file = new URL('../../data/lexicon/bodies.json', import.meta.url);
const data = bodiesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

const read = (text: string) => {
  const { named, taken } = readName(bodies.names, text);
  return named.map(({ body }) => `${body.id}: ${taken}`);
};

describe('a name in print', () => {
  test.for<[text: string, found: string]>([
    ["military's media wing said", "ispr: military's media wing"],
    ['army’s media wing said', 'ispr: army’s media wing'],
    ['Pakistan Army’s media wing', 'ispr: Pakistan Army’s media wing'],
    ['Inter-Services Public Relations (ISPR)', 'ispr: Inter-Services Public Relations'],
    ["military's losses", 'military: military'],
    ['Pakistan Institute for Security Studies', 'picss: Pakistan Institute for Security Studies'],
    ['Pakistan Institute for Peace Studies', 'pips: Pakistan Institute for Peace Studies'],
    ['Centre for Research & Security Studies', 'crss: Centre for Research & Security Studies'],
    ['Armed Conflict Location and Event Data', 'acled: Armed Conflict Location and Event Data'],
    ['Armed Conflict Location & Event Data Project', 'acled: Armed Conflict Location & Event Data Project'],
    ['U.N. figures', 'un: U.N'],
    ['UN Assistance Mission in Afghanistan', 'unama: UN Assistance Mission in Afghanistan'],
    ['the WHO said', 'who: the WHO'],
    ['Médecins Sans Frontières', 'msf: Médecins Sans Frontières'],
    ['Dawn reported', 'dawn: Dawn'],
    ['TOLOnews', 'tolonews: TOLOnews'],
    ['TOLO News', 'tolonews: TOLO News'],
    ['RFE/RL', 'rferl: RFE/RL'],
    ['additional deputy commissioner', 'additional-deputy-commissioner: additional deputy commissioner'],
    ['deputy commissioner of a district', 'deputy-commissioner: deputy commissioner'],
    ['Rescue-1122 said', 'rescue-1122: Rescue-1122'],
    ['rescue officials', 'rescue-officials: rescue officials'],
    ['district health officer', 'health-department: district health officer'],
    ['medical superintendent of a hospital', 'hospital: medical superintendent'],
    ['district police officer', 'police: district police officer'],
    ['police said', 'police: police'],
    ['SHO of a station', 'police: SHO'],
    ['Counter-Terrorism Department', 'ctd: Counter-Terrorism Department'],
    ['security sources', 'security-officials: security sources'],
    ['Levies officials', 'levies: Levies officials'],
    ["militants' spokesman said", "armed-group: militants' spokesman"],
    ["traders' union", "witnesses: traders' union"],
    ['some accounts', 'unnamed-sources: some accounts'],
  ])('%s is %s', ([text, found]) => {
    expect(read(text)).toEqual([found]);
  });

  test.for([
    ...['dawn', 'un', 'us', 'who', 'the who', 'the nation', 'the news', 'the guardian', 'ap', 'geo', 'app'],
    ...['sp', 'levies', 'pips', "'s media wing", 'militants', 'Guardian'],
  ])('%s is no body', text => {
    expect(read(text)).toEqual([]);
  });
});

describe('the data file', () => {
  test('names each body once, by an id of its own', () => {
    const ids = data.bodies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...bodies.all()].map(({ id }) => id)).toEqual(ids);
    for (const id of ids) expect(bodies.byId(id)).toMatchObject({ id, listed: true });
    expect(bodies.byId('nobody')).toBeNull();
  });

  test.for(data.bodies)('$id is found by each of its names, and nobody else is', body => {
    for (const text of [body.name, ...body.exact, ...body.aliases]) {
      expect(
        read(text).map(found => found.split(':')[0]),
        text,
      ).toEqual([body.id]);
      expect(
        bodies.names.named(text).some(found => found.body.id === body.id),
        text,
      ).toBe(true);
    }
  });

  test.for([
    'picss',
    'pips',
    'crss',
    'ispr',
    'acled',
    'ucdp',
    'gtd',
    'satp',
    'unama',
    'hospital',
  ])('says what %s counts', id => {
    expect(bodies.byId(id)?.counts).toMatch(/^[A-Z][^\n]{20,200}\.$/);
  });

  test.for([
    ...['police', 'officials', 'hospital', 'military', 'media', 'witnesses', 'armed-group'],
    ...['unnamed-sources', 'administration'],
  ])('has a generic body %s', id => {
    expect(bodies.byId(id)).not.toBeNull();
  });

  test('refuses a kind it does not know', () => {
    const odd = { ...data, bodies: [{ id: 'x', name: 'A made-up body', kind: 'oracle' }] };
    expect(bodiesSchema.safeParse(odd).success).toBe(false);
  });
});
