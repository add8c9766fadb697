import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'ten',
    title: 'Weight ten',
    values: {},
    why: 'Of a patient of whom only the prevalence of 2 percent is known, it says 17 percent. More of the ill are told to come back, and more of the healthy: the same curve, another place on it.',
  },
  {
    id: 'undone',
    title: 'Ten, undone',
    values: { undo: true },
    why: 'The odds are divided by ten again. The forecasts are the true probabilities, as if nothing had been weighted, and no more is paid than has to be.',
  },
  {
    id: 'balanced',
    title: 'As if half were ill',
    values: { weight: 49 },
    why: 'The weight that makes both classes count alike, 0.98/0.02 = 49. Now the model speaks as if half of all patients were ill.',
  },
  {
    id: 'useless',
    title: 'A marker that tells nothing',
    values: { separation: 0 },
    why: 'The weight is as loud as before, and the curve is the diagonal: it knows nothing, and 17 percent is said of everyone.',
  },
  {
    id: 'less',
    title: 'Weight one tenth',
    values: { weight: 0.1 },
    why: 'The other way round: illness is played down. The ranking is the same once more.',
  },
];
