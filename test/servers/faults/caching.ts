import { bare, type Handler, type Routes, text } from './handlers.ts';

const ETAG = '"made-up-1"';
const LAST_MODIFIED = 'Sat, 01 Mar 2025 09:00:00 GMT';
const VALIDATORS = { etag: ETAG, 'last-modified': LAST_MODIFIED, 'cache-control': 'max-age=600' };

/** Says 304 to whoever knows the newest version by either of its marks. */
const unlessKnown: Handler = (request, response) => {
  const known =
    request.headers['if-none-match'] === ETAG || request.headers['if-modified-since'] === LAST_MODIFIED;
  const handler = known ? bare(304, VALIDATORS) : text('<p>the newest version</p>', { headers: VALIDATORS });
  handler(request, response);
};

/** 304, waits, and errors. */
export const caching: Routes = [
  ['/cache/etag', unlessKnown],
  ['/cache/304-unasked', bare(304)],
  ['/wait/429-seconds', bare(429, { 'retry-after': '120' })],
  ['/wait/429-date', bare(429, { 'retry-after': 'Sat, 01 Mar 2025 10:00:00 GMT' })],
  ['/wait/429', bare(429)],
  ['/wait/503-seconds', bare(503, { 'retry-after': '3600' })],
  ['/wait/503-date', bare(503, { 'retry-after': 'Sat, 01 Mar 2025 10:00:00 GMT' })],
  ['/wait/503', bare(503)],
  ['/wait/503-nonsense', bare(503, { 'retry-after': 'soon' })],
  ...[202, 204, 206, 400, 401, 403, 404, 410, 418, 500, 502].map((status): Routes[number] => [
    `/status/${status}`,
    text(status === 204 ? '' : '<p>a page of an error</p>', { status }),
  ]),
];
