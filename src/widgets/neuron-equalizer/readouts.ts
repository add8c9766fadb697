import type { Readout } from '#contract/spec.ts';
import type { Equalizer } from './model.ts';
import type { Asked } from './parameters.ts';

const amount = (
  label: string,
  formula: string,
  of: Readout<Equalizer, Asked>['of'],
  source: string,
): Readout<Equalizer, Asked> => ({ kind: 'information', ...{ label, formula, of, source } });

const told = 'theory/measures/mutual-information.mutualInformation';
const most = 'theory/channels/capacity-at-price.capacityAtPrice';
const heard = 'theory/measures/entropy.entropy';
const net = (curve: string) => String.raw`\I_{\text{${curve}}} - \E\,\text{price}`;

export const readouts = {
  told: amount('Your curve tells of the stimulus', String.raw`\I(S;Y)`, ({ yours }) => yours.told, told),
  paid: amount('Your answers cost', String.raw`\E\,\text{price}(R)`, ({ yours }) => yours.paid, told),
  net: amount('Your curve brings in', String.raw`\I(S;Y) - \E\,\text{price}(R)`, ({ yours }) => yours.net, told),
  even: amount('The cumulative law brings in', net('even'), ({ cumulative }) => cumulative.net, told),
  rule: amount(
    'The rule for small noise brings in',
    net('rule'),
    ({ rule }) => rule.net,
    'theory/channels/small-noise.smallNoiseLaw',
  ),
  best: amount(
    'The best law of answers found brings in',
    String.raw`\I - \E\,\text{price}`,
    ({ lower }) => lower,
    most,
  ),
  most: amount(
    'No law of answers brings in more than',
    String.raw`\max_r \left[\D(W_r \,\|\, Q^*) - \text{price}(r)\right]`,
    ({ upper }) => upper,
    most,
  ),
  missing: amount(
    'Your curve misses at most',
    String.raw`\max_r \left[\D(W_r \,\|\, Q^*) - \text{price}(r)\right] - \I(S;Y) + \E\,\text{price}(R)`,
    ({ upper, yours }) => Math.max(0, upper - yours.net),
    most,
  ),
  heard: amount('Entropy of what is heard', String.raw`\H(Y)`, ({ heard }) => heard, heard),
  blurred: amount('Entropy of the noise', String.raw`\H(Y \given R)`, ({ blurred }) => blurred, heard),
  kept: amount('What is heard, less the noise', String.raw`\H(Y) - \H(Y \given R)`, ({ heard, blurred }) => heard - blurred, heard), // prettier-ignore
  waste: {
    ...amount('Your curve as a belief about the stimuli is off by', String.raw`\D(f \,\|\, r')`, ({ waste }) => waste, 'theory/measures/divergence.relativeEntropy'), // prettier-ignore
    infinite: true as const,
  },
  mean: {
    kind: 'probability' as const,
    label: 'Mean answer, of a full one',
    formula: String.raw`\E\,R`,
    source: told,
    of: ({ yours }: Equalizer) => yours.mean,
  },
  perSpike: {
    ...amount('Told for each spike', String.raw`\I(S;Y) / \E\,Y`, ({ yours }, { spikes }) => (yours.mean > 0 ? yours.told / (spikes * yours.mean) : 0), told), // prettier-ignore
    none: ({ yours }: Equalizer, { noise }: Asked) => noise !== 'counts' || yours.mean === 0,
  },
};
