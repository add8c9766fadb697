import { choice, integer, number, seed, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Most tokens that are drawn, and most letters of a text of the reader’s that are read. */
export const mostDrawn = 100;
export const mostLetters = 400;
/** Most sources of a case. */
export const mostSources = 5;

/** From the last chapter of Pride and Prejudice, which neither model of Austen has seen: they had all but the last twentieth. */
export const ofAusten =
  'Happy for all her maternal feelings was the day on which Mrs. Bennet got rid of her two most deserving daughters.';
/** From the epilogue of Moby-Dick, which those of Melville have not seen either. */
export const ofMelville =
  'The drama’s done. Why then here does any one step forth? Because one did survive the wreck. It so chanced, that after the Parsee’s disappearance, I was he whom the Fates ordained to take the place of Ahab’s bowsman.';

export const params = {
  sources: choice({
    label: 'Which sources there may be',
    default: 'two',
    options: [
      { value: 'two', label: 'two coins' },
      { value: 'five', label: 'five coins' },
      { value: 'dice', label: 'three dice' },
      { value: 'styles', label: 'two styles' },
      { value: 'authors', label: 'two tiny authors, on your text' },
    ],
  }),
  models: choice({
    label: 'The authors are',
    default: 'networks',
    options: [
      { value: 'networks', label: 'small networks' },
      { value: 'chains', label: 'letter chains' },
    ],
    control: 'view',
  }),
  truth: choice({
    label: 'What draws the tokens',
    default: '1',
    options: [
      ...Array.from({ length: mostSources }, (_, j) => ({ value: String(j + 1), label: `source ${j + 1}` })),
      { value: 'none', label: 'another one' },
    ],
    control: 'view',
  }),
  heads: number({
    label: 'The other coin: chance of heads',
    default: 0.5,
    min: 0.02,
    max: 0.98,
    step: 0.01,
    control: 'view',
  }),
  read: integer({ label: 'Tokens read so far', default: 40, min: 0, max: mostLetters, control: 'view' }),
  lead: number({
    label: 'Head start of the first source, in bits',
    default: 0,
    min: -10,
    max: 10,
    step: 0.5,
    control: 'view',
  }),
  sorted: toggle({ label: 'Put what was drawn in order', default: false, control: 'view' }),
  odds: integer({
    label: 'Misled: the evidence for the other coin reaches so much to 1',
    default: 20,
    min: 2,
    max: 1000,
    scale: 'log',
    control: 'view',
  }),
  seed: { ...seed({ default: 47 }), control: 'view' as const },
  text: text({
    label: 'A text of yours',
    default: ofAusten,
    maximumLength: mostLetters,
    control: 'view',
    transient: true,
  }),
};

export type Asked = Values<typeof params>;
