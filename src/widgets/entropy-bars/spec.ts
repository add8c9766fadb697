import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { letters, others, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const secondMachine = {
  fair: 'whose dice are fair',
  certain: 'whose dice always show the last letter',
  mirror: 'whose dice have this law from back to front',
  leaning: 'whose dice show the last letter with probability 0.6 and the others alike',
};

/** Whether somebody asked for a box with two machines: nothing else in the picture shows it. */
const isAboutBox = ({ other, share }: Asked) => other !== params.other.default || share !== params.share.default;

export const spec = defineWidget({
  id: 'entropy-bars',
  title: 'How uncertain is it?',
  summary: 'Drag the bars. The others make room and keep their ratios. How many equally likely outcomes is it worth?',
  terms: ['entropy', 'surprisal', 'perplexity'],
  cites: ['shannon1948', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  places: { p: placeOf(params, 'p') },
  compute,
  readouts,

  describe: (model, asked, say) =>
    `${say.count(model.p.length)} outcomes, the likeliest with probability ${say.probability(Math.max(...model.p))}: an entropy of ${say.information(model.entropy)}, as much as ${say.number(model.perplexity, 2)} equally likely outcomes have. The most that ${say.count(model.p.length)} can have is ${say.amount(model.highest)}.` +
    (isAboutBox(asked)
      ? ` In a box with ${say.percent(asked.share)} of the dice from a machine ${secondMachine[asked.other]}, the average law has ${say.amount(model.box.entropy)}, and the two laws ${say.amount(model.box.average)} on average.`
      : ''),

  table: ({ p, surprisals, parts, box }, say) => ({
    columns: [
      'Outcome',
      'Probability',
      `Surprisal, ${say.unit}`,
      `Probability times surprisal, ${say.unit}`,
      'In the box',
    ],
    rows: p.map((pi, i) => [
      letters[i],
      say.probability(pi),
      say.amount(surprisals[i]),
      say.amount(parts[i]),
      say.probability(box.law[i]),
    ]),
  }),

  laws: [
    {
      name: 'The entropy is the mean surprisal',
      tolerance: 1e-12,
      gap: (m) => Math.abs(m.parts.reduce((a, b) => a + b, 0) - m.entropy),
    },
    { name: '0 ≤ H(p)', tolerance: 0, gap: (m) => -m.entropy },
    {
      name: 'It is below log n by the divergence to the fair law: H(p) = log n − D(p‖u)',
      tolerance: 1e-12,
      gap: (m) => Math.abs(m.highest - m.entropy - relativeEntropy(m.p, others.fair(m.p))),
    },
    {
      name: 'No more than the possible outcomes have if all alike: H(p) ≤ log of their number',
      tolerance: 1e-12,
      gap: (m) => m.entropy - Math.log(m.possible),
    },
    {
      name: 'In two questions: is it A, and if not, which? H(p) = h(p(A)) + (1 − p(A)) H(the rest)',
      tolerance: 1e-9,
      gap({ p: [first, ...rest], entropy: whole }) {
        const mass = rest.reduce((a, b) => a + b, 0);
        const second = mass > 0 ? mass * entropy(rest.map((pi) => pi / mass)) : 0;
        return Math.abs(binaryEntropy(Math.min(1, first)) + second - whole);
      },
    },
    {
      name: 'Concave: the average law has at least the average entropy, and beyond it what a throw tells about the machine',
      tolerance: 1e-9,
      gap: ({ box }) => Math.max(box.average - box.entropy, Math.abs(box.entropy - box.average - box.told)),
    },
  ],

  challenges,
  presets,
});
