import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { darcy, inn, lamp, letters } from './texts.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'letter',
    title: 'In his …',
    values: {},
    why: 'The Lasso takes the first “his”: nothing rebuilds the vector of a word as well as the same word. The network’s guess for what comes next hardly notices when that word is hidden. It hangs on “in” and “put”.',
  },
  {
    id: 'lamp',
    title: 'The lamp',
    values: { text: lamp, token: 28 },
    why: 'Another last word that has been there before: the Lasso takes an earlier “the”, ablation the words just before the end.',
  },
  {
    id: 'name',
    title: 'A name again',
    values: { text: darcy, token: 17 },
    why: 'The Lasso takes the earlier “Elizabeth”, and here the network does use her too, a little. Attention has no great weight on her.',
  },
  {
    id: 'inn',
    title: 'Towards the …',
    values: { text: inn, block: '2', token: 16 },
    why: 'The three that the Lasso takes most of are earlier words “the”; of the two tokens before the last it takes a little. Attention in this block and ablation go together, more loosely once the distance is taken out.',
  },
  {
    id: 'head',
    title: 'One head',
    values: { head: '1' },
    why: 'Heads of one block look at different tokens. Go through the four: which of them agrees with what?',
  },
  {
    id: 'everything',
    title: 'Hardly any penalty',
    values: { penalty: '2' },
    why: 'With a small penalty the Lasso takes many tokens. The first “his” stays ahead, and a rank correlation now speaks of the small coefficients as well.',
  },
  {
    id: 'letters',
    title: 'Letters by lot',
    values: { text: letters, token: 21 },
    why: 'Nothing here means anything. Attention and ablation still prefer what is near.',
  },
];
