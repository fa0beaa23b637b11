import { describe, expect, test } from 'vitest';
import { facts, incidents, scopes } from '../facts.ts';

/** All texts here are made up; places are real. */
const table = (
  read: (text: string) => string[],
  rows: readonly (readonly [string, string, readonly string[]])[],
) =>
  test.for(rows)('%s', ([, text, expected]) => {
    expect(read(text)).toEqual(expected);
  });

describe('part: belongs to the nearest total that is large enough', () => {
  table(facts, [
    [
      'a part of the sentence before',
      'A blast killed 26 people in Mastung. The dead included 14 soldiers.',
      ['fatalities 26', 'fatalities 14 security-forces (part)'],
    ],
    [
      'a part of the wounded is none of the dead',
      'A blast killed 26 people and injured 62, including 40 soldiers, in Mastung.',
      ['fatalities 26', 'injuries 62', 'injuries 40 security-forces (part)'],
    ],
    [
      'what is larger than the total is no part',
      'A blast killed two people in Mastung. The convoy included 14 soldiers.',
      ['fatalities 2'],
    ],
  ]);
});

describe('repeat and loose-events: happenings named again, or told one by one', () => {
  table(facts, [
    [
      'a count said again with "the"',
      'PICSS counted 245 attacks in October 2024. The 245 attacks killed 90 people.',
      ['incidents 245', 'fatalities 90'],
    ],
    [
      'two explosions of one day are no count of a period',
      'Two explosions hit election offices in Pishin on Thursday. At least 12 people were killed.',
      ['fatalities 12+'],
    ],
    [
      'three attacks of a news story',
      'Three attacks in Kech on Thursday killed two policemen.',
      ['fatalities 2 security-forces'],
    ],
  ]);
});

describe('bombers-told: a bomber is counted once', () => {
  table(facts, [
    [
      'counted apart',
      'A suicide bomber detonated his vest in Gwadar. In addition to the bomber, three people were killed.',
      ['fatalities 1 militants', 'fatalities 3'],
    ],
    [
      'counted among the dead',
      'A suicide bomber detonated his vest in Hub. Six people, including the bomber, were killed.',
      ['fatalities 6', 'fatalities 1 militants (part)'],
    ],
    [
      'told twice',
      'A suicide bomber detonated his vest in Hub. The bomber blew himself up at the gate of a school.',
      ['fatalities 1 militants'],
    ],
    [
      'a second one',
      'A suicide bomber detonated his vest in Hub. A second suicide bomber detonated another minutes later.',
      ['fatalities 1 militants', 'fatalities 1 militants'],
    ],
  ]);
});

describe('shared: one toll for several incidents', () => {
  table(facts, [
    [
      'across the assaults',
      'Gunmen attacked a farm in Hub. At least seven farmers were killed across the assaults.',
      ['fatalities 7+ civilians (shared)'],
    ],
    [
      'in the blasts, behind one of several',
      'A grenade hit a bus stop in Hub. This was one of four grenade attacks. 24 people were hurt in the blasts.',
      ['injuries 24 (shared)'],
    ],
    [
      'in this and another',
      'A bomb went off at a shop in Hub. Six people were injured in this and two unrelated attacks.',
      ['injuries 6 (shared)'],
    ],
    [
      'in which, behind one of several',
      'Gunmen shot at traders in Hub. This was one of two related attacks in the town in which five civilians were killed.',
      ['fatalities 5 civilians (shared)'],
    ],
    [
      'across both attacks',
      'Gunmen raided posts in Kalat and Bolan on Thursday. At least 21 people were killed across both attacks.',
      ['fatalities 21+ (shared)'],
    ],
    [
      'in all three blasts',
      'Blasts hit Hub, Bela and Uthal on Thursday. In all, nine people were killed in all three blasts.',
      ['fatalities 9 (shared)'],
    ],
    [
      'the toll of one attack is not shared',
      'A blast hit Hub on Thursday. Nine people were killed in the blast.',
      ['fatalities 9'],
    ],
    [
      'attacks told first as one',
      'A wave of terror in Balochistan claimed at least 28 lives. The attacks, which occurred in Pishin and Qila Saifullah, shook the province.',
      ['fatalities 28+ (shared)'],
    ],
  ]);

  test('a shared toll is given to none of its incidents', () => {
    const text =
      'A wave of terror in Balochistan claimed at least 28 lives. The attacks, which occurred in Pishin and Qila Saifullah, shook the province.';
    expect(incidents(text)).toEqual([
      'armed-attack in pk/balochistan/pishin on 2024-11-22',
      'armed-attack in pk/balochistan/qila-saifullah on 2024-11-22',
    ]);
  });
});

describe('side-of-whole and borrowed noun', () => {
  table(facts, [
    [
      'a part without a side is on the side of its whole',
      'Raiders killed 47 villagers near Bara, nine women among them.',
      ['fatalities 47 civilians', 'fatalities 9 civilians (part)'],
    ],
    [
      'six of them',
      'More than 100 gunmen took part in the raid near Wana. Six of them were killed.',
      ['fatalities 6 militants'],
    ],
    [
      'others of a sentence',
      'Three policemen were killed in Tank and two others were hurt.',
      ['fatalities 3 security-forces', 'injuries 2 security-forces'],
    ],
    [
      'people stay people',
      'Three people were killed in Tank and two others were hurt.',
      ['fatalities 3', 'injuries 2'],
    ],
  ]);
});

describe('scope: what a part, and what an earlier sentence takes over', () => {
  table(scopes, [
    [
      'a part counts where and when its whole does',
      'Police said that a blast killed 26 people in Mastung on Thursday. The dead included 14 soldiers.',
      [
        'fatalities 26 | incident | pk/balochistan/mastung | 2024-11-21 | police',
        'fatalities 14 | incident | pk/balochistan/mastung | 2024-11-21 | police',
      ],
    ],
    [
      'the place named later holds for the lead',
      'Two soldiers were killed in a raid in Balochistan on Wednesday.\nThe raid took place in Kalat.',
      ['fatalities 2 | incident | pk/balochistan/kalat | 2024-11-20 | nobody'],
    ],
  ]);
});
