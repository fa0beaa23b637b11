import { describe, expect, test } from 'vitest';
import { ask, commands } from '../../commands/index.ts';
import { composeBriefing } from '../../src/answer/briefing.ts';
import type { Answer, Block } from '../../src/core/answer.ts';
import { corpus } from '../made-up/corpus.ts';
import { annual, everything, recount } from '../made-up/readings.ts';

const at = corpus(everything);

const answer = async (question: string, asOf = '2025-03-01T12:00:00Z'): Promise<Answer> => {
  const name = /^\/(\w+) ?/.exec(question);
  const command = name === null ? ask : commands.find(each => each.name === name[1]);
  if (command === undefined) throw new Error(question);
  return command.run({ question, words: question.slice(name?.[0].length ?? 0) }, at(asOf));
};

/** Headings and lines of an answer, without its sources. */
const lines = ({ text }: Answer): string[] =>
  (text.split('\n\nSources')[0] ?? '').split('\n').filter(line => line !== '');

const numbers = ({ figures }: Answer): (number | null)[] => figures.map(figure => figure.low);

describe('/casualties 2024', () => {
  test('goes from the widest scope to the narrowest', async () => {
    const { blocks } = await answer('/casualties 2024');
    const headings = blocks.flatMap(block => (block.kind === 'heading' ? block.text : []));
    expect(headings).toEqual([
      'In all',
      'By who the victims are',
      'By place',
      'Shorter periods inside',
      'Single incidents',
      'Arithmetic of one body',
    ]);
  });

  test('says of each line who counts what, when and where, and cites it', async () => {
    const shown = lines(await answer('/casualties 2024'));
    expect(shown).toContain('- 900 people killed · CRSS · 2024 · Pakistan [1]');
    expect(shown).toContain('- 700 people killed in militant attacks · PIPS · 2024 · Pakistan [2]');
    expect(shown).toContain('- 640 people killed · PICSS · January to October 2024 · Pakistan [11]');
  });

  test('states what is counted over the whole scope, and adds up nothing', async () => {
    expect(numbers(await answer('/casualties 2024'))).toEqual([900, 700]);
  });

  test('says why bodies cannot be compared', async () => {
    const { text } = await answer('/casualties 2024');
    expect(text).toContain('because the kind of event differs (kind of event not stated; militant attacks)');
    expect(text).toContain('because the period differs (2024; January to October 2024)');
  });

  test('marks sums that add up, and sums that do not', async () => {
    const { text } = await answer('/casualties 2024');
    expect(text).toContain('400 + 300 + 200 = 900 ✓ adds up');
    expect(text).toContain('350 + 300 + 90 = 740, but the total is 700: does not add up by 40');
  });

  test('knows no article that was not yet published', async () => {
    const { text } = await answer('/casualties 2024', '2024-06-01T00:00:00Z');
    expect(text).not.toContain('900');
  });
});

