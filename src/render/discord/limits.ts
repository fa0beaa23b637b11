/** What Discord takes in one message. Characters are counted in UTF-16 units, which is never less than Discord counts. */
export const CONTENT_CHARACTERS = 2_000;
export const EMBED_CHARACTERS = 4_096;
/** Over all texts of a message of components. */
export const PAGE_CHARACTERS = 4_000;
export const PAGE_COMPONENTS = 40;
const ROW_BUTTONS = 5;
export const SELECT_OPTIONS = 25;
export const OPTION_CHARACTERS = 100;
export const PLACEHOLDER_CHARACTERS = 150;
export const ID_CHARACTERS = 100;

/** Over all files of a message. */
export const FILE_BYTES = 10_000_000;

/** A block that is longer is shown in pieces. */
export const PIECE_CHARACTERS = 1_000;
/** What the sources named at the foot of a page may take. */
export const FOOT_CHARACTERS = 400;
/** For "page 2 of 3" and the ends of lines. */
export const SPARE_CHARACTERS = 100;
/** A row of buttons and two menus, each in a row of its own. */
const CONTROLS = 1 + ROW_BUTTONS + 2 * 2;
/** Files that go with a message; each takes a component. */
export const FILES = 2;
/** Each section of a page takes a text and a line above it, and so does its foot; all stand in one container. */
export const PAGE_SECTIONS = Math.floor((PAGE_COMPONENTS - 1 - CONTROLS - FILES) / 2) - 1;
