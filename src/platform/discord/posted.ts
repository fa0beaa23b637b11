import { z } from 'zod';

const DISCORD_EPOCH = 1_420_070_400_000;

const history = z.array(z.looseObject({ id: z.string().regex(/^\d+$/) }));

const TEXTS: ReadonlySet<string> = new Set(['content', 'description']);

/** All that a message says, in order, without the blanks that Discord may cut off. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (TEXTS.has(key) && typeof inner === 'string' ? inner : textOf(inner)))
    .join('')
    .replaceAll(/\s/g, '');
};

const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH;

/**
 * Whether a channel has a message of one of these forms.
 * @param newest its newest messages, as Discord gives them; nothing when the bot may not read them
 * @param since an older message shows that all since then are among them
 */
export const wasPosted = (
  newest: unknown,
  forms: readonly object[],
  since: string,
): { readonly id: string } | 'no' | 'unknown' => {
  const read = history.safeParse(newest);
  if (!read.success) return 'unknown';
  const texts = new Set(forms.map(textOf));
  const found = read.data.find(message => texts.has(textOf(message)));
  if (found !== undefined && timeOf(found.id) >= Date.parse(since) - 60_000) return { id: found.id };
  return read.data.some(({ id }) => timeOf(id) < Date.parse(since)) ? 'no' : 'unknown';
};
