/** Bytes of public/weights/reader.bin; a test holds it to the file. */
export const weightBytes = 1_754_816;

/** Nats per character of so many bits, for a text of so many characters. */
export const rate = (bits: number, characters: number): number => (bits * Math.LN2) / characters;

/** Bits that one text bears of the weights if so many texts share them. */
export const shareOfWeights = (texts: number): number => (8 * weightBytes) / texts;

/** The least number of such texts for which files of `own` bytes, with the weights, are together no longer than files of `other` bytes. */
export const breakEven = (own: number, other: number): number =>
  own < other ? Math.ceil(weightBytes / (other - own)) : Infinity;
