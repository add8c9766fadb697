import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'valley',
    title: 'Four waves',
    values: { width: 4 },
    why: 'Too few to follow the noise. On average over the noise no width from 1 to 200 does better here, and not endlessly many waves.',
  },
  {
    id: 'peak',
    title: 'As many as examples',
    values: { width: 20 },
    why: 'Twenty waves and twenty examples: one way to go through all points, and it swings far in between.',
  },
  {
    id: 'wide',
    title: 'Ten times as many',
    values: { width: 200 },
    why: 'Endlessly many ways to go through all points. The shortest one nearly joins the dots.',
  },
  {
    id: 'even',
    title: 'The control: even gaps',
    values: { width: 20, uneven: 0 },
    why: 'The same width, the same training error of zero, and hardly a peak: with even gaps each direction is as large on the examples as between them.',
  },
  {
    id: 'ridge',
    title: 'The best ridge',
    values: { width: 20, penalty: 'best' },
    why: 'A penalty on the length of the coefficients keeps small singular values from blowing up the noise. The peak is gone.',
  },
  {
    id: 'exact',
    title: 'Solved exactly',
    values: { world: 'normal', width: 15, noise: 0.5, truth: 20 },
    why: 'Random normal features, of which twenty matter: the thick line is a theorem, the dots are simulated.',
  },
  {
    id: 'wider-is-lower',
    title: 'The far side is lower',
    values: { world: 'normal', width: 200, examples: 40, noise: 0, truth: 200 },
    why: 'Two hundred features matter a little each. Now the widest model has the least expected error of all, on the other side of the peak.',
  },
  {
    id: 'more-data',
    title: 'More examples hurt',
    values: { world: 'normal', axis: 'examples', width: 20, examples: 18, noise: 0.5, truth: 20 },
    why: 'The same model and more and more examples: the expected error rises until there are about as many as features.',
  },
  {
    id: 'no-noise',
    title: 'Nothing to blow up',
    values: { world: 'normal', axis: 'examples', width: 20, examples: 20, noise: 0, truth: 20 },
    why: 'No noise, and the model sees all that matters. The singular values are as small as with noise, and there is no peak.',
  },
];
