import type { Figure } from '../core/figure.ts';
import { compareFigures } from './compare.ts';
import type { Ledger } from './ledger/ledger.ts';

/**
 * Whether its own body has since replaced a count: the same scope, another number, in a later article. It stays in the
 * history and is not the answer any more.
 */
export const isRevised = (figure: Figure, ledger: Pick<Ledger, 'alike'>): boolean => {
  const alike = ledger.alike(figure);
  const own = alike.find(each => each.figure === figure);
  return (
    own !== undefined &&
    alike.some(other => {
      if (other.figure.article === figure.article || other.figure.standing === 'superseded') return false;
      const result = compareFigures(own, other);
      return result.kind === 'revision' && result.older === own;
    })
  );
};
