/** What Telegram takes in one message; characters are UTF-16 units of what is shown. */
export const MESSAGE_CHARACTERS = 4_096;
/** What is marked beyond this many is shown unmarked, without a word. */
export const MESSAGE_ENTITIES = 100;
/** Of the text as it is sent, marks and addresses included. */
export const MESSAGE_BYTES = 30_000;
export const RICH_CHARACTERS = 32_768;
export const BUTTON_BYTES = 64;
export const INLINE_RESULTS = 50;
export const START_CHARACTERS = 64;

/** A phone held upright shows this many columns of a table. */
export const TABLE_COLUMNS = 34;
/** A longer table is a list: it must fit one message with room to spare. */
export const TABLE_ROWS = 30;

/** A line that is longer is shown in pieces. */
export const PIECE_CHARACTERS = 1_000;
/** What the sources named at the foot of a message may take. */
export const FOOT_CHARACTERS = 600;
export const FOOT_ENTITIES = 20;
export const FOOT_BYTES = 8_000;
/** For "page 2 of 3". */
export const SPARE_CHARACTERS = 40;
/** Of a button; a phone shows about as many. */
export const LABEL_CHARACTERS = 40;
