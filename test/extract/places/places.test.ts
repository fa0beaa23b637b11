import { describe, expect, test } from 'vitest';
import { extracted, incidents } from '../facts.ts';

/** All sentences here are made up; places are real. */
const where = (text: string): string[] =>
  extracted(text).figures.map(({ place }) => (place === null ? 'no place' : place.value));

const killed = (at: string) => `Two soldiers were killed in a blast ${at} on Thursday.`;
const kp = 'pk/khyber-pakhtunkhwa';

describe('an address', () => {
  test.for<readonly [string, string]>([
    ['in Quetta', 'pk/balochistan/quetta'],
    ['in Baluchistan', 'pk/balochistan'],
    ['in Balochistan province', 'pk/balochistan'],
    ['in KP', kp],
    ['in Khyber-Pakhtunkhwa', kp],
    ['in the Mastung district of Balochistan', 'pk/balochistan/mastung'],
    ['in Killa Saifullah', 'pk/balochistan/qila-saifullah'],
    ['near Razmak in North Waziristan', `${kp}/north-waziristan/razmak`],
    ['in Mir Ali, North Waziristan district, Khyber Pakhtunkhwa', `${kp}/north-waziristan/mir-ali`],
    ['in the Tank district', `${kp}/tank`],
    ['in Tank', `${kp}/tank`],
    ['in the Bannu area of Khyber Pakhtunkhwa', `${kp}/bannu`],
    ['in Bannu’s Janikhel area', `${kp}/bannu/jani-khel`],
    ['in the Janikhel area of Bannu', `${kp}/bannu/jani-khel`],
    ['in the Jani Khel district of Paktika, Afghanistan', 'af/paktika/jani-khel'],
    ['in D.I. Khan', `${kp}/dera-ismail-khan`],
    ['in Dera Ismail Khan', `${kp}/dera-ismail-khan`],
    ['in Kandahar, Afghanistan', 'af/kandahar/kandahar'],
    ['in El Fasher, Sudan', 'sd/north-darfur/el-fasher'],
    ['in Srinagar, Jammu and Kashmir, India', 'in/jammu-and-kashmir/srinagar'],
  ])('%s is %s', ([at, id]) => {
    expect(where(killed(at))).toEqual([id]);
  });

  test('a village in no gazetteer lies in the next name of its address', () => {
    const { figures, places } = extracted(killed('in Made Upgarhi, North Waziristan district'));
    const [figure] = figures;
    expect(figure?.place?.value).toBe(`${kp}/north-waziristan/made-upgarhi`);
    expect(places.get(figure?.place?.value ?? '')).toMatchObject({
      name: 'Made Upgarhi',
      kind: 'locality',
      admin2: 'North Waziristan',
      admin1: 'Khyber Pakhtunkhwa',
      country: 'Pakistan',
      listed: false,
    });
  });

  test.for<readonly [string, string]>([
    ['in the Made Upgarhi area of Kurram', `${kp}/kurram/made-upgarhi`],
    ['in the village of Upgarhi in Kurram', `${kp}/kurram/upgarhi`],
  ])('%s is %s', ([at, id]) => {
    expect(where(killed(at))).toEqual([id]);
  });
});

describe('what is no place', () => {
  test.for([
    'Police killed two men on Thursday.',
    'March saw two men killed.',
    'The March towards a new start saw two men killed.',
    'Two men were killed by a tank on Thursday.',
    'Two men were killed by a Tank shell on Thursday.',
    'Two men of the Pakistan Army were killed on Thursday.',
    'Two soldiers of the Afghan army were killed.',
    'Two men were killed, a Nice man said.',
    'Two men were killed, Khan said.',
    'Two men were killed by Levies on Thursday.',
    'Two men were killed on Sunday.',
  ])('%j names none', text => {
    expect(where(text)).toEqual(['no place']);
  });
});

describe('names that hold another name', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Two men were killed near Kabul Khel on Thursday.', [`${kp}/lakki-marwat/kabul-khel`]],
    ['A Lahore court heard that two men were killed in Kasur on Thursday.', ['pk/punjab/kasur']],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });
});

describe('where somebody speaks or comes from is not where it happened', () => {
  test.for<readonly [string, readonly string[]]>([
    ['QUETTA: Two men were killed in Turbat on Thursday.', ['pk/balochistan/kech/turbat']],
    ['QUETTA (A Made-up Wire) – Two men were killed in Turbat on Thursday.', ['pk/balochistan/kech/turbat']],
    ['An official in Quetta said that two men were killed in Turbat.', ['pk/balochistan/kech/turbat']],
    ['Two men from Lahore were killed in Turbat.', ['pk/balochistan/kech/turbat']],
    [
      'The Swat chapter of the TTP said that its men killed two soldiers in Turbat.',
      ['pk/balochistan/kech/turbat'],
    ],
    [
      'A blast in Turbat led to the death of Aslam Alam, Punjab Home Minister.',
      ['pk/balochistan/kech/turbat'],
    ],
    ['Two men were killed in Turbat, a minister said in Islamabad.', ['pk/balochistan/kech/turbat']],
    [
      'Two men were killed in Turbat. Ten were wounded and flown to Karachi.',
      ['pk/balochistan/kech/turbat', 'pk/balochistan/kech/turbat'],
    ],
    ['Gunmen killed three policemen in Hangu on Thursday, police said.', [`${kp}/hangu`]],
    [
      'Security forces killed six militants in Kulachi, the military said.',
      [`${kp}/dera-ismail-khan/kulachi`],
    ],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });

  test('a dateline stands in where nothing else is named', () => {
    expect(incidents('QUETTA: Two men were killed in a blast on Thursday.')).toEqual([
      'bombing in pk/balochistan/quetta on 2024-11-21: killed 2',
    ]);
  });
});

