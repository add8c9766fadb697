const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** As the book writes large numbers: 1 371 074 451 in figures, 1,371,074,451 in its text. 0,123 is something else. */
const grouped = /^[-+]?[1-9]\d{0,2}([ ,\u00a0\u202f]\d{3})+(\.\d*)?$/;

/** The number that a text is, in decimal digits; NaN for any other text. */
export function numberIn(text: string): number {
  const trimmed = text.trim().replace('−', '-');
  if (grouped.test(trimmed)) return Number(trimmed.replace(/[ ,\u00a0\u202f]/g, ''));
  return decimal.test(trimmed) ? Number(trimmed) : NaN;
}

/** The same for an answer, where a comma may also be the point: 0,25. What could be a group of three digits is one. */
export function answerIn(text: string): number {
  const value = [numberIn(text), numberIn(text.replace(',', '.'))].find((one) => !Number.isNaN(one)) ?? NaN;
  // Too large for a number to hold: nobody means that.
  return Number.isFinite(value) ? value : NaN;
}
