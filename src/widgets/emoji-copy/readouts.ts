import type { Readout } from '#contract/spec.ts';
import type { Documents } from './model.ts';
import type { Asked } from './parameters.ts';

const entropyOf = 'theory/measures/entropy.entropy';
const information = (
  label: string,
  formula: string,
  of: Readout<Documents, Asked>['of'],
): Readout<Documents, Asked> => ({
  kind: 'information',
  source: entropyOf,
  ...{ label, formula, of },
});

export const readouts = {
  information: information(
    'The last emoji tell of the first, given the rest',
    String.raw`\I(\text{head};\text{tail} \given \text{rest})`,
    (model) => model.information,
  ),
  whole: information(
    'The last emoji cost one who remembers everything, expected',
    String.raw`\H(\text{tail} \given \text{head}, \text{rest})`,
    ({ whole }) => whole,
  ),
  windowed: information(
    'They cost one with the window, expected',
    String.raw`\H(\text{tail} \given \text{window})`,
    ({ windowed }) => windowed,
  ),
  lost: information(
    'Lost by the window on a document',
    String.raw`\text{difference}`,
    ({ windowed, whole }) => windowed - whole,
  ),
  perToken: information(
    'The same for each token of the document',
    String.raw`\text{difference}/\text{length}`,
    ({ windowed, whole, length }) => (windowed - whole) / length,
  ),
  distance: {
    kind: 'count' as const,
    label: 'Tokens from a copy back to its original',
    formula: String.raw`\text{between} + \text{copied}`,
    source: 'widgets/emoji-copy/model.compute',
    of: ({ distance }: Documents) => distance,
  },
  coincidence: {
    kind: 'probability' as const,
    label: 'Chance that a tail drawn anew is like the head',
    formula: String.raw`|E|^{-k}`,
    source: 'widgets/emoji-copy/model.compute',
    of: ({ coincidence }: Documents) => coincidence,
  },
};
