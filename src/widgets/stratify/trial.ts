import { worthOfKnowing } from '#theory/belief/decision.ts';
import { firstOrderInformationBias } from '#theory/estimation/information-estimators.ts';
import { countsOfTrial, drawTrial, shuffledTrial, type Trial } from '#sim/marker-trial.ts';
import { uniforms } from '#sim/random.ts';
import { noise, real, type Asked } from './parameters.ts';

export const total = real + noise;
/** Trials of the same size, for the standard errors; and deals of the markers, for the control. */
export const repeats = 30;
export const deals = 40;

type Counts = readonly (readonly (readonly number[])[])[];

const plus = (a: readonly number[]) => a.reduce((sum, n) => sum + n, 0);

/** n ln n, summed: with it plug-in entropies of counts are differences. */
const terms = (counts: readonly number[]) => counts.reduce((sum, n) => (n > 0 ? sum + n * Math.log(n) : sum), 0);

/**
 * Plug-in estimate of I(M;Y|T) − I(M;Y) from counts[m][y][t], in nats: H(M,T) + H(Y,T) + H(M,Y) − H(M) − H(Y) − H(T) − H(M,Y,T), where
 * n H = n ln n − Σ c ln c.
 */
export function interactionOf(counts: Counts): number {
  const [[a, b], [c, d]] = counts;
  const flat = [...a, ...b, ...c, ...d];
  const n = plus(flat);
  const [m, y, t] = [[plus([...a, ...b]), plus([...c, ...d])], [plus([...a, ...c]), plus([...b, ...d])], [a[0] + b[0] + c[0] + d[0], a[1] + b[1] + c[1] + d[1]]]; // prettier-ignore
  const mt = [a[0] + b[0], a[1] + b[1], c[0] + d[0], c[1] + d[1]];
  const yt = [a[0] + c[0], a[1] + c[1], b[0] + d[0], b[1] + d[1]];
  const my = [a[0] + a[1], b[0] + b[1], c[0] + c[1], d[0] + d[1]];
  const joint = terms(flat) + terms(m) + terms(y) + terms(t);
  return (joint - terms(mt) - terms(yt) - terms(my) - n * Math.log(n)) / n;
}

/** What choosing by M would seem to bring, with shares taken for chances. 0 where an arm of a group is empty. */
export function seemingWorth(counts: Counts): number {
  const sizes = counts.map((table) => plus(table.flat()));
  const n = plus(sizes);
  const shares = counts.map(([bad, good]) => [0, 1].map((t) => good[t] / (good[t] + bad[t])));
  if (shares.flat().some(Number.isNaN)) return 0;
  return worthOfKnowing(
    sizes.map((size) => size / n),
    [0, 1].map((t) => shares.map((row) => -row[t])),
  );
}

const estimates = (trial: Trial) => countsOfTrial(trial, total).map(interactionOf);

const mean = (values: readonly number[]) => plus(values) / values.length;
const spread = (values: readonly number[]) => {
  const center = mean(values);
  return Math.sqrt(plus(values.map((x) => (x - center) ** 2)) / (values.length - 1));
};

/** One trial of n patients with A, B, C and nine markers that are coins; others like it; and the same with the markers dealt out anew. */
export function trialOf(law: readonly number[], { patients, seed }: Pick<Asked, 'patients' | 'seed'>) {
  const trial = drawTrial(law, real, noise, patients, uniforms(seed));
  const tables = countsOfTrial(trial, total);
  const estimated = tables.map(interactionOf);
  const others = Array.from({ length: repeats }, (_, i) => estimates(drawTrial(law, real, noise, patients, uniforms(seed, 1, i)))); // prettier-ignore
  const highest = Array.from({ length: deals }, (_, i) => Math.max(...estimates(shuffledTrial(trial, uniforms(seed, 2, i))))); // prettier-ignore
  const winner = estimated.indexOf(Math.max(...estimated));
  const coins = others.map((all) => mean(all.slice(real)));
  return {
    estimated,
    /** Mean and standard deviation over the other trials: the latter is the standard error of one. */
    means: estimated.map((_, k) => mean(others.map((all) => all[k]))),
    errors: estimated.map((_, k) => spread(others.map((all) => all[k]))),
    winner,
    seems: seemingWorth(tables[winner]),
    /** The largest of all markers, on average over the deals, and the share of deals that reach the winner, itself counted. */
    byChance: mean(highest),
    reached: (1 + highest.filter((value) => value >= estimated[winner]).length) / (1 + deals),
    /** What a coin shows on average, its standard error, and the first term of theory. */
    coin: mean(coins),
    coinError: spread(coins) / Math.sqrt(repeats),
    firstOrder: firstOrderInformationBias(2, 2, patients),
  };
}
