import type { Fields } from '../json.ts';

/** What the API refuses, with Discord's own code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  /** Seconds after which the request would be taken; of a 429 alone. */
  readonly retryAfter: number | null;

  constructor(status: number, code: number, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  get body(): Fields {
    const { message, code, retryAfter } = this;
    return retryAfter === null
      ? { message, code }
      : { message, code, retry_after: retryAfter, global: false };
  }
}

/** Something that breaks Discord's documented rules: refused, and written down as a violation. */
export class Breach extends Refusal {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], code = 50035) {
    super(400, code, code === 50006 ? 'Cannot send an empty message' : 'Invalid Form Body');
    this.problems = problems;
  }

  override get body(): Fields {
    if (this.code !== 50035) return super.body;
    const errors = this.problems.map(message => ({ code: 'BASE_TYPE_BAD', message }));
    return { message: this.message, code: this.code, errors: { _errors: errors } };
  }
}

/** A limit over hours or days: the seconds until the oldest of the moments no longer counts. */
export const tooMany = (
  code: number,
  message: string,
  moments: readonly number[],
  span: number,
  now: number,
): Refusal =>
  new Refusal(429, code, message, Math.max(1, Math.ceil(((moments[0] ?? now) + span - now) / 1000)));

export const unknown = (what: string, code: number): Refusal => new Refusal(404, code, `Unknown ${what}`);
export const missingAccess = (): Refusal => new Refusal(403, 50001, 'Missing Access');
export const missingPermissions = (): Refusal => new Refusal(403, 50013, 'Missing Permissions');
