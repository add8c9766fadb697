import type { Law } from '#contract/spec.ts';
import type { Shaped } from '#theory/language-models/truncation.ts';
import { drawnOf, promptLossOf } from './amounts.ts';
import type { Asked } from './parameters.ts';
import { cut, shapedOf, type SamplingLab } from './state.ts';

/** A law about the prediction after the prompt, once there is one. */
const law = (name: string, gap: (shaped: Shaped, asked: Asked) => number): Law<SamplingLab, Asked> => ({
  name,
  tolerance: 1e-9,
  gap(lab, asked) {
    const shaped = shapedOf(lab, asked);
    return shaped ? gap(shaped, asked) : 0;
  },
});

export const laws: readonly Law<SamplingLab, Asked>[] = [
  law('No distribution over the kept tokens is more uncertain than the even one: H(s) ≤ ln |K|', ({ entropy, kept }) => entropy - Math.log(kept)), // prettier-ignore
  law('A draw costs what it is uncertain, and the divergence: H(s, q) = H(s) + D(s‖q)', (shaped) =>
    Math.abs(shaped.crossEntropy - shaped.entropy - shaped.divergence),
  ),
  law(
    'What is drawn diverges at least by the mass that was cut: D(s‖q) ≥ −ln q(K), with equality at temperature 1',
    ({ divergence, keptMass }, { temperature }) => {
      const least = -Math.log(keptMass);
      return temperature === 1 ? Math.abs(divergence - least) : least - divergence;
    },
  ),
  law('D(q‖s) is infinite if and only if a token is cut', ({ reverseDivergence, kept, logModel }) =>
    Number((reverseDivergence === Infinity) !== kept < logModel.length),
  ),
  law(
    'At temperature 1 or below, cut or not, a draw is expected to surprise the model no more than its entropy',
    ({ crossEntropy, modelEntropy }, { temperature }) => (temperature <= 1 ? crossEntropy - modelEntropy : 0),
  ),
  {
    name: 'The loss on the prompt under the reshaped predictions is infinite if and only if one of its tokens is cut',
    tolerance: 0,
    gap: (lab) => Number((promptLossOf(lab).shaped === Infinity) !== (lab.loss?.shaped.includes(cut) ?? false)),
  },
  {
    name: 'Every drawn token had a probability, in the model and where it was drawn',
    tolerance: 0,
    gap: ({ continuations }) =>
      continuations.some(
        ({ surprisal, drawnWith }) => !surprisal.every(Number.isFinite) || !drawnWith.every(Number.isFinite),
      )
        ? 1
        : 0,
  },
  {
    name: 'The mean surprisal of the drawn tokens is the sum over the continuations, divided by the number of tokens',
    tolerance: 1e-9,
    gap(lab) {
      const { tokens, surprisal } = drawnOf(lab);
      const sums = lab.continuations.map((one) => one.surprisal.reduce((a, b) => a + b, 0));
      return Math.abs(surprisal * tokens - sums.reduce((a, b) => a + b, 0));
    },
  },
];
