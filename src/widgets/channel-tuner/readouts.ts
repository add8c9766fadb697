import type { Readout } from '#contract/spec.ts';
import { changedOf, cleanOf, closedForm, gapOf, openOf, type Tuned } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Tuned, Asked>;
const certificate = 'theory/channels/blahut-arimoto.certifyCapacity';
const iteration = 'theory/channels/blahut-arimoto.channelCapacity';
const divergence = 'theory/measures/divergence.relativeEntropy';

const information = (label: string, formula: string, source: string, of: One['of'], more?: Partial<One>): One => ({ kind: 'information', ...{ label, formula, source, of }, ...more }); // prettier-ignore
const share = (label: string, formula: string, source: string, of: One['of'], none?: One['none']): One => ({ kind: 'probability', ...{ label, formula, source, of }, ...(none && { none }) }); // prettier-ignore

/** Less than this is nothing but rounding: a line that carries it carries nothing. */
const tiny = 1e-9;
const idle = ({ best }: Tuned) => best.lower < tiny;
const open = (nats: number | null) => nats ?? Infinity;

export const readouts = {
  information: information('What arrives of what is sent, per letter: the capacity is at least this', String.raw`\I(X;Y) = \sum_x p(x)\, \D(W_x \,\|\, Q)`, certificate, ({ now }) => now.lower, { quantity: 'mutual' }), // prettier-ignore
  highest: information('The highest column: the capacity is at most this', String.raw`\max_x \D(W_x \,\|\, Q)`, certificate, ({ now }) => open(now.upper), { infinite: true }), // prettier-ignore
  gap: information('So the capacity is known up to', String.raw`\max_x \D(W_x \,\|\, Q) - \I(X;Y)`, certificate, ({ now }) => gapOf(now), { infinite: true }), // prettier-ignore
  capacity: information('The capacity of the line, per letter', String.raw`C = \max_{p} \I(X;Y)`, iteration, ({ best }) => best.lower), // prettier-ignore
  capacityAtMost: information('It is at most, by the last round of the search', String.raw`\max_x \D(W_x \,\|\, Q^*)`, iteration, ({ best }) => best.upper), // prettier-ignore
  clean: information('A line of so many letters without noise carries', String.raw`\log \min(|X|, |Y|)`, 'theory/measures/entropy.entropy', cleanOf), // prettier-ignore
  lost: information('Of this the noise takes', String.raw`\log \min(|X|, |Y|) - C`, iteration, (tuned) => cleanOf(tuned) - tuned.best.lower), // prettier-ignore
  kept: share('The share of a clean line that is left', String.raw`C / \log \min(|X|, |Y|)`, iteration, (tuned) => Math.min(1, tuned.best.lower / cleanOf(tuned))), // prettier-ignore
  lostShare: share('The share that is lost', String.raw`1 - C / \log \min(|X|, |Y|)`, iteration, (tuned) => Math.max(0, 1 - tuned.best.lower / cleanOf(tuned))), // prettier-ignore
  used: share('The share of the capacity that this law uses', String.raw`\I(X;Y) / C`, iteration, ({ now, best }) => (best.lower < tiny ? 0 : Math.min(1, now.lower / best.lower)), idle), // prettier-ignore
  even: information('What arrives if all letters are sent alike', String.raw`\I(X;Y)`, 'theory/measures/mutual-information.mutualInformation', ({ even }) => even), // prettier-ignore
  evenShare: share('The share of the capacity that the even law uses', String.raw`\I(X;Y) / C`, iteration, ({ even, best }) => (best.lower < tiny ? 0 : Math.min(1, even / best.lower)), idle), // prettier-ignore
  sent: information('What is sent, per letter', String.raw`\H(X)`, 'theory/measures/entropy.entropy', (tuned) => openOf(tuned).sent, { quantity: 'hx' }), // prettier-ignore
  open: information('What stays open about it', String.raw`\H(X \given Y)`, certificate, (tuned) => openOf(tuned).open, { quantity: 'hxgy' }), // prettier-ignore
  scatter: information('What arrives that was not sent', String.raw`\H(Y \given X)`, certificate, (tuned) => openOf(tuned).scatter, { quantity: 'hygx' }), // prettier-ignore
  changed: share('The share of letters that arrive as another, or as none', String.raw`p(Y \ne X)`, 'theory/channels/channel.outputDistribution', (tuned, asked) => changedOf(tuned, asked) ?? 0, (_, { line }) => line === 'own'), // prettier-ignore
  first: share('How often the first letter is sent', 'p(x_1)', iteration, ({ law }) => law[0]),
  second: share('How often the second letter is sent', 'p(x_2)', iteration, ({ law }) => law[1]),
  bestSecond: share('How often it is sent under the best law that was found', 'p^*(x_2)', iteration, ({ best }) => best.input[1]), // prettier-ignore
  formula: information('The capacity in closed form', 'C', 'theory/channels/capacity.capacityBinarySymmetric', (_, asked) => closedForm(asked, asked.noise) ?? 0, { none: (_, { line }) => line === 'own' }), // prettier-ignore
  crossed: information('The mean height of the columns if letters are sent by the best law', String.raw`\sum_x r(x)\, \D(W_x \,\|\, Q)`, divergence, ({ crossed }) => open(crossed), { infinite: true }), // prettier-ignore
  off: information('What the output is off from that of the best law', String.raw`\D(Q_r \,\|\, Q)`, divergence, ({ off }) => open(off), { infinite: true }), // prettier-ignore
  crossedSum: information('Both together', String.raw`\I_r(X;Y) + \D(Q_r \,\|\, Q)`, divergence, ({ best, off }) => best.lower + open(off), { infinite: true }), // prettier-ignore
} satisfies Record<string, One>;
