import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'cover',
    title: 'Cover both',
    values: {},
    why: 'The bump with the mean and the width of the mixture: no other bump has a smaller D(p‖q). It is high where the mixture has nearly nothing, and D(q‖p) charges for that.',
  },
  {
    id: 'one-hump',
    title: 'Sit on one',
    values: { mean: -1.995, width: 0.707 },
    why: 'The lowest valley of D(q‖p), on the left hump. Forward, the right hump comes as a shock: D(p‖q) is more than ten times what it was.',
  },
  {
    id: 'third-valley',
    title: 'The third valley',
    values: { mean: 0.729, width: 2.26 },
    why: 'Every small change of this bump makes D(q‖p) larger, so a search that goes downhill from near here ends here. It sits on no hump, and it is not the best.',
  },
  {
    id: 'nearer',
    title: 'Nearer humps',
    values: { apart: 3.5, mean: -0.316, width: 1.716 },
    why: 'The mixture still has two humps, and now the lowest valley of D(q‖p) covers both of them. Where the humps are not far apart, reverse does not choose one.',
  },
  {
    id: 'wide-and-narrow',
    title: 'A wide one and a narrow one',
    values: { weight: 0.8, apart: 3, right: 1.6, mean: -1.4, width: 1.53 },
    why: 'Four fifths of the mixture are in the narrow hump. D(q‖p) has a single valley, on that hump, and forward still covers both.',
  },
];
