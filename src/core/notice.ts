import type { NoticeTone } from './answer.ts';

/** How a notice begins, on every platform: a sign for the eye, and the word for who cannot see it or does not know it. */
export const NOTICE_LABELS: Readonly<Record<NoticeTone, string>> = {
  agree: '✓ agree:',
  revision: '↻ revised:',
  disagree: '≠ disagree:',
  'not-comparable': '∦ not comparable:',
  check: 'Σ checked:',
  info: '· note:',
  warning: '! warning:',
};
