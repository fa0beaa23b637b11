import { expect, test } from 'vitest';
import type { AskedVictims } from '../../src/query/plan.ts';
import { victimsFit } from '../../src/query/scope.ts';
import { figure, type Loose } from '../made-up/figures.ts';

const soldiers: AskedVictims = {
  word: 'soldiers',
  classes: ['security-forces'],
  ownSide: false,
  stems: ['soldier', 'troop'],
};
const security: AskedVictims = {
  word: 'security forces',
  classes: ['security-forces'],
  ownSide: false,
  stems: [],
};
const martyrs: AskedVictims = {
  word: 'shuhada',
  classes: ['civilians', 'security-forces'],
  ownSide: true,
  stems: [],
};

test.for<[claim: string, asked: AskedVictims | null, figure: Loose, fit: string | null]>([
  ['everyone is asked and counted', null, {}, 'same'],
  ['everyone is asked, militants are some of them', null, { victims: ['militants'] }, 'part'],
  ['soldiers are soldiers', soldiers, { victims: ['security-forces'], victimsDetail: 'soldier' }, 'same'],
  ['a class holds its soldiers', soldiers, { victims: ['security-forces'] }, 'wider'],
  [
    '"security personnel" names the class alone',
    soldiers,
    { victims: ['security-forces'], victimsDetail: 'security personnel' },
    'wider',
  ],
  ['policemen are no soldiers', soldiers, { victims: ['security-forces'], victimsDetail: 'policeman' }, null],
  [
    'policemen are some of the security forces',
    security,
    { victims: ['security-forces'], victimsDetail: 'policeman' },
    'part',
  ],
  ['people of no class may be anybody', security, {}, null],
  [
    'civilians with soldiers are more than was asked',
    security,
    { victims: ['civilians', 'security-forces'] },
    null,
  ],
  ['militants are no martyrs', martyrs, { victims: ['militants'] }, null],
  ['soldiers are martyrs', martyrs, { victims: ['security-forces'] }, 'same'],
])('%s', ([, asked, loose, fit]) => expect(victimsFit(asked, figure(loose))).toBe(fit));

test('the toll of an incident without its attackers counts martyrs', () => {
  expect(victimsFit(martyrs, figure({ scope: 'incident' }), true)).toBe('same');
});
