import type { Readout } from '#contract/spec.ts';
import type { ToldNetwork } from '#sim/told-places.ts';
import { changeOf, measuredOf, readOf, type Exchanges } from './model.ts';
import type { Asked } from './parameters.ts';

const source = 'theory/measures/divergence.relativeEntropy';
const changed = String.raw`\D(p \,\|\, p^{\text{swapped}})`;

/** Of one network, or of the chosen one. */
const change = (label: string, of?: ToldNetwork): Readout<Exchanges, Asked> => ({
  kind: 'information',
  ...{ label, formula: changed, source },
  of: (model, asked) => changeOf(model, of ?? asked.network, asked)?.nats ?? 0,
  none: (model, asked) => changeOf(model, of ?? asked.network, asked) === undefined,
});

export const readouts = {
  change: change('Change of the last prediction on the text'),
  learned: change('The same, learned places', 'learned'),
  waves: change('The same, waves', 'sinusoidal'),
  rotary: change('The same, rotary', 'rotary'),
  untold: change('The same, told nothing', 'none'),
  oneLayer: change('The same, told nothing and one layer', 'none-one-layer'),
  cost: {
    label: 'What a letter of the text costs this network',
    kind: 'information',
    formula: String.raw`-\tfrac1n\log_2 q`,
    source: 'theory/language-models/softmax.logSoftmax',
    of: (model, { network }) => readOf(model, network)?.cost ?? 0,
    none: (model, { network }) => readOf(model, network)?.cost === undefined,
  },
  shuffled: {
    label: 'Mean change over windows with all but the last letter dealt anew',
    kind: 'information',
    formula: changed,
    source,
    of: (_, { network }) => measuredOf(network).shuffled,
  },
} satisfies Record<string, Readout<Exchanges, Asked>>;