describe('a clause of its own has its own place', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Five men were killed in Bannu, while in Tank two died.', [`${kp}/bannu`, `${kp}/tank`]],
    ['Three died in Hangu, whereas in Kohat two were hurt.', [`${kp}/hangu`, `${kp}/kohat`]],
    [
      'Two men were killed in Turbat, and in Kalat one died.',
      ['pk/balochistan/kech/turbat', 'pk/balochistan/kalat'],
    ],
    ['Two men were killed in Wana, a town in South Waziristan.', [`${kp}/south-waziristan/wana`]],
    ['Two men were killed in Upgarhi, a small village in Kurram.', [`${kp}/kurram/upgarhi`]],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });
});

describe('where the killers come from moves nothing', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Gunmen from Afghanistan killed four soldiers in Bajaur on Thursday.', [`${kp}/bajaur`]],
    ['Militants from India killed two men in Turbat.', ['pk/balochistan/kech/turbat']],
    ['Fighters from Chad killed six men in Diffa.', ['ne/diffa/diffa']],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });
});

describe('pointing words and areas in small letters', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Gunmen killed five people in Quetta on Thursday. Across the province 210 people were killed this year, and 1,200 people died in the country.',
      ['pk/balochistan/quetta', 'pk/balochistan', 'pk'],
    ],
    [
      'Bandits killed 11 people in Zamfara on Tuesday. More than 400 people have been killed in the state this year.',
      ['ng/zamfara', 'ng/zamfara'],
    ],
    [
      'Violence in Sindh has grown. In the province 300 people were killed in 2023. Nationwide, 900 people died.',
      ['pk/sindh', 'pk'],
    ],
    ['Raids in the merged districts killed 48 people in October.', [`${kp}/tribal-districts`]],
    ['At least 12 people were killed in southern Punjab in October.', ['pk/punjab/southern-punjab']],
    ['Yemen’s tribal areas saw clashes in October that killed 40 people.', ['ye']],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });
});

describe('the world', () => {
  test.for<readonly [string, string]>([
    ['in Maiduguri, Borno State', 'ng/borno/maiduguri'],
    ['in Mali’s Mopti region', 'ml/mopti'],
    ['in Cabo Delgado province in northern Mozambique', 'mz/cabo-delgado'],
    ['in Manipur’s Churachandpur district', 'in/manipur/churachandpur'],
    ['near Goma in North Kivu', 'cd/north-kivu/goma'],
    ['near Beni in eastern Congo', 'cd/north-kivu/beni'],
    ['in Marib', 'ye/marib/marib'],
    ['in the Colombian town of Jamundi', 'co/valle-del-cauca/jamundi'],
    ['in Idlib', 'sy/idlib/idlib'],
    ['in Egypt’s northern Sinai', 'eg/sinai'],
    ['in Nice', 'fr/provence-alpes-cote-dazur/nice'],
    ['in Mogadishu’s Hamar Weyne district', 'so/banaadir/mogadishu/hamar-weyne'],
    ['in Pont-Sonde in Haiti’s Artibonite region', 'ht/artibonite/pont-sonde'],
    ['in the village of Upgarhi in Niger’s Tillaberi region', 'ne/tillaberi/upgarhi'],
  ])('%s is %s', ([at, id]) => {
    expect(where(killed(at))).toEqual([id]);
  });

  test.for<readonly [string, string]>([
    ['Georgia Upgarh, a student, was killed in Lagos on Thursday.', 'ng/lagos/lagos'],
    ['Mary and Victoria were among six people killed in Nairobi on Thursday.', 'ke/nairobi/nairobi'],
  ])('a name of people is no place: %s', ([text, id]) => {
    expect(where(text)).toEqual([id]);
  });
});

describe('namesakes', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Two soldiers were killed in Janikhel on Thursday, the police in Bannu said. Khyber Pakhtunkhwa has seen many raids. Pakistan blames a group.',
      [`${kp}/bannu/jani-khel`],
    ],
    [
      'Afghanistan saw another raid. Two guards were killed in Jani Khel in Paktia province of Afghanistan.',
      ['af/paktia/jani-khel'],
    ],
    ['Two men were killed in Hyderabad, Sindh, in Pakistan.', ['pk/sindh/hyderabad']],
    ['Two men were killed in Hyderabad, India.', ['in/telangana/hyderabad']],
    ['Two men were killed at Kabul University in Kabul, Afghanistan.', ['af/kabul/kabul']],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });
});

describe('pointing', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'A blast killed two men in Quetta on Thursday. Five guards were injured there.',
      ['pk/balochistan/quetta', 'pk/balochistan/quetta'],
    ],
    [
      'A blast killed two men in Quetta on Thursday. In Bannu, three soldiers were killed.',
      ['pk/balochistan/quetta', `${kp}/bannu`],
    ],
  ])('%s', ([text, expected]) => {
    expect(where(text)).toEqual(expected);
  });
});
