/** What commands do, in the languages of who reads a menu. */
export interface MenuWords {
  /** Besides English (ISO 639-1). */
  readonly languages: readonly string[];
  /** One line; null where a language does not have it. */
  readonly describe: (language: string, command: string) => string | null;
}
