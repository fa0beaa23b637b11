import type { Answer } from '../core/answer.ts';
import { parseQuestion } from '../query/parse.ts';
import type { Intent, Plan } from '../query/plan.ts';
import { readOnce } from '../query/read-once.ts';
import type { Services } from '../query/services.ts';
import { composeCasualties } from './casualties.ts';
import { composeCompare } from './compare.ts';
import { composeGroup } from './group.ts';
import { composeIncident } from './incident.ts';
import { refusal } from './refusal.ts';
import { composeSearch } from './search.ts';

const compose = (question: string, plan: Plan, services: Services): Answer => {
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
  const once = { ...services, store: readOnce(services.store) };
  const plan = parseQuestion(words, once, forced);
  return plan.ok ? compose(question, plan.value, once) : refusal(question, plan.error.message);
};
