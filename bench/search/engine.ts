/** What every engine is given. */
export interface Doc {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A full-text engine as its own documents tell to set it up, nothing tuned. */
export interface Engine {
  readonly add: (docs: readonly Doc[]) => void;
  /** Makes what was added searchable, where adding alone does not. */
  readonly ready: () => void;
  /** Ids, best first. */
  readonly search: (words: string, limit: number) => readonly string[];
}

/** Opens an engine that may keep its index in a file. */
export type OpenEngine = (file: string) => Engine;

const BATCH = 200;

/** What is added at a time. */
export const batches = function* (docs: Iterable<Doc>): Generator<readonly Doc[]> {
  let batch: Doc[] = [];
  for (const doc of docs) {
    batch.push(doc);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};
