import type { IncidentActor } from '../../core/incident.ts';
import type { ActorMention, SentenceFacts } from '../sentence/facts.ts';
import { spanOf } from '../units/units.ts';

const CLAIMED =
  /\b(?:claimed responsibility|claimed the|claimed credit|claimed it|claims? responsibility|said (?:it|its|they|their)|owned up|took responsibility|accepted responsibility|took credit|behind that|announced that its|says it)\b/;
const BLAMED = /\b(?:attributed|blamed|blames|responsible|allegedly|alleging|linked to)\b/;
/** "accused the TTP": whoever else is accused, it is the one named next. */
const ACCUSED =
  /\b(?:accused|accuses|accusing|blaming|blame|pinned on|the work of)(?: (?:the|outlawed|banned|proscribed|militant|group))*$/;
/** "The TTP was accused" */
const IS_ACCUSED =
  /^(?:militants? |fighters? )?(?:was|were|is|are|has been|have been|stands?) (?:\w+ )?(?:accused|blamed)\b/;
/** "often attacks soldiers", "has carried out similar attacks in the past": what a group is known for is no word on who did this. */
const KNOWN_FOR =
  /\b(?:similar|past|previous|previously|often|frequently|regularly|routinely|stepped up|intensified|known to|active in|operates?|in recent (?:years|months)|waged|waging)\b/;
const SUSPECTED =
  /\b(?:suspected|suspects?|suspicion|believed|believe|believes|thought|likely|possibly|hallmarks?|pointed to|points to|affiliated)\b/;
const DENIED = /\b(?:denied|denies|deny|rejected|condemned|distanced)\b/;

/** "has been blamed for similar attacks" */
const OTHER_ATTACKS =
  /\b(?:similar|previous|past|earlier|many|most|other) (?:attacks|bombings|raids|killings|assaults|ambushes)\b/;
/** "was claimed by the BLA" */
const CLAIMED_BY = /\b(?:claimed|owned)(?: \w+)? by(?: (?:the|outlawed|banned|proscribed))*$/;
/** "No group claimed it", "there was no claim of responsibility" */
const NOBODY_CLAIMS = /\bno(?:body| one| \w+)?(?: \w+){0,4} (?:claim|claimed|claims|responsibility)\b/;

/** Whether the group is the one things happened to: "killed 16 TTP militants". */
const isVictim = (facts: SentenceFacts, mention: ActorMention): boolean =>
  facts.drafts.some(
    draft => draft.people !== null && draft.people.from <= mention.from && mention.to <= draft.people.to,
  );

/** What stands between commas around the mention: a claim in another clause is somebody else's. */
const around = (facts: SentenceFacts, mention: ActorMention): string => {
  const { words, folded } = facts.shape.line;
  const cut = (i: number) => words[i]?.text === ';';
  let from = mention.from;
  while (from > 0 && mention.from - from < 22 && !cut(from - 1)) from -= 1;
  let to = mention.to;
  while (to < words.length && to - mention.to < 16 && !cut(to)) to += 1;
  return folded.slice(from, to).join(' ');
};

/** "attacks by the BLA", "TTP fighters stormed", "RSF have killed": without a word of blame the grammar must say that they did it. */
const acts = (facts: SentenceFacts, mention: ActorMention): boolean => {
  const { folded } = facts.shape.line;
  const before = folded.slice(Math.max(0, mention.from - 3), mention.from).join(' ');
  const next = folded.slice(mention.to, mention.to + 6).join(' ');
  return (
    /\bby(?: the| suspected| alleged)?$/.test(before) ||
    /^(?:\( \w+ \) )?(?:(?:militants?|fighters?|insurgents?|gunmen|members?|terrorists?|rebels?|suicide) )?(?:have |had )?(?:attacked|killed|stormed|ambushed|abducted|kidnapped|detonated|fired|opened|carried|shot|targeted|seized|raided|blew)\b/.test(
      next,
    ) ||
    /\b(?:fighters|members|militants|gunmen) (?:of|from)(?: the)?$/.test(before)
  );
};

/** Groups a sentence names as doing it, with how sure the text is and who says so. */
export const actorsOf = (facts: SentenceFacts): IncidentActor[] =>
  facts.actors.flatMap((mention): IncidentActor[] => {
    if (mention.kind !== 'armed-group' || mention.label || isVictim(facts, mention)) return [];
    const words = around(facts, mention);
    const { folded } = facts.shape.line;
    const before = folded.slice(Math.max(0, mention.from - 6), mention.from).join(' ');
    const behind = folded.slice(mention.to, mention.to + 12).join(' ');
    const accused = ACCUSED.test(before) || IS_ACCUSED.test(behind);
    const blamed = accused || BLAMED.test(words);
    if (DENIED.test(words) && !blamed) return [];
    const suspected = SUSPECTED.test(words) || SUSPECTED.test(behind);
    const nobody = NOBODY_CLAIMS.test(folded.join(' '));
    const claimed = CLAIMED_BY.test(before) || (CLAIMED.test(words) && !nobody);
    if (!claimed && (accused ? OTHER_ATTACKS : KNOWN_FOR).test(words)) return [];
    const does = acts(facts, mention);
    if (!claimed && !blamed && !SUSPECTED.test(words) && !does) return [];
    const role = claimed ? 'claimed' : blamed ? 'blamed' : suspected ? 'suspected' : 'blamed';
    const by = facts.bodies.stated[0]?.body ?? facts.bodies.carried;
    return [
      {
        actor: mention.actor,
        role,
        by: role === 'claimed' ? null : (by?.id ?? null),
        span: spanOf(facts.shape.line, mention.from, mention.to),
      },
    ];
  });
