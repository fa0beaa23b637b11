import { expect, test } from 'vitest';
import { administrator } from './intake.ts';

test.for(['/help', '/help nonsense'])('%s lists what is for administrators to them alone', async question => {
  const { ask } = administrator();
  const [theirs, everybodys] = [await ask(question, true), await ask(question, false)];
  expect(JSON.stringify(theirs.blocks)).toMatch(/\/(?:help )?feed\b/);
  expect(JSON.stringify(everybodys.blocks)).not.toMatch(/\/(?:help )?feed\b/);
  expect(JSON.stringify(everybodys.blocks)).toContain('casualties');
});
