import type { Answer } from '../core/answer.ts';
import type { ArticleId } from '../core/article.ts';
import type { Request } from '../core/command.ts';
import type { Services } from '../query/services.ts';
import { asOfNow } from '../query/services.ts';
import { finish, openDesk } from './draft.ts';
import { text } from './lines.ts';
import { refusal } from './refusal.ts';
import { pageIn } from './why-find.ts';

/** The article of an id, or of the address of a page; withdrawn ones as well. */
const articleOf = (typed: string, { store, intake }: Services): ArticleId | null => {
  if (store.versions(typed).length > 0) return typed;
  const page = intake.page(pageIn(typed) ?? '');
  if (page === null) return null;
  const known = store.pages.of(page.address).find(({ article }) => article !== null)?.article ?? page.article;
  return store.versions(known).length > 0 ? known : null;
};

/** "ID and why", with the article that is meant, or the answer to who named none. */
const read = ({ question, words }: Request, services: Services) => {
  const [typed = ''] = words.trim().split(/\s/, 1);
  const article = articleOf(typed, services);
  return article === null
    ? refusal(question, `There is no article “${typed}”; give its whole id, or the address of its page.`)
    : { article, rest: words.trim().slice(typed.length).trim() };
};

const titled = (article: ArticleId, { store }: Services): string => {
  const title = store.versions(article).at(-1)?.title ?? null;
  return title === null ? article : `${title} (${article})`;
};

/** Takes an article out of all answers from now on. */
export const composeWithdrawal = (request: Request, services: Services): Answer => {
  const { question, by = 'somebody' } = request;
  const found = read(request, services);
  if ('refused' in found) return found;
  const { article, rest } = found;
  const done = services.intake.withdraw(article, rest === '' ? `by ${by}` : `${rest} (${by})`);
  if (!done.ok) return refusal(question, done.error.message);
  const back = { label: 'bring it back', question: `/restore ${article}` };
  if (!done.value) return refusal(question, `${titled(article, services)} is withdrawn already.`, [back]);
  const copies = services.store.copiesOf(article);
  const blocks = [
    text(`${titled(article, services)} is withdrawn: no answer of a later moment rests on it. It is kept.`),
    ...(copies.length === 0
      ? []
      : [text(`Near-copies of it stand by themselves, and stay: ${copies.join(', ')}.`)]),
    { kind: 'offers', title: 'You can', items: [back] } as const,
  ];
  return finish({ question, title: 'Withdrawn', blocks }, openDesk(services, asOfNow(services.clock)));
};

/** Brings an article back, from now on. */
export const composeRestoring = async (request: Request, services: Services): Promise<Answer> => {
  const { question } = request;
  const found = read(request, services);
  if ('refused' in found) return found;
  const { article } = found;
  const done = await services.intake.restore(article);
  if (!done.ok) return refusal(question, done.error.message);
  if (!done.value) return refusal(question, `${titled(article, services)} is not withdrawn.`);
  const blocks = [text(`${titled(article, services)} is back: answers rest on it again.`)];
  return finish({ question, title: 'Restored', blocks }, openDesk(services, asOfNow(services.clock)));
};
