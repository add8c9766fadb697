import type { Readout } from '#contract/spec.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { typeAt, typicalDrops, type Typical } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Typical, Asked>;

const read = (kind: One['kind'], label: string, formula: string, source: string, of: One['of'], more = {}): One => ({
  ...{ kind, label, formula, source, of },
  ...more,
});

const types = 'theory/codes/typical-set.tossTypes';
const typical = 'theory/codes/typical-set.typicalSet';
const smallest = 'theory/codes/typical-set.smallestSet';
const likelier = 'theory/codes/typical-set.atLeastAsLikely';
const compute = 'widgets/typical-set/model.compute';
const infinite = { infinite: true as const };

export const readouts = {
  rate: read('information', 'Entropy of a toss, of two coins the mean', String.raw`\H`, 'theory/learning/coin-mixture.entropyRateOfCoins', (m) => m.rate), // prettier-ignore
  outcomes: read('number', 'As uncertain as so many equally likely outcomes', String.raw`e^{\H}`, 'theory/measures/entropy.perplexity', (m) => Math.exp(m.rate)), // prettier-ignore
  tolerance: read('information', 'ε', String.raw`\varepsilon`, compute, (m) => m.tolerance),
  probability: read('probability', 'Probability of the typical set', String.raw`P(A_\varepsilon)`, typical, (m) => m.typical.probability), // prettier-ignore
  missing: read('probability', 'Probability of all other sequences', String.raw`1 - P(A_\varepsilon)`, typical, (m) => m.missing), // prettier-ignore
  chebyshev: read('number', 'What Chebyshev allows for it', String.raw`\E(S - \H)^2/\varepsilon^2`, compute, (m) => m.spread / m.tolerance ** 2), // prettier-ignore
  size: read('information', 'Logarithm of the size of the typical set, per toss', String.raw`\tfrac1n \log |A_\varepsilon|`, typical, (m, { tosses }) => m.typical.logSize / tosses, infinite), // prettier-ignore
  sizeMost: read('information', 'At most', String.raw`\H + \varepsilon`, typical, (m) => m.rate + m.tolerance),
  sizeLeast: read('information', 'At least', String.raw`\H - \varepsilon + \tfrac1n \log P(A_\varepsilon)`, typical, (m, { tosses }) => m.rate - m.tolerance + Math.log(m.typical.probability) / tosses, infinite), // prettier-ignore
  sizeInAll: read('information', 'Logarithm of the size of the typical set', String.raw`\log |A_\varepsilon|`, typical, (m) => m.typical.logSize, infinite), // prettier-ignore
  smallest: read('information', 'Logarithm of the size of the smallest set with 99 percent, per toss', String.raw`\tfrac1n \log |S|`, smallest, (m, { tosses }) => m.smallest.logSize / tosses), // prettier-ignore
  smallestInAll: read('information', 'Logarithm of the size of the smallest set with 99 percent', String.raw`\log |S|`, smallest, (m) => m.smallest.logSize), // prettier-ignore
  mean: read('information', 'Expected surprisal per toss', String.raw`\E S`, compute, (m) => m.mean),
  blockRate: read('information', 'Entropy of all tosses, per toss', String.raw`\tfrac1n \H(X_1 \dots X_n)`, 'theory/learning/coin-mixture.entropyOfTosses', (m) => m.blockRate), // prettier-ignore
  apart: read('information', 'How far the entropies of the two coins are apart', String.raw`|\H(p_1) - \H(p_2)|`, 'theory/measures/entropy.binaryEntropy', ({ coins: { biases } }) => Math.abs(binaryEntropy(biases[0]) - binaryEntropy(biases[biases.length - 1]))), // prettier-ignore
  heads: read('count', 'Heads of the sequences looked at', 'k', compute, (m) => m.heads),
  number: read('information', 'Logarithm of their number, per toss', String.raw`\tfrac1n \log \tbinom nk`, types, (m, { tosses }) => typeAt(m, m.heads).logNumber / tosses), // prettier-ignore
  each: read('information', 'Surprisal of each of them, per toss', String.raw`-\tfrac1n \log P(x)`, types, (m, { tosses }) => -typeAt(m, m.heads).logEach / tosses), // prettier-ignore
  total: read('probability', 'Probability of all of them together', String.raw`\tbinom nk P(x)`, types, (m) => Math.exp(typeAt(m, m.heads).logTotal)), // prettier-ignore
  likelierNumber: read('information', 'Logarithm of the number of sequences at least as likely', String.raw`\log |\{x' : P(x') \ge P(x)\}|`, likelier, (m) => m.likelier.logSize), // prettier-ignore
  likelier: read('probability', 'Probability that one of those comes', String.raw`\textstyle\sum P(x')`, likelier, (m) => m.likelier.probability), // prettier-ignore
  drops: read('count', 'Drawn sequences that are typical', 'm', 'widgets/typical-set/model.typicalDrops', typicalDrops),
  tosses: read('count', 'Tosses', 'n', compute, (_, { tosses }) => tosses),
} satisfies Record<string, One>;
