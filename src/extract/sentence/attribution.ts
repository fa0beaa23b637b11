import type { Body } from '../../core/actor.ts';
import type { Span } from '../../core/span.ts';
import type { Draft } from '../matchers/draft.ts';
import type { Shape } from '../units/units.ts';
import { spanOf } from '../units/units.ts';
import { bodyAt, type Knowledge } from '../vocabulary.ts';

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
  /^(?:said|says|say|told|reported|reports|announced|confirmed|stated|states|added|acknowledged|revealed|reveals|documented|recorded|records|put|puts|counts|counted|lists|listed|tallied|claimed|claims|estimates|estimated|noted|shows|show|showed|according|quoted|explained|insisted|spoke|gave|wrote|highlighted|disclosed|maintained|agreed|acknowledges|believes|believed|warns|warned|finds|found|registered|admitted|posted|described|named|lowered|raised|revised|denied|detained|issued|released|given|accounts|puts|tallies|stuck|tells)$/;

const ANAPHOR = /^(?:he|she|it|they)$/;
const REPORT =
  /^(?:report|institute|centre|center|network|statement|summary|study|survey|review|authors|organisation|organization|think|monitor|group|figures|data|tally|overview|document|database)$/;

/** Names of bodies in a sentence, longest first from the left; a name inside a longer one does not count. */
const bodiesIn = (shape: Shape, drafts: readonly Draft[], knowledge: Knowledge): Attribution[] => {
  const { line } = shape;
  const found: Attribution[] = [];
  for (let i = 0; i < line.words.length; i++) {
    const name = bodyAt(line, i, knowledge);
    const body = name?.values[0]?.body;
    if (name === null || body === undefined) continue;
    // "killed four villagers": who is counted does not speak.
    const at = i;
    // "(MENAFN- Khaama Press) According to …": the agencies of the dateline print, they do not vouch.
    const opened = line.words.slice(0, at).findLastIndex(word => word.text === '(');
    if (opened >= 0 && opened <= 3 && !line.words.slice(opened, at).some(word => word.text === ')')) continue;
    if (drafts.some(draft => draft.people !== null && draft.people.from <= at && at < draft.people.to))
      continue;
    found.push({ body, span: spanOf(line, i, i + name.length), at: i, via: body.kind === 'media' });
    i += name.length - 1;
  }
  return found;
};

const isUpper = (text: string): boolean => text.length > 5 && text === text.toUpperCase();

/** Whether a body's name at a word is the one who says: a verb of saying or "according to" is near, with no other verb between. */
const speaks = (shape: Shape, mention: Attribution): boolean => {
  const { line, units } = shape;
  const behind = line.folded.slice(Math.max(0, mention.at - 7), mention.at);
  const joined = behind.join(' ');
  // "agreed with the health officer", "told the police": they are spoken to.
  if (
    /\b(?:agreed|disagreed|spoke|met|told|talks|contact)(?: \w+)? (?:with|to)(?: the| a)?$/.test(joined) ||
    /\btold(?: the)?$/.test(joined)
  )
    return false;
  // "Doctors: at least 47 killed", "by the administration's estimate", "by some accounts"
  if (
    line.words[mention.at + 1]?.text === ':' &&
    mention.at < 2 &&
    !isUpper(line.words[mention.at]?.text ?? '')
  )
    return true;
  if (
    /\bby(?: the)?$/.test(joined) &&
    /\b(?:estimate|count|account|accounts|tally|reckoning)\b/.test(
      line.folded.slice(mention.at, mention.at + 5).join(' '),
    )
  )
    return true;
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
    if (words[0] === 'had' && /^(?:other|different|another|its)$/.test(line.folded[at.to] ?? '')) return true;
    if (at.symbol === 'w' && words[0] === 'that') return false;
    if ('KIHRXYkih'.includes(at.symbol) || at.symbol === ';' || at.symbol === 'c') return false;
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

/** A bare "the spokesman", "the official": a name that only points. */
const pointsBack = (shape: Shape, mention: Attribution): boolean =>
  /^(?:spokesman|spokesperson|spokeswoman|official|officer|administrator|doctor|superintendent|minister|commissioner)$/.test(
    shape.line.folded[mention.at] ?? '',
  ) &&
  shape.line.folded[mention.at - 1] === 'the' &&
  shape.line.folded[mention.at + 1] !== 'of' &&
  shape.line.folded[mention.at + 1] !== 'for';

/** Reads who a sentence quotes. */
export const attributions = (
  shape: Shape,
  drafts: readonly Draft[],
  knowledge: Knowledge,
  running: RunningBody,
): SentenceBodies => {
  const stated = bodiesIn(shape, drafts, knowledge).filter(mention => speaks(shape, mention));
  // "the spokesman wrote", "the officer said": the one who spoke before.
  const same =
    stated.length === 1 && stated[0] !== undefined && pointsBack(shape, stated[0]) ? running.last : null;
  if (same !== null) return { stated: [], carried: same };
  if (stated.length > 0) return { stated, carried: null };
  const { folded } = shape.line;
  for (let i = 0; i < folded.length; i++) {
    const word = folded[i] ?? '';
    const verb = () => folded.slice(i + 1, i + 4).some(w => SAYS.test(w) && w !== 'according');
    if (ANAPHOR.test(word) && verb() && running.last !== null) return { stated, carried: running.last };
    const pointed = /^(?:the|its|their|his|this)$/.test(folded[i - 1] ?? '');
    if (pointed && REPORT.test(word) && running.report !== null) return { stated, carried: running.report };
    if (pointed && word === 'statement' && running.last !== null) return { stated, carried: running.last };
  }
  return { stated, carried: null };
};
