/** Sentences that were written for this figure and stand nowhere else, in 27 signs: the network of this book has not read them. */
export const passages = {
  forecast: 'the forecast said rain and it was right but it had said rain on every other day of the week too',
  cake: 'she had forgotten the cake in the oven so we ate it black and laughed until the neighbors came',
  bargain: 'a short word for a common thing is a bargain and a long word for a rare thing is a fair price',
  manual: 'nobody reads the manual until the machine begins to smoke and then the page is always missing',
  train: 'if you ask my uncle when the next train leaves he will first tell you who built the station',
} as const;

export type Passage = keyof typeof passages;

export const passageIds = Object.keys(passages) as Passage[];

/** What a passage is called. */
export const titles: Readonly<Record<Passage, string>> = {
  forecast: 'The forecast',
  cake: 'The cake',
  bargain: 'The bargain',
  manual: 'The manual',
  train: 'The train',
};
