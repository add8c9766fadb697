import { defineWidget } from '#contract/spec.ts';
import { conditionalMutualInformation } from '#theory/measures/trivariate.ts';
import { accuracyLostByLast, beforeLast, chainOf, keptByLast, last, lostByLast, tiny, type Chain } from './chain.ts';
import { challenges } from './challenges.ts';
import { params, relaysOf } from './parameters.ts';
import { fanoOf, pairOfLast, readouts } from './readouts.ts';

/** What each relay loses, less I(X; heard | said): zero, because I(X; heard, said) splits both ways and I(X; said | heard) = 0. */
const excessOfLoss = ({ stations, flows }: Chain) =>
  flows.map((flow, k) => stations[k].information - stations[k + 1].information - conditionalMutualInformation(flow));

/** The largest rise from one station to the next of a quantity that never rises. */
const largestRise = (values: readonly number[]) => Math.max(...values.slice(1).map((value, k) => value - values[k]));

export const spec = defineWidget({
  id: 'relay-cascade',
  title: 'A chain of whispers',
  summary: 'Pass one bit through noisy relays and watch what the last one can still know of the first.',
  terms: ['mutual-information', 'data-processing-inequality', 'channel'],
  cites: ['cover-thomas2006'],
  wordsInBits: true,
  params,
  compute: (values) => chainOf(values.bias, relaysOf(values)),

  readouts,

  describe(chain, values, say) {
    const [loss, worse] = [lostByLast(chain), accuracyLostByLast(chain)];
    const lastLoss =
      loss < tiny
        ? 'The last relay lost nothing.'
        : worse < tiny
          ? `The last relay lost ${say.information(loss)} without making the best guess any worse.`
          : `The last relay lost ${say.information(loss)}.`;
    const way = values.relays === 1 ? 'After one relay' : `After ${values.relays} relays`;
    return (
      `Of the ${say.information(chain.entropy)} that X holds, ${say.amount(last(chain).information)} are left ` +
      `${way.toLowerCase()}, and the best guess of X is right with probability ${say.probability(last(chain).accuracy)}. ` +
      lastLoss
    );
  },

  table: (chain, say, values) => ({
    columns: [
      'Station',
      'Relay',
      'p(0)',
      'p(?)',
      'p(1)',
      `I(X;Y), ${say.unit}`,
      `lost here, ${say.unit}`,
      'best guess right',
    ],
    rows: chain.stations.map((station, k) => {
      const relay = relaysOf(values)[k - 1];
      const [p0, p1, unclear] = station.heard.map((p) => say.probability(p));
      return [
        k === 0 ? 'X' : `Y${k}`,
        relay ? `${relay.kind} ${relay.rate}` : 'start',
        ...[p0, unclear, p1],
        say.amount(station.information),
        k === 0 ? '' : say.amount(chain.stations[k - 1].information - station.information),
        say.probability(station.accuracy),
      ];
    }),
  }),

  laws: [
    {
      name: 'No relay adds information: I(X;Yₖ) ≤ I(X;Yₖ₋₁)',
      tolerance: 1e-12,
      gap: ({ stations }) => largestRise(stations.map((station) => station.information)),
    },
    {
      name: 'What a relay loses is what it heard beyond what it says: I(X;Yₖ₋₁) − I(X;Yₖ) = I(X;Yₖ₋₁ | Yₖ)',
      tolerance: 1e-12,
      gap: (chain) => Math.max(...excessOfLoss(chain).map(Math.abs)),
    },
    {
      name: 'Fano: no more is open than a guess this good allows, H(X|Yₙ) ≤ h(e)',
      tolerance: 1e-12,
      gap: (chain) => chain.entropy - last(chain).information - fanoOf(chain),
    },
    {
      name: 'The pair, taken apart in both orders: I(X;Yₙ₋₁) = I(X;Yₙ₋₁,Yₙ) = I(X;Yₙ) + I(X;Yₙ₋₁ | Yₙ)',
      tolerance: 1e-12,
      gap: (chain) =>
        Math.max(
          Math.abs(pairOfLast(chain) - beforeLast(chain).information),
          Math.abs(pairOfLast(chain) - last(chain).information - keptByLast(chain)),
        ),
    },
    {
      name: 'At the start all of H(X) is there: I(X;X) = H(X)',
      tolerance: 1e-12,
      gap: ({ entropy, stations }) => Math.abs(entropy - stations[0].information),
    },
    {
      name: 'No relay improves the best guess',
      tolerance: 1e-12,
      gap: ({ stations }) => largestRise(stations.map((station) => station.accuracy)),
    },
    {
      name: 'Listening never makes the best guess worse than not listening',
      tolerance: 1e-12,
      gap: (chain) => chain.blindAccuracy - last(chain).accuracy,
    },
  ],

  challenges,

  presets: [
    {
      id: 'whispers',
      title: 'Whispers',
      values: {},
      why: 'Every relay gets nine letters of ten right, and each one costs between a third and a half of what it hears.',
    },
    {
      id: 'confident',
      title: 'A confident relay',
      values: { relays: 3, kind1: 'flips', noise1: 0.05, kind2: 'erases', noise2: 0.4, kind3: 'decides', noise3: 0 },
      why: 'The last relay never says “?”, so it sounds better informed than the one it listens to. It knows less: a 0 no longer tells whether it was heard or made up.',
    },
    {
      id: 'mirrors',
      title: 'Three mirrors',
      values: { relays: 3, noise1: 1, noise2: 1, noise3: 1 },
      why: 'Each relay changes every symbol, and nothing is lost: information does not care what things are called.',
    },
    {
      id: 'weak-link',
      title: 'One weak link',
      values: { relays: 5, noise1: 0.01, noise2: 0.3, noise3: 0.01, noise4: 0.01, noise5: 0.01 },
      why: 'Three excellent relays follow a poor one. None of them can bring back what they never heard.',
    },
    {
      id: 'fading',
      title: 'Fading out',
      values: {
        relays: 6,
        ...{ kind1: 'fades', kind2: 'fades', kind3: 'fades', kind4: 'fades', kind5: 'fades', kind6: 'fades' },
        ...{ noise1: 0.3, noise2: 0.3, noise3: 0.3, noise4: 0.3, noise5: 0.3, noise6: 0.3 },
      },
      why: 'Ones turn into zeros and never back. The letters become more and more certain, and tell less and less.',
    },
    {
      id: 'rare',
      title: 'A rare 1',
      values: { relays: 5, bias: 0.06 },
      why: 'Always guessing 0 is right 94 times of 100, and from the first relay on that is the best guess. Accuracy sees nothing happen any more while the information drains away.',
    },
  ],
});
