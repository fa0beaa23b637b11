import { describe, expect, test } from 'vitest';
import { extracted } from '../facts.ts';

/** All sentences here are made up; places are real. */
const speakers = (text: string): string[] =>
  extracted(text).figures.map(({ body, via }) => {
    const said = body === null ? 'nobody' : `${body.value} ${body.basis}`;
    return via === null ? said : `${said} via ${via}`;
  });

describe('who says so', () => {
  test.for<readonly [string, string]>([
    ['Three men were killed in Tank, police said.', 'police stated'],
    ['Police said that three men were killed in Tank.', 'police stated'],
    ['Three men were killed in Tank, the police told reporters.', 'police stated'],
    ['Three men were killed in Tank, according to the ISPR.', 'ispr stated'],
    ['The ISPR said in a statement that three soldiers were killed in Tank.', 'ispr stated'],
    ['The military’s media wing said three soldiers were killed in Tank.', 'ispr stated'],
    ['According to PICSS, three men were killed in Tank.', 'picss stated'],
    ['CRSS recorded 722 deaths in the third quarter of 2024.', 'crss stated'],
    [
      'The Centre for Research and Security Studies reported 722 deaths in the third quarter of 2024.',
      'crss stated',
    ],
    ['Figures released by PIPS show that 90 people were killed in October 2024.', 'pips stated'],
    ['Hospital officials said 12 people were killed in Quetta.', 'hospital stated'],
    ['Doctors: at least 47 killed in Quetta', 'hospital stated'],
    ['Rescue 1122 said that two people were killed in Mardan.', 'rescue-1122 stated'],
    ['A deputy commissioner said four people were killed in Kurram.', 'deputy-commissioner stated'],
    ['Witnesses said that five people were killed in Bara.', 'witnesses stated'],
    ['Security officials confirmed that two soldiers were killed in Wana.', 'security-officials stated'],
    ['A spokesman for the BLA said seven soldiers were killed in Kech.', 'bla stated'],
    ['The Taliban said 15 soldiers were killed in Wardak.', 'aft stated'],
    ['BLF spokesman Gwahram Upgarhi said his men killed seven soldiers in Kech.', 'blf stated'],
    ['The BLA claimed the attack, saying 12 soldiers were killed in Kech.', 'bla stated'],
    ['Two soldiers were killed in an attack by the TTP in Wana, police said.', 'police stated'],
    ['The BLA claimed responsibility for the blast in which two soldiers were killed in Kech.', 'nobody'],
    ['PICSS data show that 90 people were killed in October 2024.', 'picss stated'],
  ])('%s', ([text, speaker]) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  test.for([
    'Three policemen were killed in Tank.',
    'Police arrived after three men were killed in Tank.',
    'Gunmen killed three men near a police station in Tank.',
    'The police were informed that morning; three men were killed in Tank.',
    'Three soldiers were killed when a hospital in Tank was hit.',
  ])('nobody vouches in %j', text => {
    expect(speakers(text)).toEqual(['nobody']);
  });
});

describe('who still speaks', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Police said that three men were killed in Tank. He added that two others were injured.',
      ['police stated', 'police carried'],
    ],
    [
      'According to PICSS, 90 people were killed in October 2024. The report added that 40 people were injured.',
      ['picss stated', 'picss carried'],
    ],
    [
      'The ISPR said that three soldiers were killed in Tank. The statement said that five militants were killed.',
      ['ispr stated', 'ispr carried'],
    ],
    [
      'Police said that three men were killed in Tank. Two others were injured.',
      ['police stated', 'police carried'],
    ],
    [
      'Police said that three men were killed in Tank.\nTwo others were injured.',
      ['police stated', 'nobody'],
    ],
  ])('%s', ([text, expected]) => {
    expect(speakers(text)).toEqual(expected);
  });
});

describe('two who speak', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Police said three men were killed in Tank, while hospital officials said five people were injured.',
      ['police stated', 'hospital stated'],
    ],
    [
      'According to the Financial Times, PICSS said that 90 people were killed in October 2024.',
      ['picss stated via financial-times'],
    ],
  ])('%s', ([text, expected]) => {
    expect(speakers(text)).toEqual(expected);
  });
});

describe('who tells the story below', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'A constable was shot dead in Tank on Thursday. A gunman opened fire as he left a shop, the district police officer said.',
      ['police assumed'],
    ],
    [
      'Four men died when a shell went off in Bajaur. Police said children had played with it.',
      ['police assumed'],
    ],
    [
      'Four men died when a shell went off in Bajaur. In Quetta, police said, traders went on strike.',
      ['nobody'],
    ],
    ['Four men were killed in Bajaur. PICSS said that violence had grown.', ['nobody']],
    [
      'In Kalat five men were killed, the police said. In Bolan six bodies were found near a bridge.',
      ['police stated', 'nobody'],
    ],
  ])('%s', ([text, expected]) => {
    expect(speakers(text)).toEqual(expected);
  });
});
