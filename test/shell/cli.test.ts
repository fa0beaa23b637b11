import { describe, expect, test } from 'vitest';
import { readInvocation } from '../../src/shell/cli.ts';

describe('is understood', () => {
  test.for<[words: string[], invocation: object]>([
    [[], { kind: 'open', json: false, articles: [], clock: null }],
    [['--json'], { kind: 'open', json: true }],
    [['ask'], { kind: 'ask', question: null, json: false }],
    [['ask', '/casualties 2024', '--json'], { kind: 'ask', question: '/casualties 2024', json: true }],
    [['ask', 'what', 'happened', 'in', 'quetta'], { kind: 'ask', question: 'what happened in quetta' }],
    [['ask', ''], { kind: 'ask', question: '' }],
    [['ask', '--', '--odd question'], { kind: 'ask', question: '--odd question' }],
    [['--articles', 'a', '--articles=b', 'ask', 'x'], { kind: 'ask', articles: ['a', 'b'] }],
    [['digest', 'preview'], { kind: 'ask', question: '/digest preview' }],
    [['extract'], { kind: 'extract', format: 'jsonl' }],
    [['extract', '--format', 'jsonl'], { kind: 'extract', format: 'jsonl' }],
    [['--format=csv', 'extract'], { kind: 'extract', format: 'csv' }],
    [['extract', '--help'], { kind: 'help' }],
    [['backup', 'a.db'], { kind: 'backup', file: 'a.db' }],
    [['export'], { kind: 'export', format: 'json', clock: null }],
    [['export', '--format', 'csv'], { kind: 'export', format: 'csv', clock: null }],
    [['reindex'], { kind: 'reindex' }],
    [['--help', '--json'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
  ])('%j', ([words, invocation]) => {
    expect(readInvocation(words)).toMatchObject({ ok: true, value: invocation });
  });

  test('a time, to the hour and in its zone', () => {
    const read = readInvocation(['ask', 'x', '--as-of', '2025-03-01T01:00:00+05:00']);
    const clock = read.ok && read.value.kind === 'ask' ? read.value.clock : null;
    expect(clock?.now().toISOString()).toBe('2025-02-28T20:00:00.000Z');
    expect(clock?.today()).toBe('2025-03-01');
  });
});

describe('is refused with one line', () => {
  test.for<[words: string[], line: RegExp]>([
    [['--colour'], /^Unknown option '--colour'\. Try --help\.$/],
    [['ask', '-x', 'question'], /^Unknown option '-x'\. Try --help\.$/],
    [['--articles'], /--articles.* argument missing\. Try --help\.$/],
    [['--json=yes'], /--json.* does not take an argument\. Try --help\.$/],
    [['ask', 'x', '--as-of', 'yesterday'], /^--as-of "yesterday" is no time such as .* Try --help\.$/],
    [['ask', 'x', '--as-of', '2025-02-30'], /^--as-of "2025-02-30" is no time/],
    [
      ['extract', 'a.jsonl'],
      /^extract reads standard input and takes no names: extract < articles\.jsonl\. Try/,
    ],
    [['extract', '--json'], /^--json does not go with extract\. Try --help\.$/],
    [['extract', '--articles', 'a'], /^--articles does not go with extract\./],
    [['extract', '--as-of', '2025-03-01'], /^--as-of does not go with extract\./],
    [['extract', '--format', 'xml'], /^--format "xml" is not there; there are jsonl and csv\. Try --help\.$/],
    [['extract', '--format', ''], /^--format "" is not there/],
    [['ask', 'x', '--format', 'csv'], /^--format goes with extract and export alone\. Try --help\.$/],
    [['--format', 'jsonl'], /^--format goes with extract and export alone\./],
    [['backup'], /^backup takes the name of one file that is not there yet: backup copy\.db\. Try --help\.$/],
    [['backup', 'a', 'b'], /^backup takes the name of one file/],
    [['backup', 'a', '--format', 'csv'], /^--format does not go with backup\./],
    [['backup', 'a', '--json'], /^--json does not go with backup\./],
    [['export', 'a'], /^export takes no names\./],
    [
      ['export', '--format', 'opml', '--as-of', '2025-03-01'],
      /^--as-of does not go with export --format opml\./,
    ],
    [['export', '--format', 'jsonl'], /^--format "jsonl" is not there; there are json, csv and opml\./],
    [['export', '--articles', 'a'], /^--articles does not go with export\./],
    [['export', '--as-of', 'noon'], /^--as-of "noon" is no time/],
    [['reindex', 'a'], /^reindex takes no names\./],
    [['reindex', '--as-of', '2025-03-01'], /^--as-of does not go with reindex\./],
    [
      ['casualties', '2024'],
      /^There is no "casualties 2024" here; to ask it: ask "casualties 2024"\. Try --help\.$/,
    ],
  ])('%j', ([words, line]) => {
    const read = readInvocation(words);
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringMatching(line) } });
    expect(!read.ok && read.error.message).not.toContain('\n');
  });
});
