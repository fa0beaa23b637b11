import type { Body } from '../core/actor.ts';
import type { Span } from '../core/span.ts';
import type { Shape } from './units.ts';
import { spanOf } from './units.ts';
import { bodyAt, type Knowledge } from './vocabulary.ts';

/** Who a sentence says a thing comes from. */
export interface Attribution {
  readonly body: Body;
  readonly span: Span;
  /** Word where the name begins, for nearness. */
  readonly at: number;
  /** A paper that passes on another's word. */
  readonly via: boolean;
}

const SAYS =
  /^(?:said|says|say|told|reported|reports|announced|confirmed|stated|states|added|acknowledged|revealed|reveals|documented|recorded|records|put|puts|counts|counted|lists|listed|tallied|claimed|claims|estimates|estimated|noted|shows|show|showed|according|quoted|explained|insisted|spoke|gave|wrote|highlighted|disclosed|maintained|agreed|acknowledges|believes|believed|warns|warned|finds|found|registered|admitted|posted|described|named|lowered|raised|revised|denied|detained)$/;

const ANAPHOR = /^(?:he|she|it|they)$/;
const REPORT =
  /^(?:report|institute|centre|center|network|statement|summary|study|survey|review|authors|organisation|organization|think|monitor|group|figures|data|tally|overview|document|database)$/;

/** Names of bodies in a sentence, longest first from the left; a name inside a longer one does not count. */
const bodiesIn = (shape: Shape, knowledge: Knowledge): Attribution[] => {
  const { line } = shape;
  const found: Attribution[] = [];
  for (let i = 0; i < line.words.length; i++) {
    const name = bodyAt(line, i, knowledge);
    const body = name?.values[0]?.body;
    if (name === null || body === undefined) continue;
    found.push({ body, span: spanOf(line, i, i + name.length), at: i, via: body.kind === 'media' });
    i += name.length - 1;
  }
  return found;
};

/** Whether a body's name at a word is the one who says: a verb of saying or "according to" is near, with no other verb between. */
const speaks = (shape: Shape, mention: Attribution): boolean => {
  const { line, units } = shape;
  const behind = line.folded.slice(Math.max(0, mention.at - 7), mention.at);
  const joined = behind.join(' ');
  if (/\baccording to\b(?!.*\b(?:who|which|that)\b)/.test(joined)) return true;
  if (
    /\b(?:figures|data|numbers|review|report|statement|statistics|tally|estimate|monitoring|survey|overview|summary|count|counts|records) (?:of|by|from|released by|issued by|compiled by)(?: the| a)?$/.test(
      joined,
    )
  )
    return true;
  if (
    /\b(?:said|says|reported|told|added|stated|confirmed|announced) (?:the |a |an )?(?:\w+ )?$/.test(
      `${joined} `,
    )
  )
    return true;
  const unit = units.findIndex(u => u.from <= mention.at && mention.at < u.to);
  for (let k = unit + 1; k < Math.min(unit + 15, units.length); k++) {
    const at = units[k];
    if (at === undefined) break;
    const words = line.folded.slice(at.from, at.to);
    if (words.some(word => SAYS.test(word))) return true;
    if (at.symbol === 'w' && words[0] === 'that') return false;
    if ('KIHRXYkih'.includes(at.symbol) || at.symbol === ';' || at.symbol === 'c') return false;
    if (at.symbol === 'p' && words[0] === 'to' && shape.units[k - 1]?.symbol === 'x') return false;
  }
  return line.folded[mention.at - 1] === ':' || line.words[mention.at - 1]?.text === ':';
};

/** What the sentences before leave: the last body that spoke, and the monitor whose report the article is about. */
export interface RunningBody {
  readonly last: Body | null;
  readonly report: Body | null;
}

export interface SentenceBodies {
  readonly stated: readonly Attribution[];
  /** "he said", "the report added": the last one still speaks. */
  readonly carried: Body | null;
}

/** Reads who a sentence quotes. */
export const attributions = (shape: Shape, knowledge: Knowledge, running: RunningBody): SentenceBodies => {
  const stated = bodiesIn(shape, knowledge).filter(mention => speaks(shape, mention));
  if (stated.length > 0) return { stated, carried: null };
  const { folded } = shape.line;
  for (let i = 0; i < folded.length; i++) {
    const word = folded[i] ?? '';
    const next = folded.slice(i + 1, i + 4);
    const verb = next.some(w => SAYS.test(w) && w !== 'according');
    if (ANAPHOR.test(word) && verb && running.last !== null) return { stated, carried: running.last };
    const pointed = /^(?:the|its|their|his|this)$/.test(folded[i - 1] ?? '');
    if (pointed && REPORT.test(word) && running.report !== null) return { stated, carried: running.report };
    if (pointed && word === 'statement' && running.last !== null) return { stated, carried: running.last };
  }
  return { stated, carried: null };
};
