import { channelCapacity, type CertifiedCapacity } from '#theory/channels/blahut-arimoto.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { entropyRate, isIrreducible, memoryOfChain, stationaryLaw } from '#theory/chains/markov-chain.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { conditionalEntropyOfXGivenY, conditionalEntropyOfYGivenX, marginalY } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { accuracyOfBestGuess } from '#theory/belief/guessing.ts';
import type { Subject } from '#calculator/subject.ts';
import { measuresOf, type Step } from './measure.ts';
import { info, named, numbersInSteps, plain, sumInSteps } from './steps.ts';

type Chain = NonNullable<Subject['chain']>;
type Channel = NonNullable<Subject['channel']>;

const module = 'theory/chains/markov-chain';
const chainAt = 'what-a-loss-is-made-of.html#what-nobody-can-know-and-what-can-be-learned';

function split({ matrix }: Chain): string | undefined {
  try {
    stationaryLaw(matrix);
    return undefined;
  } catch {
    return 'The chain has several closed classes of states: where it ends up depends on where it begins.';
  }
}
const law = ({ matrix }: Chain) => stationaryLaw(matrix);
function leftForGood(mu: readonly number[]): Step[] {
  const count = mu.filter((share) => share === 0).length;
  if (count === 0) return [];
  return [[count === 1 ? 'One state is left for good; it has no share in the long run.' : `${count} states are left for good; they have no share in the long run.`]]; // prettier-ignore
}

export const ofChain = measuresOf(
  'chain',
  {
    id: 'irreducible',
    label: 'Whether every state leads to every state (1: yes, 0: no)',
    formula: '\\forall x, y \\; \\exists n : P^n(x, y) > 0',
    amount: 'count',
    at: 'window-or-mixture.html#impossible-steps',
    source: `${module}.isIrreducible`,
    value: ({ matrix }) => Number(isIrreducible(matrix)),
    steps: (_chain, _, value) => [
      [value === 1 ? 'Yes: the chain is irreducible.' : 'No: from some state another is never reached.'],
    ],
  },
  {
    id: 'stationary',
    label: 'Largest probability of the stationary law',
    formula: '\\max_x \\mu(x) \\text{ with } \\mu P = \\mu',
    amount: 'probability',
    at: 'glossary.html#markov-chain',
    source: `${module}.stationaryLaw`,
    none: split,
    value: (chain) => Math.max(...law(chain)),
    steps: (chain) => [
      ...numbersInSteps(law(chain).map((value, i) => ({ written: named(chain.states[i]), value })), 'In the long run a share of so much of the time.'), // prettier-ignore
      ...leftForGood(law(chain)),
    ],
  },
  {
    id: 'entropy-rate',
    label: 'Entropy rate',
    formula: 'h = \\sum_x \\mu(x) H(P(x, \\cdot))',
    amount: 'information',
    at: 'glossary.html#entropy-rate',
    source: `${module}.entropyRate`,
    none: split,
    value: ({ matrix }) => entropyRate(matrix),
    steps: (chain, _, value) => {
      const mu = law(chain);
      const rows = chain.matrix.map(entropy);
      return sumInSteps(
        {
          length: mu.length,
          term: (i) => ({
            written: [`from ${named(chain.states[i])}: ${plain(mu[i])} × `, info(rows[i])],
            nats: mu[i] * rows[i],
          }),
        },
        value,
        'Entropy rate per step',
      );
    },
  },
  {
    id: 'chain-perplexity',
    label: 'Perplexity of a perfect predictor of the chain',
    formula: '2^h \\text{ with } h \\text{ in bits}',
    amount: 'power',
    at: chainAt,
    source: 'theory/measures/entropy.perplexity',
    none: split,
    value: ({ matrix }) => entropyRate(matrix),
    steps: (_chain, _, value) => [
      ['No model of the chain has a smaller one on average. 2 to the power of ', info(value), ' in bits.'],
    ],
  },
  {
    id: 'stationary-entropy',
    label: 'Entropy of a single state',
    formula: 'H(\\mu)',
    amount: 'information',
    at: 'what-a-loss-is-made-of.html#what-a-longer-memory-is-worth',
    source: 'theory/measures/entropy.entropy',
    none: split,
    value: (chain) => entropy(law(chain)),
    steps: (_chain, _, value) => [['Of the stationary law, for somebody who has seen nothing: ', info(value)]],
  },
  {
    id: 'memory',
    label: 'What the present tells about the next state',
    formula: 'I(X_t; X_{t+1}) = H(\\mu) - h',
    amount: 'information',
    at: 'estimation-error.html#learned-and-remembered',
    source: 'theory/measures/mutual-information.mutualInformation',
    none: split,
    value: ({ matrix }) => memoryOfChain(matrix),
    steps: (chain, _, value) => [
      [info(entropy(law(chain))), ' − ', info(entropyRate(chain.matrix)), ' = ', info(value)],
    ],
  },
);

const uniformJoint = ({ matrix }: Channel) =>
  jointOfChannel(
    matrix.map(() => 1 / matrix.length),
    matrix,
  );

