import { once } from 'node:events';
import type { Writable } from 'node:stream';

// Every happening here is made up by numbers from a seed; places and bodies are real.

const PLACES =
  'Quetta Zhob Bannu Tank Chaman Panjgur Turbat Kohat Peshawar Karachi Kandahar Kabul Jalalabad Gwadar Khuzdar Sibi Mastung Hangu Mardan Swabi'.split(
    ' ',
  );
const DEEDS = [
  'a bomb went off near a market',
  'gunmen opened fire on a checkpost',
  'an explosive hit a convoy',
  'attackers stormed a police station',
  'a mine hit a passing van',
];
const VICTIMS = ['people', 'soldiers', 'policemen', 'civilians', 'labourers'];
const DETAILS =
  'Officers searched the hills until the evening|The road stayed closed for the rest of the day|The wounded were brought to the hospital of the district|Nobody claimed the attack so far|Traders kept their shops shut on the day after|The governor called it a cowardly act|Schools nearby were closed for two days|Elders of the area asked for better protection|Mobile service was cut in parts of the town|Reinforcements were sent from the provincial capital|A curfew was imposed in several quarters|Witnesses spoke of two loud blasts|Windows broke in houses around|The attackers fled on motorcycles|A search was under way in the fields'.split(
    '|',
  );
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Mulberry32: the same numbers on every machine. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const article = (n: number, draw: (below: number) => number) => {
  const pick = <T>(list: readonly T[], otherwise: T): T => list[draw(list.length)] ?? otherwise;
  const place = pick(PLACES, 'Quetta');
  const [year, month, day] = [2015 + draw(10), draw(12), 1 + draw(28)];
  const killed = 2 + draw(30);
  const details = Array.from(
    { length: 3 + draw(4) },
    () => `${pick(DETAILS, '')}, made-up witness ${draw(1_000_000)} of street ${draw(10_000)} said.`,
  );
  const lead = `${killed} ${pick(VICTIMS, 'people')} were killed and ${1 + draw(40)} others wounded when ${pick(DEEDS, '')} in ${place} on ${day} ${MONTHS[month]} ${year}, police said.`;
  return {
    id: `made-up-${n}`,
    title: `Made-up report ${n} from ${place}`,
    published: `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    publisher: `Made-up Paper ${draw(20)}`,
    text: [`Made-up report ${n} from ${place}`, lead, ...details].join('\n'),
  };
};

/** Writes so many made-up articles of some 70 words, one JSON a line; always the same ones. */
export const writeMadeUp = async (out: Writable, articles: number): Promise<void> => {
  const draw = numbers(1);
  for (let n = 0; n < articles; n++)
    if (!out.write(`${JSON.stringify(article(n, draw))}\n`)) await once(out, 'drain');
};
