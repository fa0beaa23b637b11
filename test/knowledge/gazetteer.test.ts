import { describe, expect, test } from 'vitest';
import { placeWithin } from '../../src/core/place.ts';
import { loadGazetteer } from '../../src/knowledge/gazetteer.ts';

const gazetteer = loadGazetteer();
const named = (name: string) => gazetteer.names.named(name);
const ids = (name: string) => named(name).map(({ place }) => place.id);

describe('a name in print leads to its place', () => {
  const kp = 'pk/khyber-pakhtunkhwa';
  test.for([
    ['Quetta', 'pk/balochistan/quetta'],
    ['Baluchistan', 'pk/balochistan'],
    ['Khyber-Pakhtunkhwa', kp],
    ['North-West Frontier Province', kp],
    ['Killa Saifullah', 'pk/balochistan/qila-saifullah'],
    ['Qilla Abdullah', 'pk/balochistan/qila-abdullah'],
    ['Musa Khail', 'pk/balochistan/musakhel'],
    ['Musakhail', 'pk/balochistan/musakhel'],
    ['Noshki', 'pk/balochistan/nushki'],
    ['Bolan', 'pk/balochistan/kachhi'],
    ['Muslim Bagh', 'pk/balochistan/qila-saifullah/muslim-bagh'],
    ['Orakzai Agency', `${kp}/orakzai`],
    ['Kolai-Palas', `${kp}/kohistan/kolai-palas`],
    ['Upper South Waziristan', `${kp}/south-waziristan/upper-south-waziristan`],
    ['D.I. Khan', `${kp}/dera-ismail-khan`],
    ['DI Khan', `${kp}/dera-ismail-khan`],
    ['DG Khan', 'pk/punjab/dera-ghazi-khan'],
    ['Miran Shah', `${kp}/north-waziristan/miran-shah`],
    ['Angoor Adda', `${kp}/south-waziristan/angoor-adda`],
    ['Serai Naurang', `${kp}/lakki-marwat/sarai-naurang`],
    ['Bakakhel', `${kp}/bannu/bakka-khel`],
    ['Janikhel', `${kp}/bannu/jani-khel`],
    ['Janikhel', 'af/paktia/jani-khel'],
    ['Janikhel', 'af/paktika/jani-khel'],
    ['Gulshan-i-Iqbal', 'pk/sindh/karachi/gulshan-e-iqbal'],
    ['Ex-FATA', `${kp}/tribal-districts`],
    ['tribal districts', `${kp}/tribal-districts`],
    ['Kandahar', 'af/kandahar'],
    ['Kandahar', 'af/kandahar/kandahar'],
    ['Puli Khumri', 'af/baghlan/puli-khumri'],
    ['Maydan Wardak', 'af/wardak'],
    ['Sar-e Pol', 'af/sari-pul'],
    ['Ningarhar', 'af/nangarhar'],
    ['Pul-e-Alam', 'af/logar/pul-e-alam'],
    ['Behsud', 'af/nangarhar/bihsud'],
    ['Lash Wa Juwayn', 'af/farah/lash-e-juwayn'],
    ['Char Dara', 'af/kunduz/chahar-dara'],
    ['Kāmdēsh', 'af/nuristan/kamdesh'],
    ['Jammu & Kashmir', 'in/jammu-and-kashmir'],
    ['Dantewara', 'in/chhattisgarh/dantewada'],
    ['Namsiguia', 'bf/centre-nord/namsiguia'],
    ['El Fasher', 'sd/north-darfur/el-fasher'],
    ['Bara', 'sd/north-kordofan/bara'],
    ['Bara', `${kp}/khyber/bara`],
    ['United States of America', 'us'],
    ['Türkiye', 'tr'],
    ['Kiev', 'ua/kyiv-city/kyiv'],
  ] as const)('%s is %s', ([name, id]) => {
    expect(ids(name)).toContain(id);
  });
});

