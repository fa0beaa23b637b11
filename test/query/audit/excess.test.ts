import { expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import { auditExcess } from '../../../src/query/audit/excess.ts';
import { figure, type Loose } from '../../made-up/figures.ts';

const crss = (loose: Loose): Figure => figure({ body: 'crss', ...loose });

const found = (part: Loose): number => auditExcess({ figures: [crss({ number: 100 }), crss(part)] }).length;

test.for<[claim: string, part: Loose]>([
  ['a province', { number: 101, place: 'pk/sindh' }],
  ['a month', { number: 101, period: '2024-08' }],
  ['a class of victims', { number: 101, victims: ['militants'] }],
])('%s that has more than the whole is found', ([, part]) => expect(found(part)).toBe(1));

test.for<[claim: string, part: Loose]>([
  ['that has as many as the whole', { number: 100, place: 'pk/sindh' }],
  ['of another body', { number: 101, place: 'pk/sindh', body: 'picss' }],
  ['of another article', { number: 101, place: 'pk/sindh', article: 'another' }],
  ['of the year before', { number: 101, place: 'pk/sindh', period: '2023' }],
  ['of another kind of event', { number: 101, place: 'pk/sindh', operations: 'militant-attacks' }],
  ['that is not exact', { number: '101+', place: 'pk/sindh' }],
  ['that is the whole itself', { number: 101 }],
])('a part %s is in order', ([, part]) => expect(found(part)).toBe(0));