/** The iteration is long, and four rows ask for it. */
const known = new WeakMap<Channel['matrix'], CertifiedCapacity>();
function capacityOf({ matrix }: Channel): CertifiedCapacity {
  // The steps say how close it came, which for a large channel is less close.
  const iterations = Math.min(20_000, Math.ceil(2e7 / (matrix.length * matrix[0].length)));
  const found = known.get(matrix) ?? channelCapacity(matrix, { gap: 1e-12, iterations });
  known.set(matrix, found);
  return found;
}
const capacityAt = 'glossary.html#redundancy-capacity-theorem';
const certificate = (channel: Channel): Step => {
  const { lower, upper, iterations } = capacityOf(channel);
  return [`After ${iterations} steps of Blahut and Arimoto it lies between `, info(lower), ' and ', info(upper), '.'];
};

export const ofChannel = measuresOf(
  'channel',
  {
    id: 'capacity',
    label: 'Capacity',
    formula: 'C = \\max_{p(x)} I(X; Y)',
    amount: 'information',
    at: capacityAt,
    source: 'theory/channels/blahut-arimoto.channelCapacity',
    value: (channel) => Math.max(0, capacityOf(channel).lower),
    steps: (channel) => [certificate(channel), ['The lower end is shown, which an input law attains.']],
  },
  {
    id: 'best-input',
    label: 'Largest probability of the input that attains it',
    formula: '\\max_x p^*(x)',
    amount: 'probability',
    at: capacityAt,
    source: 'theory/channels/blahut-arimoto.channelCapacity',
    value: (channel) => Math.max(...capacityOf(channel).input),
    steps: (channel) =>
      numbersInSteps(
        capacityOf(channel).input.map((value, i) => ({ written: named(channel.inputs[i]), value })),
        'The best input need not be unique; the law of the output is.',
      ),
  },
  {
    id: 'best-output',
    label: 'Entropy of the output at capacity',
    formula: 'H(Y^*)',
    amount: 'information',
    source: 'theory/measures/entropy.entropy',
    value: (channel) => entropy(capacityOf(channel).output),
    steps: (channel) =>
      numbersInSteps(capacityOf(channel).output.map((value, i) => ({ written: named(channel.outputs[i]), value })), 'Its entropy is above.'), // prettier-ignore
  },
  {
    id: 'uniform-information',
    label: 'Information that arrives if all inputs are equally likely',
    formula: 'I(X; Y) \\text{ with } p(x) = 1/n',
    amount: 'information',
    at: 'shared-information.html#told-and-told-again',
    source: 'theory/measures/mutual-information.mutualInformation',
    value: (channel) => mutualInformation(uniformJoint(channel)),
    steps: (channel, _, value) => [
      [
        'Entropy of the output ',
        info(entropy(marginalY(uniformJoint(channel)))),
        ' − noise ',
        info(conditionalEntropyOfYGivenX(uniformJoint(channel))),
        ' = ',
        info(value),
      ],
    ],
  },
  {
    id: 'noise',
    label: 'Noise: entropy of the output given the input, inputs equally likely',
    formula: 'H(Y \\mid X) = \\frac1n \\sum_x H(W(\\cdot \\mid x))',
    amount: 'information',
    at: 'glossary.html#channel',
    source: 'theory/measures/joint.conditionalEntropyOfYGivenX',
    value: (channel) => conditionalEntropyOfYGivenX(uniformJoint(channel)),
    steps: ({ matrix, inputs }, _, value) =>
      sumInSteps(
        {
          length: matrix.length,
          term: (i) => ({ written: [`${named(inputs[i])}: 1/${matrix.length} × `, info(entropy(matrix[i]))], nats: entropy(matrix[i]) / matrix.length }), // prettier-ignore
        },
        value,
        'Noise',
      ),
  },
  {
    id: 'equivocation',
    label: 'Equivocation: what stays open about the input, inputs equally likely',
    formula: 'H(X \\mid Y)',
    amount: 'information',
    at: 'shared-information.html#told-and-told-again',
    source: 'theory/measures/joint.conditionalEntropyOfXGivenY',
    value: (channel) => conditionalEntropyOfXGivenY(uniformJoint(channel)),
    steps: (channel, _, value) => [
      [
        info(Math.log(channel.matrix.length)),
        ' − ',
        info(mutualInformation(uniformJoint(channel))),
        ' = ',
        info(value),
      ],
    ],
  },
  {
    id: 'channel-guess',
    label: 'Probability that the best guess of the input is right, inputs equally likely',
    formula: '\\frac1n \\sum_y \\max_x W(y \\mid x)',
    amount: 'probability',
    at: 'shared-information.html#told-and-told-again',
    source: 'theory/belief/guessing.accuracyOfBestGuess',
    value: (channel) => Math.min(1, accuracyOfBestGuess(uniformJoint(channel))),
    steps: (channel, _, value) => [[`${plain(value)}; without the output 1/${channel.matrix.length}.`]],
  },
);
