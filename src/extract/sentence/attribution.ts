import type { Body } from '../../core/actor.ts';
import type { Span } from '../../core/span.ts';
import type { Lexicon } from '../../knowledge/lexicon.ts';
import type { Draft } from '../matchers/draft.ts';
import type { Shape } from '../units/units.ts';
import { spanOf } from '../units/units.ts';
import { actorAt, bodyAt, type Knowledge } from '../vocabulary.ts';

/** Who a sentence says a thing comes from. */
export interface Attribution {
  readonly body: Body;
  readonly span: Span;
  /** Word where the name begins, for nearness. */
  readonly at: number;
  /** A paper that passes on another's word. */
  readonly via: boolean;
}

const ANAPHOR = /^(?:he|she|it|they)$/;
const SPOKESMAN = /^(?:spokesman|spokesperson|spokeswoman|spokesmen|statement|commander)$/;
/** "claimed responsibility for", "claimed the attack": it says who did it, and no number. */
const OWNS_UP =
  /^claim(?:s|ed)? (?:responsibility|credit|the|it|both|that attack|this|an? (?:\w+ )?(?:attack|bombing|blast|raid))\b/;
const SAYING =
  /^(?:said|says|saying|told|reported|announced|stated|added|put|confirmed|claimed|claims|claiming|boasted|wrote)$/;

/** "A spokesman for the BLA claimed", "the Taliban said", "according to the TTP": a group that counts in its own favour. */
const groupsIn = ({ line }: Shape, knowledge: Knowledge): Attribution[] => {
  if (!knowledge.actors.names.opensIn(line.folded)) return [];
  return line.words.flatMap((_, i): Attribution[] => {
    const name = actorAt(line, i, knowledge);
    const actor = name?.values[0];
    if (name === null || actor === undefined || actor.label || actor.actor.kind !== 'armed-group') return [];
    const body = knowledge.bodies.byId(actor.actor.id);
    const to = i + name.length;
    const behind = line.folded.slice(to, to + 9);
    const before = line.folded.slice(Math.max(0, i - 4), i);
    const spokesman =
      before.some(word => SPOKESMAN.test(word)) && /^(?:for|of|by|from|the)$/.test(before.at(-1) ?? '');
    // Its spokesman is named, or the verb follows at once.
    const reach = spokesman || SPOKESMAN.test(behind[0] ?? '') ? behind.length : behind[0] === '(' ? 4 : 2;
    const verb = behind.findIndex((word, k) => k < reach && SAYING.test(word));
    const owns = verb >= 0 && OWNS_UP.test(behind.slice(verb).join(' '));
    const says =
      verb >= 0 &&
      (!owns || line.folded.slice(to + verb + 1).some(word => word === 'saying' || word === 'said'));
    const according = /\baccording to(?: the)?$/.test(before.join(' '));
    return body !== null && (says || according)
      ? [{ body, span: spanOf(line, i, to), at: i, via: false }]
      : [];
  });
};

const OUTFIT = /^(?:group|outfit|militants|insurgents|rebels|jihadists)$/;

/** Names of bodies in a sentence, longest first from the left; a name inside a longer one does not count. */
const bodiesIn = (shape: Shape, drafts: readonly Draft[], knowledge: Knowledge): Attribution[] => {
  const { line } = shape;
  const found: Attribution[] = [];
  if (!knowledge.bodies.names.opensIn(line.folded)) return found;
  for (let i = 0; i < line.words.length; i++) {
    const name = bodyAt(line, i, knowledge);
    const body = name?.values[0]?.body;
    if (name === null || body === undefined) continue;
    // "killed four villagers": who is counted does not speak.
    const at = i;
    // "killed five policemen and Levies men, the governor said": a force before its men does not speak.
    const men = knowledge.lexicon.people.longestAt(line.folded, at + name.length);
    const then =
      men === null ? [] : line.folded.slice(at + name.length + men.length, at + name.length + men.length + 3);
    if (
      men !== null &&
      !then.some(word => knowledge.lexicon.says.has(word)) &&
      /^(?:and|,|\d+)$/.test(line.words[at - 1]?.folded ?? '')
    )
      continue;
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
const speaks = (shape: Shape, mention: Attribution, { says }: Lexicon): boolean => {
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
    if (words.some(word => says.has(word))) return true;
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
  /** The armed group named last: who "the group" is. */
  readonly group: Body | null;
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
  const groups = groupsIn(shape, knowledge);
  // "a spokesman for the BLA" is the BLA, and so is "its spokesman, …" beside it.
  const ofGroup = (mention: Attribution) =>
    SPOKESMAN.test(shape.line.folded[mention.at] ?? '') &&
    groups.some(group => Math.abs(group.at - mention.at) <= 6);
  const stated = bodiesIn(shape, drafts, knowledge)
    .filter(mention => speaks(shape, mention, knowledge.lexicon) && !ofGroup(mention))
    .concat(groups);
  // "the spokesman wrote", "the officer said": the one who spoke before.
  const same =
    stated.length === 1 && stated[0] !== undefined && pointsBack(shape, stated[0]) ? running.last : null;
  if (same !== null) return { stated: [], carried: same };
  if (stated.length > 0) return { stated, carried: null };
  const { folded } = shape.line;
  for (let i = 0; i < folded.length; i++) {
    const word = folded[i] ?? '';
    const next = () => folded.slice(i + 1, i + 4);
    const verb = () => next().some(w => knowledge.lexicon.says.has(w) && w !== 'according');
    if (ANAPHOR.test(word) && verb() && running.last !== null) return { stated, carried: running.last };
    const pointed = /^(?:the|its|their|his|this)$/.test(folded[i - 1] ?? '');
    if (pointed && OUTFIT.test(word) && next().some(w => SAYING.test(w)) && running.group !== null)
      return { stated, carried: running.group };
    if (pointed && knowledge.lexicon.reports.has(word) && running.report !== null)
      return { stated, carried: running.report };
    if (pointed && word === 'statement' && running.last !== null) return { stated, carried: running.last };
  }
  return { stated, carried: null };
};
