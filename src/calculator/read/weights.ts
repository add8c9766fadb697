import { normalize, sum } from '#theory/measures/distribution.ts';
import { Refusal } from '#calculator/subject.ts';

/** A number with up to six digits, as it stands in sentences and worked steps; minus is U+2212. */
export function plain(x: number): string {
  if (x === Infinity) return '∞';
  if (x === -Infinity) return '−∞';
  const size = Math.abs(x);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) {
    const [digits, power] = x.toExponential(3).split('e');
    const raised = [...String(Number(power))].map((d) => (d === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)])).join('');
    return `${String(Number(digits)).replace('-', '−')} × 10${raised}`;
  }
  return String(Number(x.toPrecision(size >= 1e6 ? 15 : 6))).replace('-', '−');
}

/** Sums that miss one by less are rounding of the numbers as they were written. */
const unseen = 1e-9;
/** And by less than this, of numbers that were rounded before they were written. */
const rounded = 0.005;

/** A sentence on a sum that should be 1, if it is not. `what` is its subject: `The numbers`, `Row 2`. */
export function offByOne(total: number, what: string): string[] {
  const off = total - 1;
  if (Math.abs(off) <= unseen) return [];
  const by = `${plain(Math.abs(off))} ${off > 0 ? 'more' : 'less'} than 1`;
  const near = Math.abs(off) <= rounded ? 'about 1' : plain(total);
  const why = Math.abs(off) <= rounded ? ', as rounded numbers do' : '';
  const verb = what.endsWith('s') ? 'sum' : 'sums';
  return [`${what} ${verb} to ${near}: ${by}${why}. Shown is what follows after division by the sum.`];
}

/**
 * Weights divided by their sum, and what the reader should know of it.
 * Throws a Refusal if all are zero.
 */
export function toLaw(weights: readonly number[], what: string): { p: number[]; warnings: string[] } {
  const total = sum(weights);
  if (weights.length === 0) throw new Refusal('There are no numbers.');
  const [verb, all] = what.endsWith('s') ? ['sum', 'are'] : ['sums', 'is'];
  if (total === 0) throw new Refusal(`${what} ${all} all zero: there is nothing to divide.`);
  if (total === Infinity) throw new Refusal(`${what} ${verb} to more than a computer's numbers hold.`);
  return { p: normalize(weights), warnings: offByOne(total, what) };
}

/** A sentence on outcomes of probability zero, if there are any. */
export function onZeros(p: readonly number[], what = 'outcome'): string[] {
  const zeros = p.reduce((count, x) => count + Number(x === 0), 0);
  if (zeros === 0) return [];
  const [some, add] = zeros === 1 ? [`One ${what} has`, 'It adds'] : [`${zeros} ${what}s have`, 'They add'];
  return [`${some} probability 0. ${add} nothing to an entropy: 0 log 0 counts as 0, its limit.`];
}

/** A sentence on labels that occur more than once. */
export function onRepeated(labels: readonly string[] | undefined, what: string): string[] {
  if (!labels) return [];
  const seen = new Map<string, number>();
  for (const label of labels) seen.set(label, (seen.get(label) ?? 0) + 1);
  const repeated = [...seen].filter(([, count]) => count > 1);
  if (repeated.length === 0) return [];
  const shown = repeated.slice(0, 3).map(([label, count]) => `“${label.slice(0, 30) || 'empty'}” (${count} times)`);
  const more = repeated.length > 3 ? ` and ${repeated.length - 3} more` : '';
  return [`The name of ${what} occurs more than once: ${shown.join(', ')}${more}. They are kept apart, not added up.`];
}

export const numbered = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);

/** An amount of information in both units, for sentences that are written once. */
export const inBoth = (nats: number) =>
  `${Number((nats / Math.LN2).toPrecision(2))} bits (${Number(nats.toPrecision(2))} nats)`;
