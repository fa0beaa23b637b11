import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';
import { wordsAt } from './subject.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Before "to kill": what was wanted, and not done. */
const WANTED = set(
  'tried try tries trying attempt attempts attempted attempting vowed vow vows vowing threatened threaten threatens ' +
    'threatening threat threats planned plan plans planning plot plots plotted plotting wanted want wants wanting ' +
    'order orders ordered ordering intended intends intending intent intention failed fails failing conspired ' +
    'conspiring conspiracy sought seeking seek seeks willing ready bid urged urging urges aimed aiming hoped hoping ' +
    'refused refusing asked instructed paid hired sworn swore pledged pledging meant mission licence license',
);

/** Words that make a verb unreal: "could have killed", "would be killed", "almost killed". */
const UNREAL = set('could would should will must can cannot shall almost nearly narrowly never to');

/** Who says these of a number says that it is not so: "denied that five soldiers had been killed". */
const DENIED =
  /\b(?:(?:denied|denies|denying|rejected|rejects|rejecting|dismissed|refuted|refutes|false|fake|baseless|no|without)(?: (?:the|any|media|earlier|militant))?(?: (?:reports?|claims?|news|rumou?rs|assertions?|allegations?|suggestions?|evidence|truth|proof))?|not (?:true|correct|clear)|untrue|rumou?rs|speculation) (?:that|if|whether|of)$/;

/** Forms of a verb of harm that "to" or a modal takes. */
const INFINITIVE = /^(?:kill|injure|wound|murder|abduct|kidnap|arrest|die|perish|detain|eliminate)$/;

/** "tried to kill two policemen" – but "went on to kill", "managed to kill". */
const isWanted = (shape: Shape, verb: number): boolean => {
  const { folded } = shape.line;
  const at = shape.units[verb]?.from ?? 0;
  if (folded[at - 1] !== 'to' || !INFINITIVE.test(folded[at] ?? '')) return false;
  return folded.slice(Math.max(0, at - 5), at - 1).some(word => WANTED.has(word));
};

/** Auxiliaries and adverbs right before the verb: "may", "would have been", "was almost". */
const isUnreal = (shape: Shape, verb: number): boolean => {
  const chain = /[vbnxp]{1,4}$/.exec(shape.letters.slice(Math.max(0, verb - 4), verb))?.[0].length ?? 0;
  const words = shape.units.slice(verb - chain, verb).flatMap(unit => wordsAt(shape, unit).split(' '));
  const last = words.findLastIndex(word => word !== 'to' && UNREAL.has(word));
  if (last >= 0)
    return words.slice(last + 1).every(word => /^(?:have|be|been|being|also|get|got)$/.test(word));
  const future = /^(?:may|might)$/.test(words.at(-1) ?? '');
  return future && INFINITIVE.test(wordsAt(shape, shape.units[verb]));
};

const isDenied = (shape: Shape, from: number): boolean => {
  const { folded } = shape.line;
  return DENIED.test(folded.slice(Math.max(0, from - 7), from).join(' '));
};

/** Rules whose count hangs on a verb, and not on a noun as in "12 deaths". */
const VERBAL = set(
  'passive active suffered left resultative lives him himself later-died anaphor before-killed reduced',
);

/** Whether the sentence says that it happened: not tried, threatened, said of nobody, feared for the future or denied. */
export const isReal = (shape: Shape, draft: Draft): boolean => {
  if (/^(?:neither|nor)$/.test(shape.line.folded[draft.from - 1] ?? '')) return false;
  if (isDenied(shape, Math.min(draft.from, draft.verb.from))) return false;
  if (!VERBAL.has(draft.rule)) return true;
  const verb = shape.units.findIndex(unit => unit.to >= draft.verb.to);
  return verb < 0 || !(isWanted(shape, verb) || isUnreal(shape, verb));
};
