import { type Fields, given } from '../json.ts';

/** An answer of `"ok": false`. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: Fields | undefined;
  constructor(code: number, description: string, parameters?: Fields) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
  body(): Fields {
    return given({
      ok: false,
      error_code: this.code,
      description: this.message,
      parameters: this.parameters,
    });
  }
}

export const bad = (what: string): ApiError => new ApiError(400, `Bad Request: ${what}`);

export const forbidden = (what: string): ApiError => new ApiError(403, `Forbidden: ${what}`);

export const tooMany = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