describe('a question for a number', () => {
  test.for<[question: string, stated: number[]]>([
    ['civilians killed 2024 pips', [300]],
    ['how many security forces died in 2024', [400, 350]],
    ['killed in balochistan 2024', [350]],
    ['deaths in pakistan in the first ten months of 2024', [640]],
    ['how many policemen were killed in the quetta blast', [2]],
  ])('%s', async ([question, stated]) => {
    expect(numbers(await answer(question))).toEqual(stated);
  });

  test('is refused where only growth is known, with what is held offered', async () => {
    const refused = await answer('total people killed in pakistan in 2023');
    expect(refused.refused).toBe(true);
    expect(refused.figures).toEqual([]);
    expect(refused.blocks.some(block => block.kind === 'offers')).toBe(true);
  });

  test('is refused with the sentence that says there is no number', async () => {
    const refused = await answer('how many killed in sindh 2024 crss');
    expect(refused.refused).toBe(true);
    expect(refused.citations.map(each => each.quote)).toEqual([
      'The centre gives no number of dead for Sindh.',
    ]);
  });

  test('about an attack is not answered with a flood, which is named', async () => {
    const refused = await answer('bannu attacks august 2024 killed');
    expect(refused.refused).toBe(true);
    expect(refused.figures).toEqual([]);
    expect(refused.text).toContain('is no attack');
    expect(refused.citations.map(each => each.article)).toContain('flood');
  });

  test('about a flood is answered with the flood, which is said to be no attack', async () => {
    const flooded = await answer('how many died in the bannu flood');
    expect(numbers(flooded)).toEqual([50]);
    expect(flooded.text).toContain('is in no security toll');
  });

  test('for a place that lies elsewhere than is said is refused', async () => {
    const refused = await answer('bannu balochistan killed 2024');
    expect(refused.refused).toBe(true);
    expect(refused.text).toContain('do not lie in one another');
  });

  test('for two places of one kind sets them side by side', async () => {
    const both = await answer('kp balochistan killed 2024');
    expect(both.title).toMatch(/^Comparison: /);
    expect(numbers(both)).toEqual([500, 350]);
  });

  test('for people whom nobody counts alone is answered with their class, which is said', async () => {
    const soldiers = await answer('soldiers killed in 2024');
    expect(numbers(soldiers)).toEqual([400, 350]);
    expect(soldiers.text).toContain('Nobody counts soldiers alone here');
  });

  test.for([
    'journalists killed in 2024',
    'killed in suicide bombings in 2024',
    '/casualties 1850',
    'teacher killed polio campaign',
    'how many killed in sudan in 2024',
    'how many killed in north kordofan in 2024',
  ])('that nothing counts (“%s”) is refused, not answered with a larger one', async question => {
    const refused = await answer(question);
    expect(refused.refused).toBe(true);
    expect(refused.figures).toEqual([]);
  });

  test('of one kind of event is answered with that kind where a body tells them apart', async () => {
    expect(numbers(await answer('killed august 2024 picss'))).toEqual([60, 45, 15]);
    expect(numbers(await answer('killed in militant attacks august 2024 picss'))).toEqual([45]);
    expect(numbers(await answer('killed in operations august 2024 picss'))).toEqual([15]);
  });

  test('says which of its words nothing is counted by', async () => {
    const { text } = await answer('killed by drones in 2024');
    expect(text).toContain('Not taken into account: “drones”.');
  });

  test('that names numbers says who says which', async () => {
    const { text } = await answer('is it 11 or 14 or 25 dead in the quetta blast');
    expect(text).toMatch(/note: 11: 11 people killed, officials \[\d+\]/);
    expect(text).toMatch(/note: 14: .*\(since replaced\) \[\d+\]/);
    expect(text).toContain('note: 25: no figure here says so');
  });
});

describe('a count that its body has changed', () => {
  const later = corpus([annual, recount]);
  const asked = async (asOf: string): Promise<Answer> =>
    ask.run({ question: 'killed in 2024', words: 'killed in 2024' }, later(asOf));

  test('is answered with the new number, and the old one is history', async () => {
    const now = await asked('2025-08-01T00:00:00Z');
    expect(numbers(now)).toEqual([912]);
    expect(now.text).toContain('900 people killed · CRSS · 2024 · Pakistan [2] (since replaced)');
    expect(now.text).toContain('↻ revised: CRSS now says 912 [1], before 900 [2].');
  });

  test('is answered with the old number while there was no other', async () => {
    expect(numbers(await asked('2025-03-01T00:00:00Z'))).toEqual([900]);
  });
});

