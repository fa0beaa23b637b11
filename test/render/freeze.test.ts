import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { frozenPosts } from '../../src/render/discord/frozen.ts';
import { EMBED_CHARACTERS, PAGE_CHARACTERS, PAGE_COMPONENTS } from '../../src/render/discord/limits.ts';
import { freeze } from '../../src/render/freeze.ts';
import { MESSAGE_CHARACTERS } from '../../src/render/telegram/limits.ts';
import { arbitraryAnswer } from '../arbitrary-answer.ts';
import { answerOf } from '../digest/made-up.ts';

const telegram = z.strictObject({ html: z.string().min(1), plain: z.string().min(1) });

const container = z.tuple([
  z.looseObject({ components: z.array(z.looseObject({ content: z.string().optional() })) }),
]);

const embeds = z.tuple([z.looseObject({ description: z.string() })]);

test('any answer freezes into posts within the limits of Discord, in two forms that say the same', () => {
  fc.assert(
    fc.property(arbitraryAnswer, answer => {
      const posts = frozenPosts(answer, false);
      expect(posts.length).toBeGreaterThan(0);
      for (const post of posts) {
        const [components, embed, ...more] = 'forms' in post ? post.forms : [];
        const [{ components: parts }] = container.parse(components?.components);
        const [{ description }] = embeds.parse(embed?.embeds);
        const texts = parts.flatMap(({ content }) => (content === undefined ? [] : [content]));
        expect([texts.join('\n\n'), more]).toEqual([description, []]);
        expect(texts.join('').length).toBeLessThanOrEqual(PAGE_CHARACTERS);
        expect(parts.length).toBeLessThan(PAGE_COMPONENTS);
        expect(description.length).toBeLessThanOrEqual(EMBED_CHARACTERS);
      }
    }),
    { numRuns: 60 },
  );
});

test('any answer freezes into messages of Telegram, and the same answer into the same bytes', () => {
  fc.assert(
    fc.property(arbitraryAnswer, answer => {
      const bodies = freeze('telegram', answer, { crosspost: false });
      expect(bodies.length).toBeGreaterThan(0);
      for (const body of bodies)
        expect(telegram.parse(JSON.parse(body)).plain.length).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
      expect(freeze('telegram', answer, { crosspost: false })).toEqual(bodies);
    }),
    { numRuns: 60 },
  );
});

test('what is passed on comes after all that is posted, one for each post', () => {
  const long = answerOf(
    Array.from({ length: 300 }, (_, i) => `made-up line ${i} of a long digest`).join('. '),
  );
  const parts = frozenPosts(long, true).map(part => ('crosspost' in part ? part.crosspost : 'post'));
  const posts = frozenPosts(long, false).map(() => 'post');
  expect(posts.length).toBeGreaterThan(1);
  expect(parts).toEqual([...posts, ...posts.map((_, i) => i + 1)]);
});

test('a platform that sends nothing by itself is a bug, and is thrown', () => {
  expect(() => freeze('terminal', answerOf('x'), { crosspost: false })).toThrow(RangeError);
});
