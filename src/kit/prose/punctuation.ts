/** What may stand right after a formula and must not begin a line by itself. */
export const punctuation = /^[.,;:!?)\]’”…]+/;