describe('an incident', () => {
  test('has its first toll on the first day', async () => {
    const first = await answer('quetta blast death toll', '2024-05-12T20:00:00Z');
    expect(numbers(first)).toEqual([14]);
    expect(lines(first)).toContain('- at least 14 people killed · hospital, 12 May 2024 [1]');
  });

  test('has its newest toll first later, the old one as history', async () => {
    const later = await answer('quetta blast death toll');
    expect(numbers(later)).toEqual([11]);
    const shown = lines(later);
    const past = shown.indexOf('Earlier tolls, since replaced');
    expect(shown.findIndex(line => line.includes('11 people killed'))).toBeLessThan(past);
    expect(shown.findIndex(line => line.includes('at least 14 people killed'))).toBeGreaterThan(past);
  });

  test('shows when, where, who, and the range of its tolls', async () => {
    const shown = lines(await answer('/incident Quetta may 2024'));
    expect(shown).toContain('When: 12 May 2024');
    expect(shown).toContain('Where: Quetta, Balochistan, Pakistan (district)');
    expect(shown).toContain('Site: fruit market');
    expect(shown.find(line => line.startsWith('Who: '))).toMatch(
      /^Who: claimed by Baloch\w* Liberation Army \[\d+\]$/,
    );
    expect(shown.find(line => line.startsWith('Killed: '))).toMatch(
      /^Killed: 11 to 14 \(range of reported figures\), newest headline toll 11 \[1\]\[\d+\]$/,
    );
  });

  test('says why its reports count as one', async () => {
    const { text } = await answer('/incident Quetta');
    expect(text).toContain('read as one incident: blast-later and blast-first: same place, dates overlap');
  });

  test('that another one precedes is told first, the other offered', async () => {
    const both = await answer('/incident Quetta');
    expect(numbers(both)).toEqual([11]);
    expect(lines(both)).toContain('Other incidents reported there');
  });

  test('that shares its toll says with which', async () => {
    const shared = await answer('pishin blast how many');
    expect(numbers(shared)).toEqual([20]);
    expect(shared.text).toContain('one toll for 2 incidents together (Pishin, Qila Saifullah)');
  });

  test('without loss is said to be so', async () => {
    const none = await answer('tank post attack any casualties');
    expect(none.text).toContain('no casualties · police');
    expect(numbers(none)).toEqual([0, 0]);
  });

  test('of which no report gives a number is said to be so', async () => {
    const silent = await answer('chaman post explosion');
    expect(lines(silent)).toContain('Killed: no report gives a number');
  });

  test('whose deed is asked for begins with who did it', async () => {
    const claimed = lines(await answer('who claimed the quetta blast'));
    expect(claimed[0]).toMatch(/claimed by Baloch\w* Liberation Army \[1\]$/);
    const unknown = await answer('who is behind the tank attack');
    expect(lines(unknown)[0]).toContain('no report says who did it');
  });

  test('asked for as the latest is the newest of all, the others beside it', async () => {
    const latest = await answer('latest attack');
    expect(numbers(latest)).toEqual([9]);
    expect(lines(latest)).toContain('Other incidents reported');
  });

  test('that its article places less exactly is found by the place it names', async () => {
    const found = await answer('blast at the Chaman post');
    expect(found.refused).toBe(false);
    expect(found.text).toContain('near Chaman');
  });

  test('of a kind that no report names is said to be only the nearest', async () => {
    const suicide = await answer('suicide attack quetta may 2024');
    expect(suicide.text).toContain('Not told of what follows: “suicide attack”; it is the nearest');
    expect((await answer('bombing quetta may 2024')).text).not.toContain('Not told of');
  });

  test('is what is told to who asks whether a place is safe, and no judgement', async () => {
    const safe = await answer('is it safe to travel to quetta?');
    expect(safe.title).toBe('Incident: Quetta, Balochistan, Pakistan');
    expect(safe.text).toContain('no judgement of how safe a place is');
    expect(numbers(safe)).toEqual([11]);
  });

  test('that no article tells of is refused as an incident, not as a number', async () => {
    const none = await answer('what happened in khyber district');
    expect(lines(none)[0]).toBe('The articles tell of no incident for Khyber, Khyber Pakhtunkhwa, Pakistan.');
    expect(lines(await answer('casualties in Punjab 2024'))[0]).toContain(
      'no number of killed or injured for',
    );
  });

  test('in a place of an ambiguous name says which', async () => {
    expect((await answer('bara attack august 2024')).text).toContain('Bara, North Kordofan, Sudan');
  });
});

test('a comparison sets two bodies side by side and says what differs', async () => {
  const compared = await answer('compare picss and crss 2024');
  expect(numbers(compared)).toEqual([640, 900]);
  expect(compared.text).toContain('because the period differs');
});

describe('a number alone', () => {
  test.for<[question: string, stated: number[]]>([
    ['is 900 right?', [900]],
    ['640', [640]],
  ])('is looked up: “%s”', async ([question, stated]) => {
    const found = await answer(question);
    expect(found.refused).toBe(false);
    expect(numbers(found)).toEqual(stated);
  });

  test('that no article prints is refused, with what they hold offered', async () => {
    const none = await answer('is 901 correct');
    expect(lines(none)[0]).toBe('No figure of the articles is 901.');
    expect(none.blocks.some(block => block.kind === 'offers')).toBe(true);
  });
});

