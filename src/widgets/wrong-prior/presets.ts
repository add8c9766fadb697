import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'too-rare',
    title: 'One in a hundred',
    values: {},
    why: 'Half of all coins have heads 0.7, and she believes that one in a hundred has. Her predictions are soon as good as those of the right prior. What she has paid until then stays paid.',
  },
  {
    id: 'third-coin',
    title: 'A third coin',
    values: { game: 'strange' },
    why: 'The coin has heads 0.9, and she has spared nothing for it. She becomes sure of the nearer of her two coins, and pays the divergence to it with every toss, on average.',
  },
  {
    id: 'spared',
    title: 'One in a million',
    values: { game: 'strange', spare: '1e-6', tosses: 200 },
    why: 'She has spared one in a million for just this coin. She pays as if she had not, until the data have made up for a million, twenty bits; then she is done.',
  },
  {
    id: 'every-bias',
    title: 'Spared for all',
    values: { game: 'strange', spare: '1e-3', spread: 'all', tosses: 200 },
    why: 'She does not know which coin might come, and spares one in a thousand for every bias alike. That costs ten bits, and in the long run half a bit more with each doubling of the tosses, for learning the bias.',
  },
  {
    id: 'toss-up',
    title: 'Between the two',
    values: { game: 'strange', bias: 0.55, tosses: 200 },
    why: 'Heads 0.55 is about as far from one coin as from the other. After 200 tosses she gives 0.94 to one of them, on average, all the same. Which one is chance, for so few tosses; in the long run it is 0.4.',
  },
  {
    id: 'nearly-fair',
    title: 'Thought nearly fair',
    values: { game: 'any', tosses: 200 },
    why: 'Every bias is as likely as any other, and she believes that coins are nearly fair. She has something everywhere, so the bound is finite; but very little where most coins are, so it is high.',
  },
];
