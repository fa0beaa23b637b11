import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileHistory, MAX_HISTORY } from '../../../src/platform/terminal/history.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

test('what was asked is there the next time, oldest first, for its owner alone', () => {
  const path = join(temporaryFolder(), 'deep', 'history');
  const history = fileHistory(path);
  expect(history.load()).toEqual([]);
  history.add('/help');
  history.add(' two\nlines ');
  history.add('  ');
  expect(fileHistory(path).load()).toEqual(['/help', 'two lines']);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a long history is cut to its end', () => {
  const path = join(temporaryFolder(), 'history');
  const lines = Array.from({ length: MAX_HISTORY + 3 }, (_, i) => `q${i}`);
  writeFileSync(path, lines.join('\n'));
  expect(fileHistory(path).load()).toEqual(lines.slice(3));
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(MAX_HISTORY);
});

test('a history that cannot be kept costs nothing else', () => {
  const history = fileHistory(join(temporaryFolder({ file: 'x' }), 'file', 'history'));
  history.add('/help');
  expect(history.load()).toEqual([]);
});
