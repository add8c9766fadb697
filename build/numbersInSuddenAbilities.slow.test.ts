import { expect, test } from 'vitest';
import { predictor } from '#model/predict.ts';
import { parseTrail } from '#model/trail.ts';
import { drawChain, drawDirichletChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { cycles, readBefore, scored } from '#widgets/metric-switch/measure.ts';
import { weightsFile } from '../fixtures/model.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The second network of the page on leaps, on the cycles that the first one continues. */

const quotes = quotesOf('sudden-abilities');

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
  quotes(`gives the right symbol of these cycles ${right(724)} after 724 steps and ${right(1448)} after 1,448`);
});

test('the head that looks one place back comes with the leap', () => {
  const { trail, network } = parseTrail(weightsFile('markov-3'));
  const back = (step: number) => {
    const read = predictor(network(trail.checkpoints.findIndex((one) => one.step === step)));
    const [T, chains] = [128, 16];
    const places = new Array<number>(T).fill(0);
    for (let k = 0; k < chains; k++) {
      const next = uniforms(5, k);
      const chain = drawDirichletChain(3, 1, next);
      const { attention } = read([3, ...drawChain(chain, [1 / 3, 1 / 3, 1 / 3], T - 1, next)], true);
      // The first head of the first layer: the weight of row t on column t − 1.
      for (let t = 1; t < T; t++) places[t] += attention![t * T + t - 1] / chains;
    }
    return (from: number, to: number) => places.slice(from, to + 1).reduce((sum, x) => sum + x, 0) / (to + 1 - from);
  };
  const [before, after] = [back(724), back(1448)];
  quotes(
    `with ${before(5, 80).toFixed(2)} of its attention at step 724, and with ${after(5, 80).toFixed(2)} at step 1,448, on average over places 5 to 80`,
  );
  // The last dozen.
  expect(after(116, 127)).toBeLessThan(0.1);
});

test('on the plateau two symbols seem equally likely, and before it the one just read', () => {
  const { trail, network } = parseTrail(weightsFile('markov-3'));
  // How often the likeliest symbol is the right one, the one before the last, the last.
  const likeliest = (step: number) => {
    const read = predictor(network(trail.checkpoints.findIndex((one) => one.step === step)));
    const counts = [0, 0, 0];
    for (const cycle of cycles) {
      const { logProbabilities } = read([
        3,
        ...Array.from({ length: readBefore + scored - 1 }, (_, t) => cycle[t % 3]),
      ]);
      for (let t = readBefore; t < readBefore + scored; t++) {
        const law = [0, 1, 2].map((k) => logProbabilities[4 * t + cycle[(t + k) % 3]]);
        counts[law.indexOf(Math.max(...law))] += 1 / scored / cycles.length;
      }
    }
    return counts;
  };
  expect(likeliest(16)[2]).toBeGreaterThan(0.9);
  for (const { step } of trail.checkpoints.filter(({ step }) => step >= 64 && step <= 724)) {
    const [right, , last] = likeliest(step);
    expect(last).toBeLessThan(0.1);
    expect(Math.abs(right - 0.5)).toBeLessThan(0.07);
  }
});
