import type { Readout } from '#contract/spec.ts';
import type { Leak } from './model.ts';
import type { Asked } from './parameters.ts';

const channel = 'theory/channels/randomized-response';
const repeated = `${channel}.repeatedResponse`;

const readout = (
  kind: Readout<Leak, Asked>['kind'],
  label: string,
  formula: string,
  source: string,
  of: Readout<Leak, Asked>['of'],
): Readout<Leak, Asked> => ({ kind, label, formula, source, of });

export const readouts = {
  flip: readout('probability', 'An answer is the opposite of the truth', String.raw`1/(1 + e^\varepsilon)`, `${channel}.randomizedResponse`, ({ flip }) => flip), // prettier-ignore
  information: readout('information', 'Leaked on average by all answers of a patient', String.raw`\I(\text{bit};\text{answers})`, repeated, ({ information }) => information), // prettier-ignore
  bound: readout('information', 'Promised of all answers of a patient', String.raw`k \varepsilon`, repeated, ({ bound }) => bound), // prettier-ignore
  divergence: readout('information', 'Divergence of the answers to yes and to no', String.raw`k \varepsilon \tanh (\varepsilon/2)`, repeated, ({ divergence }) => divergence), // prettier-ignore
  entropy: readout('information', 'All that there is to leak', String.raw`\H(\text{bit})`, 'theory/measures/entropy.entropy', ({ entropy }) => entropy), // prettier-ignore
  worst: readout('information', 'The most that some answers tell of somebody', String.raw`\max \log \frac{P(a \given x)}{P(a)}`, repeated, ({ worst }) => worst), // prettier-ignore
  allYes: readout('probability', 'Belief in a yes if all answers say yes', String.raw`P(\text{yes} \given \text{all yes})`, repeated, ({ posterior }) => posterior.at(-1)!), // prettier-ignore
  allNo: readout('probability', 'Belief in a yes if all answers say no', String.raw`P(\text{yes} \given \text{all no})`, repeated, ({ posterior }) => posterior[0]), // prettier-ignore
  error: readout('number', 'Standard error of the share', String.raw`\sqrt{\tfrac1n \big(\pi (1 - \pi) + \tfrac{1}{4 k \sinh^2 (\varepsilon/2)}\big)}`, `${channel}.errorOfShare`, ({ error }) => error), // prettier-ignore
  plainError: readout('number', 'The same if all told the truth', String.raw`\sqrt{\pi (1 - \pi)/n}`, 'widgets/privacy-leak/model.compute', ({ plainError }) => plainError), // prettier-ignore
};
