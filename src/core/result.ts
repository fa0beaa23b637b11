/** An expected failure: whose fault it is, and one line that says what to do. Bugs are thrown instead. */
export interface Failure {
  readonly fault: 'question' | 'input' | 'platform' | 'network' | 'us';
  readonly message: string;
}

export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = (fault: Failure['fault'], message: string): Result<never> => ({
  ok: false,
  error: { fault, message },
});
