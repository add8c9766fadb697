import type { Preset } from '#contract/spec.ts';
import { plans } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { empty, writePlan } from './plan.ts';

const usual = params.p.default;
const powers = [1, 2, 3, 4, 5, 6, 7, 7].map((k) => 2 ** -k);
const alike = Array<number>(8).fill(1 / 8);

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'number',
    title: 'Halve the number',
    values: {},
    why: 'Four of eight animals, two of four, one of two: three questions in every game. The first answer is nearly always yes, and tells little.',
  },
  {
    id: 'probability',
    title: 'Halve the probability',
    values: { plan: writePlan(plans.probability(usual)) },
    why: 'The first question is as even as can be: dog or elk, 0.48 and 0.02. It tells a whole bit, and leaves a question behind that tells a quarter of a bit.',
  },
  {
    id: 'huffman',
    title: 'The best plan',
    values: { plan: writePlan(plans.huffman(usual)) },
    why: 'Built backwards: the two rarest animals are told apart last. No plan needs fewer questions on average.',
  },
  {
    id: 'yours',
    title: 'A plan of your own',
    values: { plan: empty },
    why: 'Nothing has been asked, and all of the entropy is open. Choose who gets a yes, and ask.',
  },
  {
    id: 'powers',
    title: 'Powers of two',
    values: { p: powers, plan: writePlan(plans.huffman(powers)) },
    why: 'Every question is a toss of a fair coin and tells one bit. Here the expected number of questions is the entropy, and nothing is wasted.',
  },
  {
    id: 'alike',
    title: 'All alike',
    values: { p: alike },
    why: 'Only if all animals are thought of equally often are the two halves the same, of the number and of the probability.',
  },
];