test('words that no report holds are named', async () => {
  const { text } = await answer('quetta fruit market zeppelin blast');
  expect(text).toContain('Not told of what follows: “zeppelin”; it is the nearest');
});

test('a day that may be read either way is said to be read with the day first', async () => {
  const { text, title } = await answer('/casualties 12/5/2024');
  expect(title).toBe('Casualties: 12 May 2024');
  expect(text).toContain('“12/5/2024” is read as 12 May 2024, the day first.');
  expect((await answer('/casualties 12/12/2024')).text).not.toContain('the day first');
});

test('a group is told by its incidents and the sentences that name it', async () => {
  const group = await answer('attacks by bla');
  expect(numbers(group)).toEqual([11]);
  expect(group.text).toContain('claimed by');
  expect(group.blocks.filter(block => block.kind === 'quote')).toHaveLength(1);
});

test('words that name nothing are looked up, quoted and cited', async () => {
  const found = await answer('disaster authority');
  expect(found.figures).toEqual([]);
  expect(found.citations.map(each => each.article)).toEqual(['flood']);
});

test('words that are nowhere are refused', async () => {
  expect((await answer('hullabaloo')).refused).toBe(true);
  expect((await answer('zeppelin')).refused).toBe(true);
});

test('a command that needs words says so', async () => {
  for (const name of ['incident', 'search', 'article', 'why'])
    expect((await answer(`/${name}`)).text).toContain(`/${name} needs more`);
});

describe('/article', () => {
  test('lists the figures of an article with what /why takes', async () => {
    const article = await answer('/article annual');
    expect(numbers(article)).toEqual([900, 400, 300, 200, 350, 500]);
    expect(article.text).toContain('/why annual#0');
  });

  test('takes the beginning of an id', async () => {
    expect((await answer('/article blast-l')).title).toContain('Officials on Tuesday');
  });

  test('offers the near ones for an id that is none', async () => {
    const refused = await answer('/article blast');
    expect(refused.refused).toBe(true);
    expect(refused.text).toContain('/article blast-first');
  });
});

describe('/why', () => {
  test('opens a figure to its words, readings, rules and the merges of its incident', async () => {
    const { text } = await answer('/why blast-later#0');
    expect(text).toContain('Rules: made-up');
    expect(text).toContain('Period: 12 May 2024 (stated in the sentence)');
    expect(text).toMatch(/2 reports read as one incident:\n\n- blast-\w+@0 joined blast-\w+@0: same place/);
  });

  test('finds a figure by its place in the article too', async () => {
    const start = everything[0]?.figures[0]?.span.start ?? 0;
    expect((await answer(`/why annual#${start}`)).title).toBe('900 people killed');
  });

  test('opens a citation of an answer by its number and question', async () => {
    const asked = await answer('/casualties 2024');
    for (const { n, quote } of asked.citations) {
      const { citations, refused } = await answer(`/why ${n} of /casualties 2024`);
      expect(refused).toBe(false);
      expect(citations.map(each => each.quote)).toContain(quote);
    }
  });

  test('opens a citation of the answer before it by its number alone', async () => {
    const why = commands.find(each => each.name === 'why');
    const opened = await why?.run(
      { question: '/why [1]', words: '[1]', previous: 'killed in 2024' },
      at('2025-03-01T12:00:00Z'),
    );
    expect(opened?.title).toBe('900 people killed');
  });

  test.for<[question: string, says: string]>([
    ['/why nothing#7', 'There is no figure'],
    ['/why 3', 'of which answer?'],
    ['/why 99 of /casualties 2024', 'has no [99]'],
    ['/why 1 of hello', 'cites nothing'],
  ])('refuses “%s” in one line', async ([question, says]) => {
    const refused = await answer(question);
    expect(refused.refused).toBe(true);
    expect(refused.text.split('\n')[0]).toContain(says);
  });

  test('says by which ids two reports are taken apart, and they are', async () => {
    const { text } = await answer('/why blast-later#0');
    const pair = /\["([^"]+)", "([^"]+)"\]/.exec(text);
    const apart = corpus(everything, { apart: [[pair?.[1] ?? '', pair?.[2] ?? '']], together: [] });
    const split = ask.run(
      { question: 'quetta blast may 2024', words: 'quetta blast may 2024' },
      apart('2025-03-01T12:00:00Z'),
    );
    expect((await split).blocks.filter(block => block.kind === 'facts')).toHaveLength(2);
  });
});

