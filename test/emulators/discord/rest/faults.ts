/** What goes wrong with a request. */
export type Failure =
  /** Refused before anything is stored; 429 with `retryAfter` seconds. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly scope?: 'user' | 'global' | 'shared';
      /** Discord's own code, such as 50035; 0 unless said. */
      readonly code?: number;
    }
  /** An error page of something that stands before Discord. */
  | { readonly kind: 'html'; readonly status: number }
  /** The connection is cut before anything is stored. */
  | { readonly kind: 'reset' }
  /** No reply, ever. */
  | { readonly kind: 'hang' }
  /** Done, and yet answered with an error, or with nothing. */
  | { readonly kind: 'stored'; readonly answer: 'reset' | number }
  /** Done and answered late. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** A failure of the next requests that match. */
export type Fault = Failure & {
  /** Part of `POST /channels/1/messages`, or a pattern; without it, every request. */
  readonly match?: string | RegExp;
  /** How many requests; 1 unless said. */
  readonly times?: number;
};

export interface Faults {
  readonly add: (...faults: readonly Fault[]) => void;
  /** Takes the first fault that matches, and counts it. */
  readonly take: (request: string) => Failure | null;
  /** Faults that have not happened yet. */
  readonly left: () => number;
  readonly clear: () => void;
}

const matches = (match: string | RegExp | undefined, request: string): boolean =>
  match === undefined || (typeof match === 'string' ? request.includes(match) : match.test(request));

export const makeFaults = (): Faults => {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (...faults) => {
      for (const fault of faults) waiting.push({ fault, left: fault.times ?? 1 });
    },
    take: request => {
      const found = waiting.find(({ fault, left }) => left > 0 && matches(fault.match, request));
      if (found === undefined) return null;
      found.left -= 1;
      return found.fault;
    },
    left: () => waiting.reduce((sum, { left }) => sum + left, 0),
    clear: () => {
      waiting.length = 0;
    },
  };
};