describe('short forms count only as they are printed', () => {
  test.for([
    ['US', 'US'],
    ['U.S.', 'U S'],
    ['UK', 'UK'],
    ['KP', 'KP'],
    ['K-P', 'K P'],
    ['FATA', 'FATA'],
    ['SITE', 'SITE'],
    ['IIOJK', 'IIOJK'],
  ] as const)('%s as "%s"', ([name, printed]) => {
    expect(named(name).map(({ caseSensitive }) => caseSensitive)).toContain(printed);
  });

  test('nothing is called "us" in whatever case', () => {
    expect(named('us').filter(({ caseSensitive }) => caseSensitive === null)).toEqual([]);
  });
});

describe('a name that is something else as well waits for its context', () => {
  test.for([
    'Tank',
    'Dir',
    'Bara',
    'Hub',
    'Mach',
    'Nice',
    'Reading',
    'Mobile',
    'March',
    'Most',
  ])('%s', name => {
    expect(named(name).length).toBeGreaterThan(0);
    expect(named(name).every(({ needsContext }) => needsContext)).toBe(true);
  });

  test.for(['Quetta', 'Upper Dir', 'Dera Ismail Khan', 'Chad', 'Jordan', 'Razmak'])('%s does not', name => {
    expect(named(name).some(({ needsContext }) => needsContext)).toBe(false);
  });
});

describe('in running text', () => {
  const longest = (...words: string[]) => {
    const found = gazetteer.names.longestAt(words, 0);
    return found === null ? null : [found.length, ...found.values.map(({ place }) => place.id)];
  };

  test('the longest name wins', () => {
    expect(longest('dera', 'ismail', 'khan', 'district')).toEqual([
      3,
      'pk/khyber-pakhtunkhwa/dera-ismail-khan',
    ]);
  });

  test('the sign "&" is read as "and"', () => {
    expect(longest('jammu', '&', 'kashmir', 'police')).toEqual([3, 'in/jammu-and-kashmir']);
  });

  test('a name across "&" is not made up', () => {
    expect(longest('quetta', '&', 'zhob')).toEqual([1, 'pk/balochistan/quetta']);
  });
});

describe('what contains a place is named', () => {
  test.for([
    ['pk/balochistan/quetta', 'Quetta', 'Balochistan', 'Pakistan'],
    ['pk/khyber-pakhtunkhwa/bannu/domel', 'Bannu', 'Khyber Pakhtunkhwa', 'Pakistan'],
    ['pk/khyber-pakhtunkhwa/tribal-districts', null, 'Khyber Pakhtunkhwa', 'Pakistan'],
    ['pk/sindh/karachi/malir', 'Malir', 'Sindh', 'Pakistan'],
    ['af/kandahar', null, 'Kandahar', 'Afghanistan'],
    ['bf/est/gayeri', null, 'Est', 'Burkina Faso'],
    ['sd', null, null, 'Sudan'],
  ] as const)('%s', ([id, admin2, admin1, country]) => {
    expect(gazetteer.byId(id)).toMatchObject({ id, admin2, admin1, country, listed: true });
  });
});

describe('a named group of districts', () => {
  test('knows its members', () => {
    const tribal = gazetteer.members('pk/khyber-pakhtunkhwa/tribal-districts');
    expect(tribal).toContain('pk/khyber-pakhtunkhwa/north-waziristan');
    expect(tribal).not.toContain('pk/khyber-pakhtunkhwa/bannu');
  });

  test('shares no district with its opposite', () => {
    const settled = new Set(gazetteer.members('pk/khyber-pakhtunkhwa/settled-districts'));
    expect(gazetteer.members('pk/khyber-pakhtunkhwa/tribal-districts').filter(id => settled.has(id))).toEqual(
      [],
    );
  });

  test('and its opposite leave no district of the province out', () => {
    const province = 'pk/khyber-pakhtunkhwa';
    const sorted = ['tribal', 'settled'].flatMap(side => gazetteer.members(`${province}/${side}-districts`));
    const districts = Array.from(gazetteer.all()).filter(
      ({ id, kind }) => kind === 'admin2' && placeWithin(id, province),
    );
    expect(districts.length).toBeGreaterThan(30);
    expect(
      districts.filter(({ id }) => !sorted.some(group => placeWithin(id, group))).map(({ id }) => id),
    ).toEqual([]);
  });

  test('is all a district is not', () => {
    expect(gazetteer.members('pk/balochistan/quetta')).toEqual([]);
  });
});
