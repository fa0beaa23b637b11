import { describe, expect, test } from 'vitest';
import pages from '../../../data/lexicon/pages.json' with { type: 'json' };
import { articleLines, isBoilerplate } from '../../../src/ingest/page/article-lines.ts';
import { lexiconForm } from '../../../src/ingest/page/lexicon.ts';

test.for([
  ...[
    'Share',
    'SHARE THIS:',
    'Copy link',
    'Advertisement',
    '• Read more',
    '12 shares',
    '1.2K views',
    '5 min read',
  ],
  ...[
    'By A Made-up Name',
    'By Our Correspondent',
    '8:10 AM',
    '10:05 GMT',
    'Pages: 1 2 3',
    '9 Nov 2024, 10:44 PKT',
  ],
  ...[
    'You might also like',
    'Leave a Reply',
    'Get the latest news on your phone.',
    'Download our app for more.',
  ],
  ...[
    'We use cookies to improve your visit.',
    '© 2024 A Made-up Paper',
    'The scene of the blast. — File',
    'Tags: Quetta',
  ],
  ...[
    'READ MORE: What is known of the raid',
    'With inputs from AFP',
    'Sign up for our daily briefing',
    'Photo: AFP',
  ],
])('%j belongs to the page', line => expect(isBoilerplate(line)).toBe(true));

test.for([
  'By the time help came, three men had died.',
  'By Monday, 12 had died in hospital',
  'Sharing the loot, the robbers fell out',
  'News of the attack spread through the bazaar.',
  'Liveried guards were among the 12 wounded.',
  '12 killed',
  '12 soldiers read out the names.',
  'Two killed in Tank, 3:15 hours after the first attack',
  'Balochistan | 61 | 104',
])('%j belongs to the article', line => expect(isBoilerplate(line)).toBe(false));

describe('of the lines of a page', () => {
  const block = (text: string, linked = 0) => ({ text, linked });
  const prose = (n: number) =>
    block(`In made-up incident ${n}, two guards were wounded near a bridge outside Turbat, police said.`);
  const lines = (...blocks: { text: string; linked: number }[]) =>
    articleLines(blocks, { title: 'Guards wounded', author: 'A Writer' });

  test('those behind the end go', () => {
    const all = [prose(1), prose(2), block('Related stories'), prose(3)];
    expect(lines(...all)).toEqual([prose(1).text, prose(2).text]);
  });
  test('those behind a box in the middle stay', () => {
    const all = [prose(1), block('Related stories'), prose(2), prose(3)];
    expect(lines(...all)).toEqual([prose(1).text, prose(2).text, prose(3).text]);
  });
  test('those that are links go, but no sentence', () => {
    expect(lines(prose(1), block('Minister opens a bridge', 1), { ...prose(2), linked: 1 })).toHaveLength(2);
  });
  test('those that are known go, and what is there twice', () => {
    expect(lines(block('Guards Wounded'), block('A Writer'), prose(1), prose(1))).toEqual([prose(1).text]);
  });
});

test('the lexicon is in the form in which lines are looked up', () => {
  for (const line of [...pages.lines, ...pages.endings].filter(each => !/[+-]$/.test(each)))
    expect(lexiconForm(line)).toBe(line);
});
