import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { predictor } from '#model/predict.ts';
import { parseTrail } from '#model/trail.ts';
import { cycles, readBefore, scored } from '#widgets/metric-switch/measure.ts';
import { weightsFile } from '../fixtures/model.ts';

/* The second network of the page on leaps, on the cycles that the first one continues. */

const prose = readFileSync('src/book/sudden-abilities.mdx', 'utf8').replace(/\s+/g, ' ');

test('leaps as the first one does', () => {
  const { trail, network } = parseTrail(weightsFile('markov-2-8'));
  const right = (step: number) => {
    const read = predictor(network(trail.checkpoints.findIndex((one) => one.step === step)));
    let sum = 0;
    for (const cycle of cycles) {
      // Token 9 begins a sequence over three symbols.
      const tokens = [9, ...Array.from({ length: readBefore + scored - 1 }, (_, t) => cycle[t % 3])];
      const { logProbabilities } = read(tokens);
      for (let t = readBefore; t < readBefore + scored; t++)
        sum += Math.exp(logProbabilities[t * trail.config.vocabulary + cycle[t % 3]]);
    }
    return (sum / scored / cycles.length).toFixed(2);
  };
  const quoted = `gives the right symbol of these cycles ${right(724)} after 724 steps and ${right(1448)} after 1,448`;
  expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
});
