import { expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import { publishedChinchilla, trainingFlops } from '#theory/scale/scaling-law.ts';
import { plannedRuns, repeatRuns } from './scaling-runs.ts';

const runs = plannedRuns(publishedChinchilla, { least: 1e18, most: 1e20, budgets: 3, sizes: 40, spread: 5 });

it('plans runs that spend their budgets, symmetric around the best', () => {
  expect(runs).toHaveLength(120);
  [1e18, 1e19, 1e20].forEach((flops, i) => {
    const some = runs.slice(40 * i, 40 * i + 40);
    for (const { parameters, tokens } of some) close(trainingFlops(parameters, tokens) / flops, 1);
    close(some[39].parameters / some[0].parameters, 25);
    const losses = some.map(({ loss }) => loss);
    expect([19, 20]).toContain(losses.indexOf(Math.min(...losses)));
  });
});

it('repeats runs with errors of the size that is asked for, other ones each time', () => {
  const errors = [0, 1, 2].flatMap((time) =>
    repeatRuns(runs, 0.01, 3, time).map(({ loss }, i) => Math.log(loss / runs[i].loss)),
  );
  const square = errors.reduce((sum, x) => sum + x * x, 0) / errors.length;
  expect(Math.abs(Math.sqrt(square) / 0.01 - 1)).toBeLessThan(0.12);
  expect(repeatRuns(runs, 0.01, 3, 0)).toEqual(repeatRuns(runs, 0.01, 3, 0));
  expect(repeatRuns(runs, 0.01, 3, 1)).not.toEqual(repeatRuns(runs, 0.01, 3, 0));
  expect(repeatRuns(runs, 0, 3, 0)).toEqual(runs);
});
