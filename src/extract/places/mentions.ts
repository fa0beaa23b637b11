import type { PlaceName } from '../../knowledge/ports.ts';
import { type Shape, spanOf } from '../units/units.ts';
import type { Line } from '../units/words.ts';
import { type Knowledge, LOCATES, placeAt } from '../vocabulary.ts';
import type { PlaceMention, PlaceRole } from './places.ts';

const KINDS =
  /^(?:district|districts|distric|subdistrict|province|provinces|city|town|tehsil|area|areas|village|valley|agency|region|state|division|municipality|governorate|county|department|neighborhood|neighbourhood|locality|square|bazaar|post|checkpost|subdivision|capital)$/;
const SAYS = /\b(?:said|told|says|spoke|announced|stated|confirmed|reporters)\b/;

const BROUGHT =
  /\b(?:evacuated|taken|flown|moved|transferred|airlifted|shifted|rushed|brought|referred|sent|fled|returned|travelling|traveling|going|heading|bound|way|flew|drove)\b/;

/** "killed three policemen in Hangu, the military said": somebody else than the one before the place says it. */
const othersSay = ({ units, line }: Shape, unit: number): boolean => {
  const from = units[unit]?.to ?? 0;
  const says = line.folded.findIndex((word, i) => i >= from && SAYS.test(word));
  return units.some(one => one.from >= from && one.from < says && 'BGTQqP'.includes(one.symbol));
};

const roleOf = (shape: Shape, unit: number, firstBody: boolean, { lexicon }: Knowledge): PlaceRole => {
  const { units, line } = shape;
  const at = units[unit];
  if (at === undefined) return 'scene';
  const next = line.words[at.to]?.text ?? '';
  const printed = line.words
    .slice(at.from, at.to)
    .map(word => word.text)
    .join(' ');
  const early = at.from <= 8 && firstBody;
  if (early && printed === printed.toUpperCase() && /^[:,()/–-]$/.test(next)) return 'dateline';
  if (
    early &&
    printed === printed.toUpperCase() &&
    line.words.slice(at.to, at.to + 8).some(word => word.text === ':')
  )
    return 'dateline';
  const before = line.folded[at.from - 1] ?? '';
  // "the Parachinar traders", "Kabul police": where they are from.
  const owned = line.words[at.to]?.kind === 'word' && lexicon.people.longestAt(line.folded, at.to) !== null;
  if (owned && !/^(?:in|at|near)$/.test(before)) return 'origin';
  // "the Swat chapter of the TTP": whose group it is, not where it struck.
  if (/^(?:chapter|faction|wing|branch)$/.test(line.folded[at.to] ?? '')) return 'origin';
  // "with KP and Balochistan bearing the brunt": where most of it fell, not where it was counted.
  const list = line.folded.slice(Math.max(0, at.from - 4), at.from + 8).join(' ');
  if (
    /\bwith (?:\w+ ){1,3}(?:and (?:\w+ ){1,3})?(?:bearing|suffering|accounting|being|witnessing|recording|the worst|among)\b/.test(
      list,
    )
  )
    return 'origin';
  // "evacuated to Niamey", "were taken to Karachi": where the hurt were brought.
  if (before === 'to' && BROUGHT.test(line.folded.slice(Math.max(0, at.from - 5), at.from).join(' ')))
    return 'origin';
  if (before === 'from' && line.folded[at.from - 2] !== 'reported') {
    return 'origin';
  }
  // "An official in Miranshah, 60 kilometres to the north, told reporters", "a minister said in Islamabad"
  const ahead = line.folded.slice(at.to, at.to + 9).join(' ');
  const subject = units[unit - 2];
  const speaks = subject !== undefined && 'TQqB'.includes(subject.symbol) && units[unit - 1]?.symbol === 'p';
  const said = ahead.split(/ (?:that|when|after|who) /)[0] ?? '';
  if (speaks && SAYS.test(said) && subject.from <= 6 && !othersSay(shape, unit)) return 'speaker';
  const behindVerb = line.folded.slice(Math.max(0, at.from - 3), at.from).join(' ');
  if (/\b(?:said|told reporters|spokesman|speaking) in$/.test(behindVerb)) return 'speaker';
  return 'scene';
};

/** "US drone strike", "Pakistan Army troops": a country before what it owns; "Pakistan witnessed 2,546 deaths" is a place. */
const describes = (
  line: Line,
  from: number,
  to: number,
  candidates: readonly PlaceName[],
  { lexicon }: Knowledge,
): boolean => {
  if (candidates.length === 0 || candidates.some(name => name.place.kind !== 'country')) return false;
  if (LOCATES.has(line.folded[from - 1] ?? '')) return false;
  const next = line.folded[to] ?? '';
  return (
    /^(?:drone|air|airforce|soil|government|officials?|army|navy|based|backed|led)$/.test(next) ||
    [lexicon.qualifiers, lexicon.people, lexicon.kinds].some(
      table => table.longestAt(line.folded, to) !== null,
    )
  );
};

/** "the village of Noaka" */
const isVillage = (line: Line, from: number): boolean =>
  /^(?:village|town|area|valley|hamlet) of$/.test(line.folded.slice(Math.max(0, from - 2), from).join(' '));

