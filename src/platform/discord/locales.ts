import type { MenuWords } from '../common/menu-words.ts';

/** Languages as Discord names them; those it does not know, such as Urdu, are left out. */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar'],
  de: ['de'],
  es: ['es-ES', 'es-419'],
  fr: ['fr'],
  hi: ['hi'],
  ru: ['ru'],
};

/** Words by locale, or null where no language has some: so Discord takes and gives them. */
export type Localizations = Readonly<Record<string, string>> | null;

/** @param wordsIn what a language has; null for nothing */
export const localized = (
  { languages }: Pick<MenuWords, 'languages'>,
  wordsIn: (language: string) => string | null,
): Localizations => {
  const all = languages.flatMap(language => {
    const words = wordsIn(language);
    return words === null ? [] : (LOCALES[language] ?? []).map(locale => [locale, words] as const);
  });
  return all.length === 0 ? null : Object.fromEntries(all);
};
