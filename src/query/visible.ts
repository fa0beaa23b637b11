import type { Visible } from '../search/ports.ts';
import type { AsOf, Store } from '../store/ports.ts';

/** The articles that exist at the moment of a question, for full text to find. */
export const visibleAt = (store: Pick<Store, 'exists' | 'existing'>, asOf: AsOf): Visible => ({
  has: id => store.exists(id, asOf),
  all: () => store.existing(asOf),
});
