/** Non-negative numbers, divided by their sum. The problem, if any, is a clause without subject: “…; what is used”. */
export function toDistribution(numbers: readonly number[]): { value?: number[]; problem?: string } {
  if (numbers.some((x) => !Number.isFinite(x))) return { problem: 'an entry is not a number' };
  if (numbers.some((x) => x < 0)) return { problem: 'an entry is negative, and no probability is' };
  const sum = numbers.reduce((a, b) => a + b, 0);
  if (sum === 0) return { problem: 'all entries are zero, so nothing can happen' };
  if (sum === Infinity) return { problem: 'the entries are too large to add up' };
  const value = numbers.map((x) => x / sum);
  if (Math.abs(sum - 1) <= 1e-6) return { value };
  return {
    value,
    problem: `the entries add up to ${Number(sum.toPrecision(6))}, not to 1; they are divided by their sum`,
  };
}

/**
 * Probabilities with twelve decimals, the tiny ones with six digits; the largest is what the others leave of 1. So the
 * text adds up to 1, and reading it, which divides by the sum, and writing it again gives the same text.
 */
export function formatDistribution(values: readonly number[]): string[] {
  const written = values.map((p) => Number(p < 1e-6 ? p.toPrecision(6) : p.toFixed(12)));
  const largest = values.indexOf(Math.max(...values));
  const others = written.reduce((sum, p, i) => (i === largest ? sum : sum + p), 0);
  return written.map((p, i) => String(i === largest ? Number((1 - others).toFixed(12)) : p));
}

/** A point of the simplex whose coordinates are exponential, so that the samples are uniform and corners occur. */
export function sampleSimplex(size: number, next: () => number): number[] {
  const weights = Array.from({ length: size }, () => (next() < 0.1 ? 0 : -Math.log(1 - next())));
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? weights.map((w) => w / sum) : weights.map(() => 1 / size);
}
