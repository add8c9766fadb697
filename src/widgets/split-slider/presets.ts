import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'half',
    title: 'Half of it',
    values: {},
    why: 'Θ holds the first tosses of the sequence that will come. Half of what the tosses cost is for not knowing Θ, and Θ says nothing about the rest. If Θ is which coin, it is less than a twentieth.',
  },
  {
    id: 'constant',
    title: 'Nothing to learn',
    values: { share: 0 },
    why: 'Lemma B.1. Θ is a constant: the predictions are written into the model. One who knows Θ pays as much as anybody.',
  },
  {
    id: 'sequence',
    title: 'Everything to learn',
    values: { share: 1 },
    why: 'Lemma B.2. Θ is the sequence itself. One who knows Θ pays nothing, and all that the tosses cost is for not knowing it.',
  },
  {
    id: 'all-or-nothing',
    title: 'The same error, another curve',
    values: { way: 'all' },
    why: 'By the fall of a coin Θ holds all tosses or none. The error is what it is with the first tosses held, but it is spread over all of them alike. The curve of learning belongs to Θ, too.',
  },
  {
    id: 'fair',
    title: 'Fair tosses',
    values: { first: 0.5, second: 0.5, share: 1 },
    why: 'All sequences are equally likely, and which coin it is makes no difference. Still the estimation error can be every bit of them.',
  },
];
