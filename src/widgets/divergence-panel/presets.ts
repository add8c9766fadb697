import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'gloomy',
    title: 'A gloomy traveler',
    values: {},
    why: 'q expects more delay than there is. All seven find a difference, and no two of them the same number.',
  },
  {
    id: 'excluded',
    title: 'One thing excluded',
    values: { p: [0.4, 0.3, 0.2, 0.05, 0.05], q: [0.45, 0.3, 0.2, 0.05, 0], event: '4' },
    why: 'q excludes four minutes, which happen one time in twenty. No event differs by more than 0.05, and the divergence is infinite.',
  },
  {
    id: 'many-small',
    title: 'Many small differences',
    values: { p: [0.25, 0.25, 0.25, 0.25, 0], q: [0.4, 0.4, 0.1, 0.1, 0], event: '0' },
    why: 'No two bars differ by more than 0.15. But they differ in one direction at 0 and 1, and about the two together by 0.30.',
  },
  {
    id: 'near',
    title: 'Sure, and off by a minute',
    values: { p: [1, 0, 0, 0, 0], q: [0, 1, 0, 0, 0], event: '0' },
    why: 'Nothing in common. Six of the seven are as large as they can be; the Wasserstein distance is one minute.',
  },
  {
    id: 'far',
    title: 'Sure, and off by four',
    values: { p: [1, 0, 0, 0, 0], q: [0, 0, 0, 0, 1], event: '0' },
    why: 'The six do not notice that it is farther. Only the Wasserstein distance knows that 4 is farther from 0 than 1 is.',
  },
];