test('/sources counts bodies and publishers', async () => {
  const { text } = await answer('/sources');
  expect(text).toContain(
    'CRSS, Center for Research and Security Studies (a monitor, which counts over months and places): 6 figures here. What its numbers take in: civilians, security personnel and "outlaws" (militants)',
  );
  expect(text).toContain('Made-up Times: 7 articles');
});

test('/help lists every command that one may ask, and one with its options', async () => {
  const { text } = await answer('/help');
  for (const { name, admin = false } of commands) expect(text.includes(`/${name}`)).toBe(!admin);
  expect((await answer('/help casualties')).text).toContain('victims: ');
  expect((await answer('/help nonsense')).refused).toBe(true);
});

test('the briefing shows the newest counts and incidents', () => {
  const briefing = composeBriefing(at('2025-03-01T12:00:00Z'));
  expect(briefing.title).toBe('Briefing as of 1 March 2025');
  expect(numbers(briefing)).toEqual([900, 700, 640, 60, 45, 15, 9, 11, 20, 0, 0]);
});

test('the briefing of an empty corpus says so', () => {
  expect(composeBriefing(corpus([])('2025-03-01T12:00:00Z')).text).toContain('no incident and no count');
});

const QUESTIONS = [
  '/casualties 2024',
  '/casualties',
  '/casualties khyber',
  '/incident Quetta',
  '/incident bla',
  'attacks by bla',
  'compare kp and balochistan 2024',
  'pishin and qila saifullah blasts',
  'bannu attacks august 2024 killed',
  'disaster authority',
  '/article twins',
  '/why twins#1',
  '/sources',
];

describe('a question that goes on from the one before', () => {
  const goesOn = async (question: string, previous: string | null): Promise<Answer> =>
    ask.run({ question, words: question, previous }, at('2025-03-01T12:00:00Z'));

  test.for<[question: string, previous: string, stated: number[]]>([
    ['and in balochistan?', 'how many killed in 2024 according to crss', [350]],
    ['what about civilians', 'killed in 2024 pips', [300]],
    ['and picss?', '/casualties 2024', [640]],
    ['and in august?', 'killed in militant attacks 2024 picss', [45]],
  ])('“%s” after “%s”', async ([question, previous, stated]) => {
    const answer = await goesOn(question, previous);
    expect(numbers(answer)).toEqual(stated);
    expect(answer.text).toContain(`Read as going on from “${previous}”.`);
  });

  test('is read by itself where nothing was asked before', async () => {
    expect((await goesOn('and in balochistan?', null)).text).not.toContain('going on');
  });

  test('is no question that names everything itself', async () => {
    expect((await goesOn('killed in 2024 pips', 'fruit market')).text).not.toContain('going on');
  });
});

describe('every answer', () => {
  test.for(QUESTIONS)('to “%s” is the same twice', async question => {
    expect(JSON.stringify(await answer(question))).toBe(JSON.stringify(await answer(question)));
  });

  test.for(
    QUESTIONS,
  )('to “%s” cites what it quotes, from 1, and every number it cites exists', async question => {
    const { blocks, citations, figures, text } = await answer(question);
    expect(citations.map(each => each.n)).toEqual(citations.map((_, i) => i + 1));
    const known = new Set(citations.map(each => each.n));
    for (const figure of figures) expect(known).toContain(figure.citation);
    for (const match of (text.split('\n\nSources')[0] ?? '').matchAll(/\[(\d+)\]/g))
      expect(known).toContain(Number(match[1]));
    for (const { article, quote, start, end } of citations) {
      const source = everything.find(each => each.article.id === article)?.article.text ?? '';
      expect(source.slice(start, end)).toBe(quote);
    }
    for (const block of blocks) expect(marksLieWithin(block)).toBe(true);
  });
});

const marksLieWithin = (block: Block): boolean =>
  block.kind !== 'quote' ||
  block.marks.every(mark => 0 <= mark.start && mark.start < mark.end && mark.end <= block.text.length);
