/** What commands do, in the languages of who reads a menu. */
export interface MenuWords {
  /** Besides English (ISO 639-1). */
  readonly languages: readonly string[];
  /** An option's name, one word in lower case, and what it is for; null where a language does not have it. */
  readonly option: (
    language: string,
    name: string,
  ) => { readonly name: string; readonly description: string } | null;
  /** One line; null where a language does not have it. */
  readonly describe: (language: string, command: string) => string | null;
}
