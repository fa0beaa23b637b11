import type { Quantity } from '../../core/figure.ts';
import type { HarmWord } from '../../knowledge/lexicon.ts';
import type { People } from './group.ts';

/**
 * One piece of a sentence as the matchers see it. `symbol` is its letter in the sentence's shape:
 *
 * Q counted people · N a count without a noun · T definite people ("the officer") · P a person's name · q people nobody counted ·
 * K I H R killed, injured, abducted, arrested (passive or past) · k i h r the same, active only · X Y suffered ("died", "sustained
 * injuries") · d s states ("dead", "hostage") · F J A Z nouns for deaths, injuries, abductions, arrests · M "lives" · C casualties ·
 * E incidents · V counted incidents · U one unlisted person · O "toll", "number" · m claim, cost, take · l leave · u rise, stand at · S shoot · b auxiliary · v other finite verb ·
 * n negation · g including · & and · / or · f of · p preposition · c subordinator · w relative · t determiner · o pronoun ·
 * D period · L place · B body · G group or force · # a counted thing · ~ a rate ("a day") · z unhurt · e "as many" · marks as they are · x anything else
 */
export interface Unit {
  readonly symbol: string;
  /** Indexes of its first word in the line, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly people: readonly People[];
  readonly harm: readonly HarmWord[];
  /** Of a counted event (V); null for everything else. */
  readonly quantity: Quantity | null;
  /** Parts printed beside the people: "five people, two of them children", "including a commander". See absorb.ts. */
  readonly parts: readonly People[];
}
