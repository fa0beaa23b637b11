import type { Answer } from '../core/answer.ts';
import { splitCommand } from '../core/command.ts';
import { coveringAreas } from '../query/areas.ts';
import { isFollowUp, withPrevious } from '../query/follow-up.ts';
import { parseQuestion, withoutImpossibleDate } from '../query/parse.ts';
import type { Intent, Plan } from '../query/plan.ts';
import { readOnce } from '../query/read-once.ts';
import type { Services } from '../query/services.ts';
import { composeCasualties } from './casualties.ts';
import { composeCompare } from './compare.ts';
import { openDesk } from './draft.ts';
import { composeGroup } from './group.ts';
import { composeIncident } from './incident.ts';
import { composeNumber, isNumberAlone } from './number.ts';
import { prefaced } from './prefaced.ts';
import { refusal } from './refusal.ts';
import { offersFor } from './refuse.ts';
import { composeSearch } from './search.ts';

const compose = (question: string, plan: Plan, services: Services): Answer => {
  if (plan.intent === 'search' && isNumberAlone(plan)) return composeNumber(question, plan, services);
  switch (plan.intent) {
    case 'casualties':
      return composeCasualties(question, plan, services);
    case 'incident':
      return composeIncident(question, plan, services);
    case 'compare':
      return composeCompare(question, plan, services);
    case 'group':
      return composeGroup(question, plan, services);
    case 'search':
      return composeSearch(question, plan, services);
  }
};

/** The services of one answer: the store is read once, and sees into areas. */
const forOne = (services: Services): Services => ({
  ...services,
  store: readOnce(coveringAreas(services.store, services.gazetteer)),
});

/**
 * Reads a question and composes its answer.
 * @param forced what a slash command asks for; null: inferred from the words
 */
export const answerQuestion = (
  question: string,
  words: string,
  services: Services,
  forced: Intent | null = null,
): Answer => {
  const once = forOne(services);
  const plan = parseQuestion(words, once, forced);
  if (plan.ok) return compose(question, plan.value, once);
  const rest = parseQuestion(withoutImpossibleDate(words), once, forced);
  const offers = rest.ok ? offersFor(rest.value, openDesk(once, rest.value.asOf)) : [];
  return refusal(question, plan.error.message, offers);
};

/** What a plain question before this one asked, with the intent of its command; null where it says nothing to go on from. */
const asked = (previous: string, services: Services): Plan | null => {
  const split = splitCommand(previous);
  const forced = split === null ? null : COMMAND_INTENTS.find(([name]) => name === split.name)?.[1];
  if (forced === undefined) return null;
  const plan = parseQuestion(split?.words ?? previous, services, forced);
  return plan.ok ? plan.value : null;
};

const COMMAND_INTENTS: readonly (readonly [command: string, intent: Intent])[] = [
  ['casualties', 'casualties'],
  ['incident', 'incident'],
];

/**
 * Answers a plain question of a chat: "and in Balochistan?" goes on from the question before it, and says so.
 * @param previous the question before; null where nobody keeps it
 */
export const answerInChat = (question: string, previous: string | null, services: Services): Answer => {
  if (previous === null || !isFollowUp(question)) return answerQuestion(question, question, services);
  const once = forOne(services);
  const [now, before] = [parseQuestion(question, once), asked(previous, once)];
  if (!now.ok || before === null) return answerQuestion(question, question, services);
  const answer = compose(question, withPrevious(now.value, before), once);
  return prefaced(answer, `Read as going on from “${previous}”.`);
};
