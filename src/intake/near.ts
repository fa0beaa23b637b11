import { createHash } from 'node:crypto';
import type { Article, ArticleId } from '../core/article.ts';
import { runHashes } from '../ingest/identity/signature.ts';
import type { ArticleStore } from '../store/ports/archive.ts';
import { shingles, similarity } from '../text/shingles.ts';

/** Share of four-word runs from which on two articles are one text printed twice, as wire copies are. */
const COPY = 1 / 3;

/** Two texts whose hashes have less than this in common are no copies; hashes that meet by chance change nothing of that. */
const MAY_BE_COPY = COPY - 0.05;

/** So many articles that share most of a signature are compared word by word. */
const COMPARED = 4;

/** After everything: the newest wording, whatever the moment. */
const LATEST = { day: '9999-12-31', instant: '9999-12-31T23:59:59.999Z' };

type Archive = Pick<ArticleStore, 'withText' | 'copyCandidates' | 'versions' | 'article'>;

/** Articles that print what is there already: in the archive, or among those that wait to be landed. */
export interface Near {
  /** The article that holds exactly this text; null when none does. */
  readonly withText: (text: string) => ArticleId | null;
  /** The article whose near-copy this is, and the first of them; null when it is none's. */
  readonly originOf: (article: Article, signature: readonly number[]) => ArticleId | null;
  /** From now on it is among those that wait. */
  readonly note: (article: Article, signature: readonly number[], copyOf: ArticleId | null) => void;
  /** What waited is in the archive now. */
  readonly clear: () => void;
}

interface Waiting {
  readonly text: string;
  readonly copyOf: ArticleId | null;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Compares a text with others: by their hashes, and word by word where these say that it may be a copy. */
const copyTest = (text: string): ((other: string) => boolean) => {
  const hashes = new Set(runHashes(text));
  return other =>
    similarity(hashes, new Set(runHashes(other))) >= MAY_BE_COPY &&
    similarity(shingles(text), shingles(other)) >= COPY;
};

export const createNear = (archive: Archive): Near => {
  const waiting = new Map<ArticleId, Waiting>();
  const byText = new Map<string, ArticleId>();
  const byBand = new Map<number, Set<ArticleId>>();
  const textOf = (id: ArticleId): string | null =>
    waiting.get(id)?.text ?? archive.article(id, LATEST)?.text ?? null;
  const copyOf = (id: ArticleId): ArticleId | null => {
    const here = waiting.get(id);
    return here === undefined ? (archive.versions(id).at(-1)?.copyOf ?? null) : here.copyOf;
  };
  const waitingLike = (signature: readonly number[]): readonly ArticleId[] => [
    ...new Set(signature.flatMap(band => [...(byBand.get(band) ?? [])])),
  ];
  return {
    withText: text => byText.get(digest(text)) ?? archive.withText(text),
    originOf: ({ id, text }, signature) => {
      if (signature.length === 0) return null;
      const landed = archive.copyCandidates(signature, COMPARED + 1).map(candidate => candidate.id);
      const candidates = [...landed, ...waitingLike(signature).slice(0, COMPARED)];
      if (candidates.length === 0) return null;
      const isCopy = copyTest(text);
      for (const candidate of candidates) {
        const other = candidate === id ? null : textOf(candidate);
        if (other === null || !isCopy(other)) continue;
        const origin = copyOf(candidate);
        // Its own copies are no origin of it: an update of the first stays the first.
        if (origin !== id) return origin ?? candidate;
      }
      return null;
    },
    note: ({ id, text }, signature, copyOf) => {
      waiting.set(id, { text, copyOf });
      byText.set(digest(text), id);
      for (const band of signature) byBand.set(band, (byBand.get(band) ?? new Set()).add(id));
    },
    clear: () => {
      waiting.clear();
      byText.clear();
      byBand.clear();
    },
  };
};
