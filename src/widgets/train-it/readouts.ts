import type { Readout } from '#contract/spec.ts';
import { latest, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';

type R = Readout<TrainIt, Asked>;

const trained = (label: string, formula: string, of: R['of'], quantity?: string): R => ({
  ...{ label, kind: 'information', formula, of, ...(quantity && { quantity }) },
  source: 'widgets/train-it/evaluate.evaluate',
});
const counted = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, kind: 'count', formula, of },
  source: 'widgets/train-it/model.latest',
});

/** What a symbol that was held out costs; before anything is learned, what an even choice costs. */
const heldOut = (model: TrainIt) => latest(model)?.heldOut ?? model.even;
const train = (model: TrainIt) => latest(model)?.train ?? model.even;
const floor = ({ floor = 0 }: TrainIt) => floor;
/** Of a text there is no law to compute it from. */
const none = ({ floor }: TrainIt) => floor === undefined;

export const readouts = {
  heldOut: trained(
    'Expected cost of a symbol that was held out (of a text, the measured one)',
    String.raw`\H(p, q)`,
    heldOut,
    'cross-entropy',
  ),
  train: {
    ...trained('Cost of a symbol in training', String.raw`-\tfrac{1}{n} \sum_i \log q(x_i \given x_{<i})`, train),
    source: 'widgets/train-it/model.latest',
  },
  floor: {
    label: 'What nobody can save: the floor under the loss, which nobody knows of a text',
    kind: 'information',
    formula: String.raw`\tfrac{1}{T} \H(X_1, \dots, X_T \given X_0)`,
    source: 'widgets/train-it/data.floorOf',
    ...{ of: floor, none },
  },
  rate: {
    label: 'The entropy rate of the source, which nobody knows of a text',
    kind: 'information',
    quantity: 'entropy-rate',
    formula: String.raw`\lim_t \H(X_t \given X_1, \dots, X_{t-1})`,
    source: 'widgets/train-it/data.sourceOf',
    ...{ of: ({ rate = 0 }) => rate, none },
  },
  anew: {
    label: 'What each sequence must reveal anew, per symbol',
    kind: 'information',
    formula: String.raw`\tfrac{1}{T} \H(X_1, \dots, X_T \given X_0) - h`,
    source: 'widgets/train-it/data.floorOf',
    of: (model) => floor(model) - (model.rate ?? 0),
    none,
  },
  divergence: {
    ...trained(
      'What the network does not know: its loss above the floor',
      String.raw`\tfrac{1}{T} \sum_t \E \operatorname{D}(p_t \,\|\, q_t)`,
      (model) => heldOut(model) - floor(model),
    ),
    none,
  },
  error: trained(
    'Standard error of the cost that was held out',
    String.raw`s/\sqrt{n}`,
    (model) => latest(model)?.error ?? 0,
  ),
  measured: trained(
    'What the held-out symbols as they came cost: the same, with their luck',
    String.raw`-\tfrac{1}{n} \sum_i \log q(x_i \given x_{<i})`,
    (model) => latest(model)?.measured?.loss ?? heldOut(model),
  ),
  measuredError: trained(
    'Standard error of that',
    String.raw`s/\sqrt{n}`,
    (model) => latest(model)?.measured?.error ?? latest(model)?.error ?? 0,
  ),
  gap: trained(
    'How much less a symbol costs in training than one that was held out',
    String.raw`\H(p, q) - \tfrac{1}{n} \sum_i -\log q(x_i)`,
    (model) => heldOut(model) - train(model),
  ),
  even: {
    label: 'Cost of an even choice among all symbols, which is where a network begins',
    kind: 'information',
    formula: String.raw`\log V`,
    source: 'theory/measures/entropy.entropy',
    of: ({ even }) => even,
  },
  step: counted('Steps that were taken', 't', ({ step }) => step),
  parameters: {
    label: 'Numbers in the network',
    kind: 'count',
    formula: String.raw`(V + T) d + L (12 d^2 + 2 d) + d`,
    source: 'widgets/train-it/data.parametersOf',
    of: ({ parameters }) => parameters,
  },
} satisfies Record<string, R>;
