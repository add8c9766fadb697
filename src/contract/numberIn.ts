const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** As the book writes large numbers, 1,371,074,451, and as others do, 1 371 074 451. 0,123 is something else. */
const grouped = /^[-+]?[1-9]\d{0,2}([ ,\u00a0\u202f]\d{3})+(\.\d*)?$/;

/** The number that a text is, in decimal digits; NaN for any other text. Where several numbers may stand, a comma parts them. */
export function numberIn(text: string): number {
  const trimmed = text.trim().replace('−', '-');
  if (grouped.test(trimmed)) return Number(trimmed.replace(/[ ,\u00a0\u202f]/g, ''));
  return decimal.test(trimmed) ? Number(trimmed) : NaN;
}

/**
 * What a text may mean where one number is asked for, the likeliest first: there a single comma between digits may be the point, too.
 * 0,25 is a quarter; 1,234 is as the book writes thousands, or else a little more than one. None for any other text.
 */
export function meaningsOf(text: string): number[] {
  const withPoint = /^[^,]*\d,\d[^,]*$/.test(text) ? text.replace(',', '.') : text;
  // Too large for a number to hold: nobody means that.
  return [...new Set([numberIn(text), numberIn(withPoint)])].filter(Number.isFinite);
}

/** Of these meanings the likeliest that a box may hold, or else the likeliest; NaN if there is none. */
export function numberFor(text: string, fits: (value: number) => boolean): number {
  const meanings = meaningsOf(text);
  return meanings.find(fits) ?? meanings[0] ?? NaN;
}
