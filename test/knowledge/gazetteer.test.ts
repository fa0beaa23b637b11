import { expect, test } from 'vitest';
import { loadGazetteer } from '../../src/knowledge/gazetteer.ts';

const gazetteer = loadGazetteer();
const ids = (name: string) => gazetteer.names.named(name).map(({ place }) => place.id);

test.for([
  ['Quetta', 'pk/balochistan/quetta'],
  ['Baluchistan', 'pk/balochistan'],
  ['KPK', 'pk/khyber-pakhtunkhwa'],
  ['Khyber-Pakhtunkhwa', 'pk/khyber-pakhtunkhwa'],
  ['Killa Saifullah', 'pk/balochistan/qila-saifullah'],
  ['Puli Khumri', 'af/baghlan/puli-khumri'],
  ['Kandahar', 'af/kandahar'],
  ['Kandahar', 'af/kandahar/kandahar'],
  ['United States', 'us'],
] as const)('%s is %s', ([name, id]) => {
  expect(ids(name)).toContain(id);
});
