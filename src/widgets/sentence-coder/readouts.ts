import type { Readout } from '#contract/spec.ts';
import { codingOf, shownOf } from './coding.ts';
import type { Sentence } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Sentence, Asked>;
const compute = 'widgets/sentence-coder/coding.codingOf';
const ideal = 'sim/exact-arithmetic-coder.idealLength';

export const bits = (nats: number) => nats / Math.LN2;
export const wholeOf = (model: Sentence) => codingOf(model).stages.at(-1)!.nats;
const none = ({ tokens, laws }: Sentence) => tokens.length === 0 || laws.length === 0;

export const readouts = {
  tokens: { label: 'Tokens that are coded', kind: 'count', formula: 'n', source: compute, of: (m) => codingOf(m).stages.length - 1 }, // prettier-ignore
  ideal: { label: 'What they are worth to the network', kind: 'information', quantity: 'surprisal', formula: String.raw`-\log P(x_1 \dots x_n)`, source: ideal, of: wholeOf }, // prettier-ignore
  length: { label: 'Digits of the code', kind: 'count', formula: String.raw`\ell`, source: compute, of: (m) => codingOf(m).word.length }, // prettier-ignore
  overhead: { label: 'Digits beyond what they are worth', kind: 'number', formula: String.raw`\ell - \log_2 \tfrac1P`, source: compute, of: (m) => codingOf(m).word.length - bits(wholeOf(m)) }, // prettier-ignore
  plain: { label: 'Digits of the same tokens, stored plainly', kind: 'count', formula: String.raw`8 \cdot \text{bytes}`, source: compute, of: ({ bytes }) => 8 * bytes }, // prettier-ignore
  soFar: { label: 'Worth of the tokens so far', kind: 'information', formula: String.raw`-\log P(x_1 \dots x_k)`, source: ideal, of: (m, v) => shownOf(m, v).stage.nats }, // prettier-ignore
  cost: { label: 'Of it, the last one', kind: 'information', formula: String.raw`-\log P(x_k \mid x_1 \dots x_{k-1})`, source: ideal, none, of: (m, v) => shownOf(m, v).stage.cost }, // prettier-ignore
  settled: { label: 'Digits that have left by now', kind: 'count', formula: 's', source: compute, of: (m, v) => shownOf(m, v).stage.settled.length }, // prettier-ignore
  certain: { label: 'Tokens that are certain to the decoder', kind: 'count', formula: 'k', source: compute, of: (m, v) => codingOf(m).certain[shownOf(m, v).digits] }, // prettier-ignore
  expected: {
    ...{ label: 'What the next token costs, expected by the network', kind: 'information', formula: String.raw`\H(q)` },
    source: 'widgets/sentence-coder/model.lawFrom',
    of: (m, v) => m.laws[shownOf(m, v).place]?.entropy ?? 0,
    none: (m, v) => m.laws[shownOf(m, v).place] === undefined,
  },
} satisfies Record<string, One>;
