import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actorsSchema, loadActors } from '../../src/knowledge/actors.ts';
import { readName } from './reading.ts';

const actors = loadActors();
const file = new URL('../../data/lexicon/actors.json', import.meta.url);
const data = actorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const entries = [...data.armedGroups, ...data.stateForces];

const read = (text: string) => {
  const { named, taken } = readName(actors.names, text);
  return named.map(({ actor, label }) => `${actor.id}${label ? ' (label)' : ''}: ${taken}`);
};

describe('a name in print', () => {
  test.for<[text: string, found: string]>([
    ['TTP militants', 'ttp: TTP'],
    ['Taliban fighters', 'aft: Taliban'],
    ['Afghan Taliban fighters', 'aft: Afghan Taliban'],
    ['Pakistani Taliban fighters', 'ttp: Pakistani Taliban'],
    ['Tehreek-e-Taliban Pakistan (TTP)', 'ttp: Tehreek-e-Taliban Pakistan'],
    ['Tehrik-i-Taliban Pakistan', 'ttp: Tehrik-i-Taliban Pakistan'],
    ['Tehreek e Taliban', 'ttp: Tehreek e Taliban'],
    ["Jama'at-ul-Ahrar", "ja: Jama'at-ul-Ahrar"],
    ['Lashkar-i-Jhangvi gunmen', 'lej: Lashkar-i-Jhangvi'],
    ['Lashkar-e-Jhangvi al-Alami', 'lej-alami: Lashkar-e-Jhangvi al-Alami'],
    ['Baloch Liberation Army (BLA)', 'bla: Baloch Liberation Army'],
    ['BLA-J fighters', 'bla: BLA-J'],
    ['Communist Party of India - Maoist (CPI-Maoist)', 'cpi-maoist: Communist Party of India - Maoist'],
    ['Communist Party of India (Maoist)', 'cpi-maoist: Communist Party of India (Maoist'],
    ['CPI (Maoist)', 'cpi-maoist: CPI (Maoist'],
    ['Khorasan Chapter of the Islamic State', 'iskp: Khorasan Chapter of the Islamic State'],
    ['Islamic State’s Khorasan branch', 'iskp: Islamic State’s Khorasan branch'],
    ['Islamic State West Africa Province', 'iswap: Islamic State West Africa Province'],
    ['Islamic State in the Greater Sahara', 'isgs: Islamic State in the Greater Sahara'],
    ['Islamic State’s fighters', 'is: Islamic State'],
    ['IS-K gunmen', 'iskp: IS-K'],
    ['IS gunmen', 'is: IS'],
    ['M23 rebels', 'm23: M23 rebels'],
    ['M23 positions', 'm23: M23'],
    ['Houthi extremists (Ansar Allah)', 'houthis: Houthi extremists (Ansar Allah'],
    ['al Shabaab', 'al-shabaab: al Shabaab'],
    ['Sendero Luminoso (SL)', 'shining-path: Sendero Luminoso'],
    ['Real IRA', 'rira: Real IRA'],
    ['SPLM/A-IO troops', 'spla-io: SPLM/A-IO'],
    ['Frontier Corps (FC)', 'fc: Frontier Corps'],
    ['Sindh Rangers', 'pk-rangers: Sindh Rangers'],
    ['Volunteers for the Defence of the Homeland', 'vdp: Volunteers for the Defence of the Homeland'],
    ['Rapid Support Forces', 'rsf: Rapid Support Forces'],
    ['Fitna-al-Khawarij', 'ttp (label): Fitna-al-Khawarij'],
    ['khwarij', 'ttp (label): khwarij'],
    ['Fitna al-Hindustan', 'baloch-separatists (label): Fitna al-Hindustan'],
  ])('%s is %s', ([text, found]) => {
    expect(read(text)).toEqual([found]);
  });

  test.for([
    ...[
      'is',
      'Is',
      'us',
      'US',
      'tip',
      'imp',
      'sl',
      'adf',
      'bla',
      'fc',
      'ira',
      'eta',
      'mend',
      'fano',
      'levies',
    ],
    ...['police', 'Police', 'army', 'Army', 'rangers', 'Rangers', 'troops', 'militants', 'separatists'],
    ...['price tag', 'right sector', 'red brigades', 'grey wolves', 'contras', 'resistance', 'lions’ den'],
  ])('%s is no actor', text => {
    expect(read(text)).toEqual([]);
  });
});

describe('the data file', () => {
  test('names each group and force once, by an id of its own', () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...actors.all()].map(({ id }) => id)).toEqual(ids);
    for (const id of ids) expect(actors.byId(id)?.id).toBe(id);
    expect(actors.byId('nobody')).toBeNull();
  });

  test('gives parents that exist, and no circle of them', () => {
    for (const { id } of entries) {
      const above = new Set<string>([id]);
      for (let at = actors.byId(id)?.parent ?? null; at !== null; at = actors.byId(at)?.parent ?? null) {
        expect(actors.byId(at), `${at}, parent of ${id}`).not.toBeNull();
        expect(above.has(at), `${id} stands above itself`).toBe(false);
        above.add(at);
      }
    }
  });

  test.for(entries)('$id is found by each of its names, and nobody else is', ({ id, name, ...names }) => {
    for (const text of [name, ...names.exact, ...names.aliases, ...names.labels]) {
      expect(
        read(text).map(found => found.split(/ \(|:/)[0]),
        text,
      ).toEqual([id]);
      expect(
        actors.names.named(text).some(({ actor }) => actor.id === id),
        text,
      ).toBe(true);
    }
  });

  test('flags as labels what a state calls a group, and keeps them out of its aliases', () => {
    for (const { id, labels } of entries)
      for (const label of labels) {
        expect(
          actors.names.named(label).every(found => found.label),
          label,
        ).toBe(true);
        expect(actors.byId(id)?.aliases).not.toContain(label);
      }
  });

  test('refuses an entry it does not know', () => {
    const odd = { ...data, armedGroups: [{ id: 'x', name: 'A made-up group', nickname: 'X' }] };
    expect(actorsSchema.safeParse(odd).success).toBe(false);
  });
});
