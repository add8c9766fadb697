import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'three-kinds',
    title: 'Prognostic and predictive',
    values: {},
    why: 'A tells most of the outcome, and choosing by it brings nothing: the new treatment is better in both groups. B tells nothing of the outcome, and choosing by it brings seven more good outcomes in 100 patients.',
  },
  {
    id: 'always-better',
    title: 'An interaction that changes no choice',
    values: { advantage: 0.07, predictive: 0.06, turn: 0.03 },
    why: 'The new treatment helps more where B is there, and it helps where B is not. The interaction is positive, and everybody should get the new treatment.',
  },
  {
    id: 'small-trial',
    title: 'Sixty patients',
    values: { patients: 60, seed: 5 },
    why: 'Twelve markers are searched, and nine of them are coins. In this trial the largest interaction belongs to a coin, and it promises patients something. Deal the markers out anew, and in one deal of six the largest of twelve is as large.',
  },
  {
    id: 'large-trial',
    title: 'A thousand patients',
    values: { patients: 1000 },
    why: 'The same search. Now B stands out, and hardly any deal of the markers comes near it.',
  },
  {
    id: 'records',
    title: 'Doctors decide',
    values: { steered: -0.3 },
    why: 'No coin decided. Patients without A fare badly and got the new treatment four times in five. Taken all together, the new treatment looks worse in the records. Within each group of A it is better.',
  },
];
