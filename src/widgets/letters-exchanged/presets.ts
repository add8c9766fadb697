import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** Whatever the case, the text stays the reader’s. */
const keeps = ({ text }: Asked) => ({ text });

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'swap',
    title: 'Three layers, told nothing',
    values: {},
    keeps,
    why: 'Nobody told it of places, and over many texts the exchange right before the last letter changes its prediction by about a bit, on average.',
  },
  {
    id: 'blind',
    title: 'One layer, told nothing',
    values: { network: 'none-one-layer' },
    keeps,
    why: 'Nothing but the last letter and the multiset of the others counts here. Exchange any two of those, and the prediction stays, up to rounding.',
  },
  {
    id: 'rotary',
    title: 'Rotary',
    values: { network: 'rotary' },
    keeps,
    why: 'Its rows hold next to nothing of their places that our readers can use, and of the five it heeds the exchange right before the last letter most, on average.',
  },
  {
    id: 'far',
    title: 'Far back',
    values: { network: 'learned', back: 32 },
    keeps,
    why: 'In a text that is long enough: thirty-two places back the order of two letters hardly matters to any of the five, on average. Only one of them cannot see it.',
  },
];
