import type { IncidentActor } from '../../core/incident.ts';
import type { ActorMention, SentenceFacts } from '../sentence/facts.ts';
import { spanOf } from '../units/units.ts';

const CLAIMED =
  /\b(?:claimed responsibility|claimed the|claimed credit|claimed it|claims? responsibility|said (?:it|its|they|their)|owned up|took responsibility|accepted responsibility|took credit|behind that|announced that its|says it)\b/;
const BLAMED = /\b(?:attributed|blamed|blames|accused|accuses|responsible|allegedly|alleging|linked to)\b/;
const SUSPECTED = /\b(?:suspected|suspects?|suspicion|believed|thought|likely|usually|possibly)\b/;
const DENIED = /\b(?:denied|denies|rejected|condemned|distanced)\b/;

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
    if (DENIED.test(words) && !BLAMED.test(words)) return [];
    const cued = CLAIMED.test(words) || BLAMED.test(words) || SUSPECTED.test(words);
    if (!cued && !acts(facts, mention)) return [];
    const behind = facts.shape.line.folded.slice(mention.to, mention.to + 12).join(' ');
    const role =
      CLAIMED.test(words) && !/^.{0,30}\bno group\b/.test(words)
        ? 'claimed'
        : BLAMED.test(words)
          ? 'blamed'
          : SUSPECTED.test(words) || SUSPECTED.test(behind)
            ? 'suspected'
            : 'blamed';
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
