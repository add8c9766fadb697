/** The five networks of `train/positions.py`, and what the book calls them. */
export const toldNetworks = ['learned', 'sinusoidal', 'rotary', 'none', 'none-one-layer'] as const;
export type ToldNetwork = (typeof toldNetworks)[number];

export const toldNames: Readonly<Record<ToldNetwork, string>> = {
  learned: 'learned',
  sinusoidal: 'waves',
  rotary: 'rotary',
  none: 'none',
  'none-one-layer': 'none, one layer',
};

/** Tokens that each can look at. */
export const toldPlaces = 128;
