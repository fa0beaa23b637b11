import { shingles } from '../../text/shingles.ts';

/** Bands a signature has, and rows a band is made of: copies that share a third are found in 99 of 100 cases. */
const BANDS = 40;
const ROWS = 2;

/** Below this number of four-word runs two texts are alike by chance. */
const FEWEST = 12;

/** FNV-1a, 32 bits, over UTF-16 units. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** Spreads 32 bits over 32 bits (the finaliser of MurmurHash3). */
const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

const SEEDS = Array.from({ length: BANDS * ROWS }, (_, i) => mix(i + 1));

/** The smallest hash under each seed: two texts share one with the chance of their similarity. */
const minima = (hashes: readonly number[]): readonly number[] =>
  SEEDS.map(seed => hashes.reduce((least, hash) => Math.min(least, mix(hash ^ seed)), 0xffffffff));

/**
 * What near-copies of a text have in common, for a look-up in a database: 40 whole numbers below 2⁵³. Two texts of which
 * any number is the same are likely to be copies, and `similarity` of their shingles decides. A text that is too short
 * to tell has none. The numbers must never change, or what is stored finds nothing any more.
 */
export const signature = (text: string): readonly number[] => {
  const hashes = [...shingles(text)].map(hashOf);
  if (hashes.length < FEWEST) return [];
  const least = minima(hashes);
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = least.slice(band * ROWS, (band + 1) * ROWS).join(',');
    // The band is part of the number, so that a look-up needs no second column.
    return hashOf(`${band}:${rows}`) * 2 ** 21 + (mix(hashOf(rows)) >>> 11);
  });
};
