/**
 * What comes of fetching an address, as Sitrep fetches it: for feeds and pages that do not come in.
 *   npm run try-fetch -- ADDRESS…
 */
import { existsSync } from 'node:fs';
import packageFacts from '../package.json' with { type: 'json' };
import { systemClock } from '../src/core/clock.ts';
import { printable } from '../src/core/printable.ts';
import { decodeBody } from '../src/ingest/charset.ts';
import type { Fetched } from '../src/ingest/fetch/fetched.ts';
import { createFetcher } from '../src/ingest/fetch/fetcher.ts';
import { readSettings } from '../src/shell/settings.ts';

const BEGINNING = 300;

/** All that is known of it; of a body its length and beginning. */
const shown = (fetched: Fetched): string => {
  if (fetched.kind !== 'fresh') return JSON.stringify(fetched, null, 2);
  const { bytes, ...facts } = fetched;
  const text = decodeBody(bytes, facts.contentType);
  const body = { bytes: bytes.byteLength, beginning: printable(text.slice(0, BEGINNING)) };
  return JSON.stringify({ ...facts, ...body }, null, 2);
};

if (existsSync('.env')) process.loadEnvFile('.env');
const addresses = process.argv.slice(2);
const settings = readSettings(process.env);
if (addresses.length === 0 || !settings.ok) {
  console.error(settings.ok ? 'npm run try-fetch -- ADDRESS…' : settings.error.join('\n'));
  process.exitCode = 2;
} else {
  const { zone, contact, guard } = settings.value;
  const fetcher = createFetcher({ version: packageFacts.version, contact, clock: systemClock(zone), guard });
  for (const address of addresses) {
    const fetched = await fetcher.get(address);
    console.log(shown(fetched));
    if (fetched.kind !== 'fresh') process.exitCode = 1;
  }
  await fetcher.close();
}
