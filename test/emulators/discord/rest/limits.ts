/** How many requests are let through. */
export interface Limits {
  /** Of each route, with its channel, guild or webhook. */
  readonly perRoute: number;
  /** Milliseconds after which a route's count starts again. */
  readonly window: number;
  /** Of all routes in a second; callbacks of interactions are not counted. */
  readonly global: number;
  /** Answers of 401, 403 and 429 in ten minutes, after which the address is shut out. */
  readonly invalid: number;
}

export const USUAL_LIMITS: Limits = { perRoute: 50, window: 1000, global: 50, invalid: 10_000 };

const TEN_MINUTES = 600_000;

interface Window {
  count: number;
  start: number;
}

export interface Passed {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait; null where the request may pass. */
  readonly wait: number | null;
  readonly scope: 'user' | 'global';
}

export interface Limiter {
  readonly pass: (method: string, path: string, params: Readonly<Record<string, string>>) => Passed;
  /** To be told of every answer of 401, 403 and 429. */
  readonly invalid: () => void;
  readonly isBanned: () => boolean;
  /** Answers that count towards the ban. */
  readonly invalidCount: () => number;
}

/** Buckets by the machine's own time: clients really wait. */
export const makeLimiter = (limits: Limits): Limiter => {
  const windows = new Map<string, Window>();
  const invalid: number[] = [];
  const count = (key: string, length: number): Window => {
    const now = performance.now();
    const known = windows.get(key);
    const open = known !== undefined && now - known.start < length ? known : { count: 0, start: now };
    open.count += 1;
    windows.set(key, open);
    return open;
  };
  const recent = (): number => invalid.filter(at => performance.now() - at < TEN_MINUTES).length;
  return {
    pass: (method, path, params) => {
      const major = [params.channel_id, params.guild_id, params.webhook_id, params.webhook_token].join(' ');
      const bucket = `${method} ${path}`;
      const route = count(`${bucket} ${major}`, limits.window);
      const left = (route.start + limits.window - performance.now()) / 1000;
      const headers = {
        'x-ratelimit-limit': String(limits.perRoute),
        'x-ratelimit-remaining': String(Math.max(0, limits.perRoute - route.count)),
        'x-ratelimit-reset': String((Date.now() / 1000 + left).toFixed(3)),
        'x-ratelimit-reset-after': left.toFixed(3),
        'x-ratelimit-bucket': Buffer.from(bucket).toString('base64url').slice(-32),
      };
      if (path.endsWith('/callback')) return { headers, wait: null, scope: 'user' };
      const all = count('', 1000);
      if (all.count > limits.global)
        return { headers, wait: (all.start + 1000 - performance.now()) / 1000, scope: 'global' };
      return { headers, wait: route.count > limits.perRoute ? left : null, scope: 'user' };
    },
    invalid: () => {
      invalid.push(performance.now());
    },
    isBanned: () => recent() > limits.invalid,
    invalidCount: recent,
  };
};
