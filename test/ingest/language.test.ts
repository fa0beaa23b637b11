import { expect, test } from 'vitest';
import { languageOf } from '../../src/ingest/language.ts';

/** Made up. */
const TEXTS: readonly [claim: string, text: string, language: string | null][] = [
  [
    'English',
    'At least five people were killed and twelve others wounded when a bomb hidden in a handcart went off near the market on Friday, police said. No group has claimed responsibility for the attack so far, officials added.',
    'en',
  ],
  [
    'English full of foreign names',
    'Jan Muhammad Khan Achakzai, Gul Bahadur Zehri, Haji Lal Jan Bugti, Mir Hazar Khan Marri and Sardar Sher Dil Mengal of Khuzdar, Turbat, Panjgur, Mashkay and Awaran were named by the Levies in Dera Murad Jamali, and Malik Zarak Khan Kakar of Qila Saifullah was said to be at large.',
    'en',
  ],
  [
    'Urdu',
    'یہ ایک فرضی خبر ہے۔ کوئٹہ کے ایک بازار میں جمعے کے روز ہونے والے دھماکے میں پانچ افراد ہلاک اور بارہ زخمی ہو گئے، پولیس نے بتایا۔ زخمیوں کو ضلعی ہسپتال منتقل کر دیا گیا ہے، جہاں ڈاکٹروں کے مطابق تین افراد کی حالت تشویش ناک ہے۔',
    'ur',
  ],
  [
    'Pashto',
    'دا یو جوړ شوی خبر دی. په ننګرهار ولایت کې په یوه چاودنه کې پنځه کسان وژل شوي او لس نور ټپیان شوي دي، پولیسو وویل چې دا پېښه د بازار ته نږدې وشوه او ټپیان روغتون ته ولېږدول شول. تر اوسه هېڅ ډلې د دې برید پړه نه ده منلې.',
    'ps',
  ],
  [
    'Hindi',
    'यह एक काल्पनिक समाचार है। शुक्रवार को बाज़ार में हुए एक धमाके में पाँच लोगों की मौत हो गई और बारह लोग घायल हो गए, पुलिस ने बताया। घायलों को ज़िला अस्पताल में भर्ती कराया गया है, जहाँ तीन लोगों की हालत गंभीर बताई जा रही है।',
    'hi',
  ],
  [
    'Arabic',
    'هذا خبر مختلق. قتل خمسة أشخاص وأصيب اثنا عشر آخرون بجروح في انفجار وقع يوم الجمعة قرب السوق في المدينة، حسبما قالت الشرطة. ونقل الجرحى إلى المستشفى، وقال الأطباء إن حالة ثلاثة منهم خطيرة، ولم تعلن أي جماعة مسؤوليتها عن الهجوم.',
    'ar',
  ],
  [
    'French',
    'Cette nouvelle est inventée. Au moins cinq personnes ont été tuées et douze autres blessées dans une explosion survenue vendredi près du marché de la ville, a indiqué la police. Aucun groupe n’a revendiqué l’attaque pour le moment.',
    'fr',
  ],
  [
    'Spanish',
    'Esta noticia es inventada. Al menos cinco personas murieron y otras doce resultaron heridas en una explosión ocurrida el viernes cerca del mercado de la ciudad, informó la policía. Ningún grupo se ha atribuido el ataque hasta ahora.',
    'es',
  ],
  ['nothing that can be told of a headline', 'Five killed in Quetta market blast', null],
  ['nothing that can be told of figures', '1 2 3 4 5 6 7 8 9 0 '.repeat(20), null],
  ['nothing that can be told of nothing', '', null],
];

test.for(TEXTS)('%s', ([, text, language]) => expect(languageOf(text)).toBe(language));

const textIn = (language: string): string => TEXTS.find(([, , told]) => told === language)?.[1] ?? '';

test.for([
  [
    'an English opening of a third before an Urdu text',
    `${textIn('en').repeat(2)} ${textIn('ur').repeat(4)}`,
    'ur',
  ],
  ['an Urdu opening of a quarter before an English text', `${textIn('ur')} ${textIn('en').repeat(3)}`, 'en'],
  ['a long French text', textIn('fr').repeat(8), 'fr'],
] as const)('%s is told by what most of it is', ([, text, language]) => {
  expect(languageOf(text)).toBe(language);
});
