import { test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { compute } from '#widgets/drift-monitor/model.ts';
import { params, type Asked } from '#widgets/drift-monitor/parameters.ts';
import { presets } from '#widgets/drift-monitor/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* Page’s sum over checked notes beside a look at each month alone: what the page on drift says of the delays. */

const quotes = quotesOf('drift');
const drift = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => drift(presets.find((one) => one.id === id)!.values);

const notes = 20;
const states = 300;

/** The law of the number of right answers among the checked notes of a month. */
function rightAmong(accuracy: number): number[] {
  const law = [(1 - accuracy) ** notes];
  for (let k = 1; k <= notes; k++) law.push((law[k - 1] * (notes - k + 1) * accuracy) / (k * (1 - accuracy)));
  return law;
}

/** Months until Page’s sum S ← max(0, S + ln L) passes h, expected, from S = 0, with S in 300 steps: solves m = 1 + Pm. */
function monthsUntil(h: number, accuracy: number, usual: number, worse: number): number {
  const rows = Array.from({ length: states }, (_, s) => {
    const row = new Float64Array(states + 1);
    row[s] = row[states] = 1;
    rightAmong(accuracy).forEach((p, k) => {
      const logRatio = k * Math.log(worse / usual) + (notes - k) * Math.log((1 - worse) / (1 - usual));
      const next = Math.max(0, s + Math.round((logRatio * states) / h));
      if (next < states) row[next] -= p;
    });
    return row;
  });
  // From the last state to the first, so that the first one stands alone in the end.
  for (let pivot = states - 1; pivot > 0; pivot--)
    for (let s = 0; s < pivot; s++) {
      const factor = rows[s][pivot] / rows[pivot][pivot];
      if (factor !== 0) for (let c = 0; c <= states; c++) rows[s][c] -= factor * rows[pivot][c];
    }
  return rows[0][states] / rows[0][0];
}

test('who adds up evidence finds a small change sooner, and a large one later', () => {
  const usual = preset('new-form').before.accuracy;
  const small = drift({ shift: 'form', size: 0.3 }).after.accuracy;
  const alone = 1 / preset('new-form').byHand.before;
  // As many false alarms as the rule that looks at each month by itself.
  let [low, high] = [1, 8];
  while (high - low > 1e-2) {
    const h = (low + high) / 2;
    if (monthsUntil(h, usual, usual, small) < alone) low = h;
    else high = h;
  }
  const row = (says: string, world: ReturnType<typeof drift>, digits: number) =>
    quotes(`| ${says} | ${(1 / world.byHand.after).toFixed(digits)} | ${monthsUntil(high, world.after.accuracy, usual, small).toFixed(digits)} |`); // prettier-ignore
  row('seven notes in ten on the new form', preset('new-form'), 1);
  row('the new rule', preset('new-rule'), 1);
  row('three notes in ten on the new form', drift({ shift: 'form', size: 0.3 }), 1);
  row('the epidemic', preset('epidemic'), 0);
});

/** The chance that fewer than `fewest` of n notes are right, from logarithms: (1 − a)ⁿ is too small for a number. */
function below(fewest: number, n: number, accuracy: number): number {
  let [logarithm, sum] = [n * Math.log(1 - accuracy), 0];
  for (let k = 0; k < fewest; k++) {
    sum += Math.exp(logarithm);
    logarithm += Math.log(((n - k) * accuracy) / ((k + 1) * (1 - accuracy)));
  }
  return sum;
}

/** The fewest notes, in steps of a hundred, with which a loss is found with chance 0.9, at a false alarm of at most 0.01. */
function notesFor(loss: number): number {
  for (let n = 100; ; n += 100) {
    // Ten standard deviations below the mean there is nothing to find.
    let fewest = Math.floor(Math.max(0, 0.82 * n - 4 * Math.sqrt(n)));
    while (below(fewest + 1, n, 0.82) <= 0.01) fewest++;
    if (below(fewest, n, 0.82 - loss) >= 0.9) return n;
  }
}

test('how many notes a small loss takes', () => {
  quotes(`a loss of three points in a hundred with probability 0.9, at a false alarm of one in a hundred, takes about ${notesFor(0.03).toLocaleString('en')} checked notes, and of two points about ${notesFor(0.02).toLocaleString('en')}`); // prettier-ignore
});
