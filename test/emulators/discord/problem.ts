import type { Fields } from './json.ts';

/** What the API refuses, with Discord's own code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  get body(): Fields {
    return { message: this.message, code: this.code };
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

export const unknown = (what: string, code: number): Refusal => new Refusal(404, code, `Unknown ${what}`);
export const missingAccess = (): Refusal => new Refusal(403, 50001, 'Missing Access');
export const missingPermissions = (): Refusal => new Refusal(403, 50013, 'Missing Permissions');
