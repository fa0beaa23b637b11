/** What is around the program: how it was called, and the streams it reads and writes. */
export interface Surroundings {
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  readonly stdin: NodeJS.ReadableStream & AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  /** Bytes of standard input where it is a file; null for a pipe or a terminal, whose end nobody knows. */
  readonly inputSize: number | null;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
}
