import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { meanOf } from './model.ts';
import { controlled, heated } from './targets.ts';
import { mistakesOf, recallOfA, worldOf } from './world.ts';

describe('distill', () => {
  it('has a world whose unavoidable cost and guesses are those of its laws', () => {
    const world = worldOf({ scatter: 0.5, width: 1 });
    close(world.unavoidable, world.masses.reduce((sum, mass, i) => sum + mass * entropy(world.laws[i]), 0), 1e-9); // prettier-ignore
    close(world.mistakes, world.masses.reduce((sum, mass, i) => sum + mass * (1 - Math.max(...world.laws[i])), 0), 1e-12); // prettier-ignore
    const everywhereA = world.masses.map(() => [1, 0, 0, 0, 0, 0]);
    close(recallOfA(world, everywhereA), 1, 1e-12);
    close(mistakesOf(world, everywhereA), 5 / 6, 1e-12);
    // Seen from A the other five are alike.
    closeAll(world.laws[220].slice(1), new Array(5).fill((1 - world.laws[220][0]) / 5), 0.02);
  });

  it('heats as powers do, and leaves every control its right answer', () => {
    closeAll(heated([0.64, 0.32, 0.04], 2), [0.8, Math.sqrt(0.32), 0.2].map((v) => v / (1 + Math.sqrt(0.32))), 1e-12); // prettier-ignore
    const laws = [[0.5, 0.3, 0.1, 0.06, 0.03, 0.01], [0.2, 0.6, 0.1, 0.05, 0.04, 0.01]]; // prettier-ignore
    const [even] = controlled(laws, [0, 2], 'evened', uniforms(1));
    closeAll(even, [0.5, 0.1, 0.1, 0.1, 0.1, 0.1], 1e-12);
    const shuffled = controlled(laws, [0, 2], 'shuffled', uniforms(1));
    shuffled.forEach((law, i) => {
      expect(law[[0, 2][i]]).toBe(laws[i][[0, 2][i]]);
      expect([...law].sort()).toEqual([...laws[i]].sort());
    });
    expect(shuffled).not.toEqual(laws);
    for (const law of controlled(laws, [0, 2], 'smoothed', uniforms(1))) close(Math.max(...law), 0.3, 1e-12);
  });

  it('exchanges wrong answers evenly', () => {
    const laws = new Array(4000).fill([0.5, 0.3, 0.1, 0.06, 0.03, 0.01]);
    const mean = controlled(laws, laws.map(() => 0), 'shuffled', uniforms(2)).reduce((sum, law) => sum.map((v, k) => v + law[k] / 4000), [0, 0, 0, 0, 0, 0]); // prettier-ignore
    closeAll(mean, [0.5, 0.1, 0.1, 0.1, 0.1, 0.1], 0.06);
  });

  it('averages with the error of a mean', () => {
    close(meanOf([1, 2, 3, 6]).mean, 3, 1e-9);
    close(meanOf([1, 2, 3, 6]).error, Math.sqrt(14 / 3 / 4), 1e-5);
  });
});
