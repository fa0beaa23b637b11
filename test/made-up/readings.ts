import { reading } from './corpus.ts';

// Every sentence, number and happening here is made up; places and bodies are real.

export const annual = reading({
  id: 'annual',
  published: '2025-01-10',
  text: [
    'A quiet year it was not',
    'The Centre for Research and Security Studies (CRSS) counted 900 people killed in Pakistan in 2024.',
    'Of these, 400 were security personnel, 300 civilians and 200 militants.',
    'Balochistan had 350 of the deaths, Khyber Pakhtunkhwa 500.',
    'The centre gives no number of dead for Sindh.',
    'Killings were up by a tenth against 2023.',
  ].join('\n'),
  figures: [
    { at: '900 people killed', number: 900, body: 'crss' },
    { at: '400 were security personnel', number: 400, body: 'crss', victims: ['security-forces'], part: 0 },
    { at: '300 civilians', number: 300, body: 'crss', victims: ['civilians'], part: 0 },
    { at: '200 militants', number: 200, body: 'crss', victims: ['militants'], part: 0 },
    { at: '350 of the deaths', number: 350, body: 'crss', place: 'pk/balochistan', part: 0 },
    { at: 'Khyber Pakhtunkhwa 500', number: 500, body: 'crss', place: 'pk/khyber-pakhtunkhwa', part: 0 },
  ],
});

export const rival = reading({
  id: 'rival',
  published: '2025-01-12',
  text: [
    'The Pak Institute for Peace Studies (PIPS) put the deaths in militant attacks in Pakistan in 2024 at 700.',
    'Its parts are 350 security personnel, 300 civilians and 90 militants.',
    'Over the first ten months the Pakistan Institute for Conflict and Security Studies (PICSS) had 640 killed.',
  ].join('\n'),
  figures: [
    { at: '2024 at 700', number: 700, body: 'pips', operations: 'militant-attacks' },
    {
      at: '350 security personnel',
      number: 350,
      body: 'pips',
      victims: ['security-forces'],
      operations: 'militant-attacks',
      part: 0,
    },
    {
      at: '300 civilians',
      number: 300,
      body: 'pips',
      victims: ['civilians'],
      operations: 'militant-attacks',
      part: 0,
    },
    {
      at: '90 militants',
      number: 90,
      body: 'pips',
      victims: ['militants'],
      operations: 'militant-attacks',
      part: 0,
    },
    { at: '640 killed', number: 640, body: 'picss', period: '2024-01-01..2024-10-31' },
  ],
});

export const blast = reading({
  id: 'blast-first',
  published: '2024-05-12',
  text: [
    'At least 14 people were killed when a bomb went off in the fruit market of Quetta on Sunday, doctors said.',
    'Two policemen were among the dead.',
    'Officers also spoke of an earlier blast there in March, in which three people died.',
  ].join('\n'),
  figures: [
    {
      at: 'At least 14 people were killed',
      number: '14+',
      scope: 'incident',
      period: '2024-05-12',
      place: 'pk/balochistan/quetta',
      body: 'hospital',
    },
    {
      at: 'Two policemen',
      number: 2,
      victims: ['security-forces'],
      victimsDetail: 'policeman',
      scope: 'incident',
      period: '2024-05-12',
      place: 'pk/balochistan/quetta',
      part: 0,
    },
    {
      at: 'three people died',
      number: 3,
      scope: 'incident',
      period: '2024-03',
      place: 'pk/balochistan/quetta',
      standing: 'background',
    },
  ],
  reports: [
    {
      at: 'a bomb went off',
      type: 'bombing',
      day: '2024-05-12',
      place: 'pk/balochistan/quetta',
      site: 'fruit market',
      figures: [0, 1],
      killed: [0],
    },
    {
      at: 'an earlier blast',
      type: 'bombing',
      day: '2024-03',
      place: 'pk/balochistan/quetta',
      figures: [2],
      killed: [2],
      background: true,
    },
  ],
});

