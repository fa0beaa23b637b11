import { foldWords } from '../../core/fold.ts';
import { SHINGLE } from '../../text/shingles.ts';

/** Bands a signature has, and rows a band is made of: copies that share a third are found in 99 of 100 cases. */
const BANDS = 40;
const ROWS = 2;

/** Below this number of four-word runs two texts are alike by chance. */
const FEWEST = 12;

/** FNV-1a, 32 bits, over UTF-16 units; `before` is the hash of what stands in front. */
const hashOf = (text: string, before = 0x811c9dc5): number => {
  let hash = before;
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

/**
 * The hash of every run of four words, in 32 bits with their sign: what two texts have in common without the runs
 * themselves, which would be thrown away at once.
 */
export const runHashes = (text: string): readonly number[] => {
  const words = foldWords(text);
  const hashes: number[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = hashOf(words[i] ?? '');
    for (let j = i + 1; j < i + SHINGLE; j++) hash = hashOf(words[j] ?? '', hashOf(' ', hash));
    hashes.push(hash | 0);
  }
  return hashes;
};

const hasFewest = (hashes: readonly number[]): boolean => {
  const different = new Set<number>();
  for (const hash of hashes) if (different.add(hash).size >= FEWEST) return true;
  return false;
};

/** The smallest hash under a seed: two texts share one with the chance of their similarity. */
const leastUnder = (seed: number, hashes: readonly number[]): number => {
  let least = 0xffffffff;
  for (const hash of hashes) {
    const mixed = mix(hash ^ seed);
    if (mixed < least) least = mixed;
  }
  return least;
};

/**
 * What near-copies of a text have in common, for a look-up in a database: 40 whole numbers below 2⁵³. Two texts of which
 * any number is the same are likely to be copies, and `similarity` of their shingles decides. A text that is too short
 * to tell has none. The numbers must never change, or what is stored finds nothing any more.
 */
export const signature = (text: string): readonly number[] => {
  const hashes = runHashes(text);
  if (!hasFewest(hashes)) return [];
  const least = SEEDS.map(seed => leastUnder(seed, hashes));
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = least.slice(band * ROWS, (band + 1) * ROWS).join(',');
    // The band is part of the number, so that a look-up needs no second column.
    return hashOf(`${band}:${rows}`) * 2 ** 21 + (mix(hashOf(rows)) >>> 11);
  });
};
