import { sum } from '#theory/measures/distribution.ts';
import { assertLength, assertRows, refuse } from '#theory/numerics/assert.ts';

/*
 * The bounds of variational-bounds as a sample shows them, in nats. Scores has in row i and column j the critic’s f(x_i, y_j), in nats: on
 * the diagonal for pairs that belong together, elsewhere for pairs that do not. All say something of I(X;Y) only for a critic that was
 * chosen without these pairs.
 */

/** n rows of n scores, n at least 2; −∞ says that a pair is impossible. */
export type Scores = readonly ArrayLike<number>[];

function assertScores(scores: Scores): void {
  assertRows(scores, 'scores', (row, name) => {
    assertLength(row, name, scores.length, 'like scores has rows');
    for (let j = 0; j < row.length; j++)
      if (typeof row[j] !== 'number' || !(row[j] < Infinity))
        refuse(`${name}[${j}]`, 'be a number below infinity', row[j]);
  });
  if (scores.length < 2) refuse('scores', 'have at least 2 rows', scores.length);
}

const diagonalMean = (scores: Scores) => sum(scores.map((row, i) => row[i])) / scores.length;

/** ln of the mean of e^score over the pairs that do not belong together. */
function logMeanApart(scores: Scores): number {
  let most = -Infinity;
  scores.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) if (j !== i && row[j] > most) most = row[j];
  });
  if (most === -Infinity) return most;
  let total = 0;
  scores.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) if (j !== i) total += Math.exp(row[j] - most);
  });
  return most + Math.log(total / (scores.length * (scores.length - 1)));
}

/**
 * Mean f over pairs less ln of the mean e^f over n(n − 1) others. Its mean over samples is at least the bound of Donsker and Varadhan for
 * this critic, because the logarithm of a mean is too small on average; it may be above I(X;Y). ∞ if all others are excluded.
 */
export function sampledDonskerVaradhan(scores: Scores): number {
  assertScores(scores);
  const mean = diagonalMean(scores);
  return mean === -Infinity ? mean : mean - logMeanApart(scores);
}

/** Mean f over pairs less the mean of e^(f − 1) over n(n − 1) others: on average exactly the bound of Nguyen, Wainwright and Jordan. */
export function sampledNguyenWainwrightJordan(scores: Scores): number {
  assertScores(scores);
  return diagonalMean(scores) - Math.exp(logMeanApart(scores) - 1);
}

/** Mean over rows of f(x_i, y_i) − ln (1/n) Σ_j e^f(x_i, y_j): at most ln n, and on average at most I(X;Y). Van den Oord and others 2018. */
export function sampledInfoNce(scores: Scores): number {
  assertScores(scores);
  const n = scores.length;
  const terms = scores.map((row, i) => {
    if (row[i] === -Infinity) return -Infinity;
    let most = row[i];
    for (let j = 0; j < n; j++) most = Math.max(most, row[j]);
    let total = 0;
    for (let j = 0; j < n; j++) total += Math.exp(row[j] - most);
    return row[i] - most - Math.log(total / n);
  });
  return sum(terms) / n;
}
