import type { Readout } from '#contract/spec.ts';
import { rateOf } from './measure.ts';
import { hammingPoint, randomPoint, repetitionPoint, type Noisy } from './model.ts';
import { leastBlockError } from '#theory/codes/random-code.ts';
import type { Asked } from './parameters.ts';
import { wrongAt, type Sent } from './send.ts';

type Kind = Readout<Noisy, Asked>['kind'];
const exact = (label: string, kind: Kind, formula: string, source: string, of: (values: Asked) => number): Readout<Noisy, Asked> => ({
  ...{ label, kind, formula, source },
  of: (_, values) => of(values),
}); // prettier-ignore
const wrong = (label: string, source: string, of: (sent: Sent, values: Asked) => number): Readout<Noisy, Asked> => ({
  ...{ label, kind: 'count', formula: String.raw`\#\{i : \hat x_i \ne x_i\}`, source },
  none: ({ sent }) => sent === undefined,
  of: ({ sent }, values) => (sent ? of(sent, values) : 0),
});

/** What was measured of the LDPC code of the chosen rate, once it was. */
export const measuredLdpc = ({ measured }: Noisy, { rate }: Asked) =>
  measured.find((one) => one.code === 'ldpc' && one.rate === rateOf(rate));
const measured = (label: string, kind: Kind, formula: string, of: (one: NonNullable<ReturnType<typeof measuredLdpc>>) => number): Readout<Noisy, Asked> => ({
  ...{ label, kind, formula, source: 'theory/codes/belief-propagation.beliefPropagation' },
  none: (model, values) => measuredLdpc(model, values) === undefined,
  of: (model, values) => {
    const one = measuredLdpc(model, values);
    return one ? of(one) : 0;
  },
}); // prettier-ignore

const bitsOf = ({ length, rate }: Asked) => rateOf(rate) * Number(length);

export const readouts = {
  capacity: {
    label: 'Capacity of the line, for each bit sent',
    kind: 'information',
    formula: String.raw`C = \log 2 - h(f)`,
    source: 'theory/channels/capacity.capacityBinarySymmetric',
    of: ({ capacity }) => capacity,
  } satisfies Readout<Noisy, Asked>,
  repetitionRate: exact('Rate of repetition', 'number', String.raw`1/r`, 'theory/codes/block-error.repetitionBlockError', ({ repeats }) => 1 / Number(repeats)), // prettier-ignore
  repetition: exact('Repetition: chance that a bit is wrong', 'probability', String.raw`\Pr(\text{more than half flipped})`, 'theory/codes/block-error.repetitionBlockError', ({ repeats, flip }) => repetitionPoint(Number(repeats), flip).bit), // prettier-ignore
  hamming: exact('Hamming (7,4): chance that a bit is wrong', 'probability', String.raw`\tfrac17 \E\, d(x, \hat x)`, 'theory/codes/hamming-code.hammingBitError', ({ flip }) => hammingPoint(3, flip).bit), // prettier-ignore
  hammingBlock: exact('Hamming (7,4): chance that a block is wrong', 'probability', String.raw`1 - (1-f)^7 - 7f(1-f)^6`, 'theory/codes/block-error.blockError', ({ flip }) => hammingPoint(3, flip).block), // prettier-ignore
  random: exact('Random codes of the LDPC code’s rate and length: chance that a block is wrong, on average', 'probability', String.raw`\E_{\mathcal C} \Pr(\hat x \ne x)`, 'theory/codes/random-code.randomCodeBlockError', (values) => randomPoint(Number(values.length), rateOf(values.rate), values.flip).block), // prettier-ignore
  least: exact('No code of this rate and length has a smaller chance of a wrong block than', 'probability', String.raw`\min_{\mathcal C} \Pr(\hat x \ne x) \ge`, 'theory/codes/random-code.leastBlockError', (values) => leastBlockError(Number(values.length), bitsOf(values), values.flip)), // prettier-ignore
  ldpcRate: exact('Rate of the LDPC code', 'number', '1 - 3/d_c', 'sim/ldpc-graph.ldpcGraph', ({ rate }) => rateOf(rate)), // prettier-ignore
  ldpcBlock: measured('LDPC: share of wrong blocks, measured', 'probability', String.raw`\tfrac1N \#\{\hat x \ne x\}`, ({ block }) => block), // prettier-ignore
  ldpcBlockError: measured('its standard error', 'probability', String.raw`\sqrt{p(1-p)/(N-1)}`, ({ blockError }) => blockError), // prettier-ignore
  ldpcBlocks: measured('Blocks that were sent for it', 'count', 'N', ({ blocks }) => blocks),
  wrongReceived: wrong(
    'Wrong pixels without a code',
    'theory/codes/block-error.repetitionBlockError',
    ({ received }) => received.length,
  ),
  wrongRepetition: wrong('Wrong pixels with repetition', 'theory/codes/block-error.repetitionBlockError', ({ repetition }) => repetition.length), // prettier-ignore
  wrongHamming: wrong('Wrong pixels with the Hamming code', 'theory/codes/syndrome-code.decodeWithSideInformation', ({ hamming }) => hamming.length), // prettier-ignore
  wrongRandom: wrong('Wrong pixels with a random code of 24 bits', 'theory/codes/random-code.randomCodeBlockError', ({ random }) => random.length), // prettier-ignore
  wrongLdpc: wrong('Wrong pixels with the LDPC code after these steps', 'theory/codes/belief-propagation.beliefPropagation', (sent, { steps }) => wrongAt(sent, steps).length), // prettier-ignore
  slowest: wrong('Steps that its slowest block took, for its whole word', 'theory/codes/belief-propagation.beliefPropagation', ({ ldpc }) => ldpc.steps), // prettier-ignore
};
