import type { Delivery } from '../../digest/ports.ts';

/** Milliseconds between attempts; the last is repeated. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 60_000, 120_000, 300_000];

/** To be tried again after a pause that grows with the attempts. */
export const laterBy = (
  now: Date,
  { attempts }: { readonly attempts: number },
  reason: string,
  doubt: boolean,
): Delivery => later(now, PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? 0, reason, { doubt });

/** To be tried again after so many milliseconds. */
export const later = (
  now: Date,
  milliseconds: number,
  reason: string,
  { doubt = false, all = false }: { readonly doubt?: boolean; readonly all?: boolean } = {},
): Delivery => ({
  kind: 'later',
  notBefore: new Date(now.getTime() + milliseconds).toISOString(),
  reason,
  doubt,
  all,
});
