import type { Fields, Json } from '../json.ts';

/** What goes wrong with a call. */
export type Wrong =
  /** An answer of the API, with its own words unless said: 400, 401, 403, 409, 429, 500, 502, 503. */
  | { readonly status: number; readonly description?: string; readonly parameters?: Fields }
  /** 502 with a page of HTML; 200 with half an object; the connection cut; no answer ever. */
  | 'html'
  | 'garbage'
  | 'reset'
  | 'hang'
  /** The call is carried out, and its answer is lost. */
  | 'stored-then-reset'
  | 'stored-then-500';

export interface Fault {
  readonly wrong: Wrong;
  /** Every method unless said. */
  readonly method?: string;
  /** Only calls for this chat. */
  readonly chat?: number;
  /** How many calls it hits; one unless said. */
  readonly times?: number;
}

/** Things that go wrong with the next calls, in the order in which they were added. */
export interface Faults {
  readonly add: (...faults: readonly Fault[]) => void;
  readonly take: (method: string, chat: Json | undefined) => Fault | null;
  readonly clear: () => void;
  /** How many are still to come. */
  readonly left: () => number;
}

export const makeFaults = (): Faults => {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (...faults) => {
      waiting.push(...faults.map(fault => ({ fault, left: fault.times ?? 1 })));
    },
    take: (method, chat) => {
      const found = waiting.find(
        ({ fault }) =>
          (fault.method === undefined || fault.method === method) &&
          (fault.chat === undefined || fault.chat === Number(chat)),
      );
      if (found === undefined) return null;
      found.left--;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
    clear: () => {
      waiting = [];
    },
    left: () => waiting.reduce((sum, { left }) => sum + left, 0),
  };
};

export const describe = ({ wrong }: Fault): string =>
  typeof wrong === 'string' ? wrong : String(wrong.status);

const USUAL: Readonly<Record<number, string>> = {
  400: 'Bad Request: message can not be sent',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  429: 'Too Many Requests: retry after 1',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** The body of a fault that is an answer of the API. */
export const bodyOf = (status: number, description?: string, parameters?: Fields): Fields => {
  const wait = status === 429 && parameters === undefined ? { retry_after: 1 } : parameters;
  const usual =
    status === 429 ? `Too Many Requests: retry after ${String(wait?.retry_after)}` : USUAL[status];
  return {
    ok: false,
    error_code: status,
    description: description ?? usual ?? 'Unknown',
    ...(wait === undefined ? {} : { parameters: wait }),
  };
};
