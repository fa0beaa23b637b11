import type { ReadArticle } from '../article/article.ts';
import type { Candidate } from '../article/assemble.ts';
import type { OpenIncident } from '../article/incidents.ts';
import { tellerBelow } from './bodies.ts';
import { casualtyParts } from './casualties.ts';
import { carryOperations, dropLooseEvents, dropRepeats, dropToldBombers } from './events.ts';
import { markShared, scopeOfIncident, splitIncidents } from './incidents.ts';
import { bodiesArePart, markParts, partsShareScope, partsShareSide } from './parts.ts';
import { borrowNoun, ownMen } from './people.ts';
import type { Refiner } from './refiner.ts';
import { withinToll } from './within-toll.ts';

/** In this order: parts must be known before they take their whole's scope, and nouns before sides are shared. */
export const REFINERS: readonly Refiner[] = [
  dropRepeats,
  dropLooseEvents,
  dropToldBombers,
  markShared,
  borrowNoun,
  ownMen,
  carryOperations,
  casualtyParts,
  markParts,
  withinToll,
  bodiesArePart,
  splitIncidents,
  partsShareSide,
  scopeOfIncident,
  tellerBelow,
  partsShareScope,
];

export const refine = (
  candidates: readonly Candidate[],
  read: ReadArticle,
  incidents: readonly OpenIncident[],
): readonly Candidate[] =>
  REFINERS.reduce((list: readonly Candidate[], refiner) => refiner.refine(list, read, incidents), candidates);
