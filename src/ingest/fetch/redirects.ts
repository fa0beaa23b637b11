import type { Guard } from './addresses.ts';
import type { Answer } from './exchange.ts';
import type { Failed, Fetched, Place, Refused, RetryLater } from './fetched.ts';
import { admit } from './guard.ts';
import { headerOf } from './headers.ts';
import { failed } from './troubles.ts';
import { WORDS } from './words.ts';

/** Asks one URL once. What is no answer is the end of the way. */
export type Ask = (url: URL) => Promise<Answer | Refused | RetryLater | Failed>;

/** Redirects that are followed; browsers follow 20, and nobody needs more than three. */
const MOST_REDIRECTS = 5;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const PERMANENT: readonly number[] = [301, 308];

/**
 * Follows redirects by hand, since every address on the way must pass the guard.
 * @param finish what an answer that leads nowhere else comes to
 */
export const follow = async (
  first: URL,
  guard: Guard,
  ask: Ask,
  finish: (answer: Answer, place: Place) => Fetched,
): Promise<Fetched> => {
  let url = first;
  let permanentUrl: string | null = null;
  let onlyPermanent = true;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await ask(url);
    if (answer.kind !== 'answer') return answer;
    const { status } = answer;
    if (!REDIRECTS.includes(status)) return finish(answer, { url: url.href, permanentUrl });
    const location = headerOf(answer.headers, 'location');
    if (location === null) return failed(url, 'status', WORDS.noLocation(status), status);
    const next = admit(location, url, guard);
    if (!(next instanceof URL)) return next;
    // Behind a redirect for now, one for good says nothing about the address that was asked.
    onlyPermanent &&= PERMANENT.includes(status);
    if (onlyPermanent) permanentUrl = next.href;
    url = next;
  }
  return failed(url, 'redirects', WORDS.redirects(MOST_REDIRECTS));
};
