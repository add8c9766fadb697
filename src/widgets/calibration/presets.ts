import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

const preset = (id: string, title: string, values: Partial<Asked>, why: string): Preset<Asked> => ({
  ...{ id, title, values, why },
  keeps: ({ bets, text }) => ({ bets, text }),
});

export const presets: readonly Preset<Asked>[] = [
  preset(
    'hundred',
    'A hundred examples',
    {},
    'Trained with cross-entropy and nothing else. On its own examples no temperature is better than 1. On new cases it is far too sure.',
  ),
  preset(
    'cooled',
    'The same at T = 2.15',
    { temperature: 2.15 },
    'One number, chosen on the first half of the new cases. The order of the forecasts is the same, and what they say is nearly right.',
  ),
  preset(
    'many',
    'Sixteen hundred examples',
    { examples: '1600' },
    'The same loss, the same kind of model, sixteen times as many examples. It hardly needs another temperature.',
  ),
  preset(
    'told',
    'Exactly right, few cases',
    { examples: 'all', forecasts: 40, bins: 50 },
    'Everything that it says is exactly right: its long-run error is 0. Forty cases in fifty bins still show a large error, by chance alone.',
  ),
  preset(
    'network',
    'The network of this book',
    { source: 'network' },
    'Trained with cross-entropy as well, on millions of tokens. On the passage written for this figure, its calibration error in ten bins is about what exactly right forecasts would have.',
  ),
];
