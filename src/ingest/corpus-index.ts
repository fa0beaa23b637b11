import { z } from 'zod';
import { fail, ok, type Result } from '../core/result.ts';

/**
 * What is known of the texts of a folder, kept beside them in `index.json`. A field that is null was looked for and is
 * not known; one that is absent is read from the text itself.
 */
const entrySchema = z.strictObject({
  file: z.string().regex(/^[^/\\]+\.(txt|md)$/i, 'must be the name of a .txt or .md file'),
  title: z.string().min(1).nullable().optional(),
  published: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .nullable()
    .optional(),
  publisher: z.string().min(1).nullable().optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
});

const indexSchema = z.array(entrySchema);

export type IndexEntry = Readonly<z.infer<typeof entrySchema>>;

/** @returns entries by file name, or one line that says which field is wrong */
export const parseIndex = (json: string): Result<ReadonlyMap<string, IndexEntry>> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return fail('input', 'not JSON');
  }
  const result = indexSchema.safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return fail('input', `${where}${issue?.message ?? 'not an index'}`);
  }
  const entries = new Map<string, IndexEntry>();
  for (const entry of result.data) {
    if (entries.has(entry.file)) return fail('input', `${entry.file} is listed twice`);
    entries.set(entry.file, entry);
  }
  return ok(entries);
};
