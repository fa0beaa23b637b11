/** What is cut out of a page unread: where it begins, and where it ends. */
const CUT: readonly (readonly [opening: string, closing: string])[] = [
  ['<script', '</script'],
  ['<style', '</style'],
  ['<svg', '</svg'],
  ['<!--', '-->'],
];

const OPENINGS = /<script|<style|<svg|<!--/gi;

/** How far the opening tag of a script is looked at for its type. */
const TAG = 400;

const isDescription = (html: string, at: number): boolean =>
  /^<script[^>]{0,400}application\/ld\+json/i.test(html.slice(at, at + TAG));

/** Positions of a closing mark, found once: to look for each anew takes time by the square of what is not closed. */
const finder = (lower: string, mark: string): ((from: number) => number) => {
  let known = -1;
  let isGone = false;
  return from => {
    if (isGone || known >= from) return isGone ? -1 : known;
    known = lower.indexOf(mark, from);
    isGone = known < 0;
    return known;
  };
};

/**
 * A page without scripts, styles, drawings and comments, which are most of its length; descriptions in JSON-LD stay. What
 * is not closed goes to the end. Takes time in line with the length.
 */
export const slimPage = (html: string): string => {
  const lower = html.toLowerCase();
  // Lower case is as long, but for a few letters of Turkish; then nothing is cut.
  if (lower.length !== html.length) return html;
  const closers = new Map(
    CUT.map(([opening, closing]) => [opening, { closing, find: finder(lower, closing) }]),
  );
  const kept: string[] = [];
  let from = 0;
  for (const { 0: opening, index } of lower.matchAll(OPENINGS)) {
    const closer = closers.get(opening);
    if (index < from || closer === undefined || isDescription(html, index)) continue;
    kept.push(html.slice(from, index));
    const end = closer.find(index + opening.length);
    const close =
      end < 0 ? -1 : opening === '<!--' ? end + closer.closing.length - 1 : lower.indexOf('>', end);
    from = close < 0 ? html.length : close + 1;
    if (close < 0) break;
  }
  return kept.join('') + html.slice(from);
};