/** "as Pakistan's campaign season ramps up": a country that owns something is not where it happened; "Pakistan's Balochistan" is. */
const possessed = (line: Line, to: number, candidates: readonly PlaceName[]): boolean =>
  /^['’]s$/.test(line.words[to]?.text ?? '') &&
  line.words[to + 1]?.capital !== true &&
  candidates.length > 0 &&
  candidates.every(name => name.place.kind === 'country');

/** Names in a sentence that may be places. */
export const placeMentions = (shape: Shape, knowledge: Knowledge, firstBody: boolean): PlaceMention[] => {
  const { line, units } = shape;
  const mentions: PlaceMention[] = [];
  // "along the Kabul-Kandahar highway": a line on the map is no place.
  const isLine = (to: number) =>
    /^(?:highway|road|avenue|street|border|motorway|expressway|river|canal)$/.test(line.folded[to] ?? '');
  const add = (index: number, from: number, to: number, candidates: readonly PlaceName[]) => {
    const before = line.folded[from - 1] ?? '';
    const behind = line.folded[to] ?? '';
    const listed = line.words[from - 1]?.text === ',' || before === 'and' || before === '(';
    const inContext =
      LOCATES.has(before) ||
      KINDS.test(behind) ||
      (before === 'the' && KINDS.test(behind)) ||
      (listed && mentions.length > 0);
    mentions.push({
      from,
      to,
      span: spanOf(line, from, to),
      printed: line.words
        .slice(from, to)
        .map(word => word.text)
        .join(' '),
      candidates,
      role:
        possessed(line, to, candidates) || describes(line, from, to, candidates, knowledge)
          ? 'origin'
          : roleOf(shape, index, firstBody, knowledge),
      behind,
      inContext,
      comma: line.words[from - 1]?.text === ',',
      leads: false,
      village: isVillage(line, from),
      owned: /^['’]s$/.test(line.words[from - 1]?.text ?? ''),
    });
  };
  for (const [index, unit] of units.entries()) {
    if (unit.symbol === 'L' && !isLine(unit.to)) {
      const found = placeAt(line, unit.from, knowledge);
      if (found !== null) add(index, unit.from, unit.to, found.values);
    } else if (
      unit.symbol === 'P' &&
      mentions.at(-1)?.to === unit.from - 1 &&
      line.words[unit.from - 1]?.text === ',' &&
      line.words[unit.to]?.text === ','
    ) {
      // "Gagran, Shopian, Jammu and Kashmir": between two names of an address stands a third.
      add(index, unit.from, unit.to, []);
    } else if (unit.symbol === 'P') {
      const before = line.folded[unit.from - 1] ?? '';
      const near = before === 'the' ? (line.folded[unit.from - 2] ?? '') : before;
      const behind = line.folded[unit.to] ?? '';
      if (isLine(unit.to)) continue;
      // "the Colombian town of Jamundi": whose town it is.
      if (/^(?:town|city|port|capital)$/.test(behind) && line.folded[unit.to + 1] === 'of') continue;
      const next = units[index + 1];
      const then = units[index + 2];
      // "Aslam Khan, Punjab Home Minister": the province belongs to the office.
      const office = 'BQTq'.includes(units[index + 3]?.symbol ?? '-');
      const leads = next?.symbol === ',' && !office && (then?.symbol === 'L' || then?.symbol === 'P');
      if (
        (LOCATES.has(near) &&
          near !== 'from' &&
          (leads || KINDS.test(behind) || near === 'in' || near === 'near' || isVillage(line, unit.from))) ||
        (KINDS.test(behind) && behind !== 'post')
      ) {
        add(index, unit.from, unit.to, []);
      }
    }
  }
  return addresses(shape, mentions);
};

/** "in", "village of", "a small town in", "in the province of": a name behind it contains the one before. */
const INSIDE =
  /^(?:(?:an? (?:\w+ ){0,2})?(?:town|city|village|area|areas|district|province|tehsil|valley|suburbs?|outskirts|parts?|neighbou?rhood|region|division|agency|bazaar|market|camp|forest|subdivision|subdistrict|union council) )?(?:in|of)(?: the)?(?: (?:far )?(?:north|south|east|west|central)\w{0,8})?(?: (?:state|province|district|region) of)?$/;
/** Links names that form one address: a comma between, at most a word for the kind of place beside it, and no "and" at the end. */
const addresses = (shape: Shape, mentions: readonly PlaceMention[]): PlaceMention[] => {
  const { words, folded } = shape.line;
  const linked = mentions.map((mention, i): boolean => {
    const next = mentions[i + 1];
    if (next === undefined || next.from - mention.to > 6) return false;
    const between = words.slice(mention.to, next.from).map(word => word.folded);
    const inside = between.filter(word => word !== ',' && word !== '(');
    const commas = between.length - inside.length;
    return (
      (commas === 1 && inside.every(word => KINDS.test(word) || word === 'the')) ||
      (commas <= 1 && INSIDE.test(inside.join(' ')))
    );
  });
  const listed = (i: number): boolean => {
    let last = i;
    while (linked[last]) last += 1;
    const end = mentions[last]?.to ?? 0;
    return folded[end] === 'and' && mentions[last + 1]?.from === end + 1;
  };
  return mentions.map((mention, i) => ({ ...mention, leads: linked[i] === true && !listed(i) }));
};
