import { expect, test } from 'vitest';
import { isDebris } from '../../src/text/debris.ts';

test.for([
  ...['You might also like', 'YOU MAY ALSO LIKE', 'Leave A Reply', 'Leave a comment'],
  ...['Your email address will not be published.', 'Required fields are marked *', 'Comments (12)'],
  ...['Share this', 'Share on Facebook', 'Share', 'Print', 'Copy link', 'Advertisement', 'Sponsored'],
  ...['Related stories', 'Read more', 'Also read', 'Most read', 'Trending now', 'Recommended for you'],
  ...['Subscribe now', 'Sign up for our newsletter', 'Follow us on X', 'Next article', 'Previous story'],
  ...['Loading...', 'Skip to main content', 'Home', 'Menu', 'Search', 'Log in', 'Web Desk', 'Post Comment'],
  ...[
    'Accept all cookies',
    'Related: More of the same',
    'Watch: the scene of the blast',
    'Tags: Quetta, blast',
  ],
  ...['Read more: What is known of the raid', 'Copyright 2024 A Made-up Paper', '© A Made-up Paper'],
  ...['All rights reserved.', 'We use cookies to keep you signed in', 'Subscribe to our channel'],
  ...['Photo: the scene', 'Filed under: Asia', 'Download our app', 'Click here to read on'],
  ...[
    'November 9, 2024',
    '9 November 2024',
    'Published on November 9, 2024',
    'Updated: Nov 9, 2024 10:44 AM',
  ],
  ...['10:44 AM | January 17, 2025', 'Saturday, November 9, 2024', 'date 2024-11-22', 'Nov 9, 2024 | Quetta'],
  ...['***', '---', '•', '', '  ', '…'],
])('%j belongs to the page', line => {
  expect(isDebris(line)).toBe(true);
});

test.for([
  'Two people were killed in Quetta.',
  'The ministry uses cookies and no papers.',
  'Share of the dead among civilians grows',
  'Searches went on in Bannu',
  'Home of a policeman torched in Tank',
  'Read out in court, the list named five men',
  'Saved by a guard, the pupils went home',
  'On November 9, 2024, a bomb went off.',
  'November 2024 was the deadliest month',
  'Watch towers were hit in Bajaur',
  'Copyrights were not the issue',
  'Related attacks killed two',
  'Printing press torched in Sukkur',
  '12',
])('%j belongs to the article', line => {
  expect(isDebris(line)).toBe(false);
});
