/** An engine that takes longer over one size is given up. */
export const MOST_MINUTES = 10;

/** One that takes more memory is given up too, in bytes. */
export const MOST_MEMORY = 4e9;

export const TOO_LARGE = `more than ${MOST_MEMORY / 1e9} GB of memory`;

export const TOO_LONG = `not done in ${MOST_MINUTES} minutes`;