export const revised = reading({
  id: 'blast-later',
  published: '2024-05-14',
  text: [
    'Officials on Tuesday lowered the death toll of the bombing in the fruit market of Quetta to 11.',
    'The doctors had spoken of 14.',
    'The Baloch Liberation Army (BLA) said that it had planted the bomb.',
  ].join('\n'),
  figures: [
    {
      at: 'to 11',
      number: 11,
      scope: 'incident',
      period: '2024-05-12',
      place: 'pk/balochistan/quetta',
      body: 'officials',
    },
    {
      at: 'spoken of 14',
      number: 14,
      scope: 'incident',
      period: '2024-05-12',
      place: 'pk/balochistan/quetta',
      body: 'hospital',
      standing: 'superseded',
    },
  ],
  reports: [
    {
      at: 'The Baloch Liberation Army (BLA) said that it had planted the bomb.',
      type: 'bombing',
      day: '2024-05-12',
      place: 'pk/balochistan/quetta',
      site: 'fruit market',
      claimed: 'bla',
      figures: [0, 1],
      killed: [0],
    },
  ],
});

export const twins = reading({
  id: 'twins',
  published: '2024-02-20',
  text: [
    'Two bombs in Pishin and in Qila Saifullah took at least 20 lives on Tuesday.',
    'No casualties were reported from a third attack, on a post in Tank.',
    'On Monday an explosion had hit a police post near Chaman, in the same province.',
  ].join('\n'),
  figures: [
    {
      at: 'at least 20 lives',
      number: '20+',
      scope: 'incident',
      period: '2024-02-20',
      place: 'pk/balochistan',
      shared: true,
    },
    {
      at: 'No casualties',
      number: 0,
      scope: 'incident',
      period: '2024-02-20',
      place: 'pk/khyber-pakhtunkhwa/tank',
      body: 'police',
    },
    {
      at: 'No casualties',
      number: 0,
      measure: 'injuries',
      scope: 'incident',
      period: '2024-02-20',
      place: 'pk/khyber-pakhtunkhwa/tank',
      body: 'police',
    },
  ],
  reports: [
    { at: 'Two bombs', type: 'bombing', day: '2024-02-20', place: 'pk/balochistan/pishin', figures: [0] },
    {
      at: 'Two bombs',
      type: 'bombing',
      day: '2024-02-20',
      place: 'pk/balochistan/qila-saifullah',
      figures: [0],
    },
    {
      at: 'a third attack',
      type: 'armed-attack',
      day: '2024-02-20',
      place: 'pk/khyber-pakhtunkhwa/tank',
      site: 'post',
      figures: [1, 2],
      killed: [1],
    },
    {
      at: 'an explosion had hit a police post',
      type: 'bombing',
      day: '2024-02-19',
      place: 'pk/balochistan',
      figures: [],
    },
  ],
});

export const flood = reading({
  id: 'flood',
  published: '2024-08-20',
  text: 'Floods killed 50 people in Bannu in August, the disaster authority said.\nIn Bara, in North Kordofan, militiamen shot nine people dead on Monday.',
  figures: [
    { at: '50 people', number: 50, period: '2024-08', place: 'pk/khyber-pakhtunkhwa/bannu', security: false },
    {
      at: 'nine people',
      number: 9,
      scope: 'incident',
      period: '2024-08-19',
      place: 'sd/north-kordofan/bara',
    },
  ],
  reports: [
    {
      at: 'militiamen shot nine people dead',
      type: 'shooting',
      day: '2024-08-19',
      place: 'sd/north-kordofan/bara',
      figures: [1],
      killed: [1],
    },
  ],
});

export const monthly = reading({
  id: 'monthly',
  published: '2024-09-02',
  text: [
    'The Pakistan Institute for Conflict and Security Studies (PICSS) counted 60 people killed in August.',
    'Militant attacks took 45 lives, operations of the forces 15.',
  ].join('\n'),
  figures: [
    { at: '60 people killed', number: 60, body: 'picss', period: '2024-08' },
    { at: '45 lives', number: 45, body: 'picss', period: '2024-08', operations: 'militant-attacks' },
    { at: 'forces 15', number: 15, body: 'picss', period: '2024-08', operations: 'security-operations' },
  ],
});

/** What the centre says of the same year half a year later; no part of `everything`. */
export const recount = reading({
  id: 'recount',
  published: '2025-07-01',
  text: 'The Centre for Research and Security Studies (CRSS) now puts the people killed in Pakistan in 2024 at 912.',
  figures: [{ at: '2024 at 912', number: 912, body: 'crss' }],
});

export const everything = [annual, rival, blast, revised, twins, flood, monthly];
