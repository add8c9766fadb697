import type { Law } from '#contract/spec.ts';
import type { Packing } from './model.ts';
import { header, type Asked } from './parameters.ts';
import { breakEven, weightBytes } from './rates.ts';

export const laws: readonly Law<Packing, Asked>[] = [
  {
    name: 'the file is at most a header longer than the text',
    tolerance: 0,
    gap: ({ file, bytes }) => (file ? file.bytes - bytes - header : 0),
  },
  {
    name: 'the file of the mixture is as long as its probabilities say, up to the header',
    tolerance: 0,
    gap: ({ file, bits }) =>
      file?.method === 'network' && bits.mixture !== null ? 8 * (file.bytes - header) - bits.mixture : 0,
  },
  {
    name: 'the mixture loses against the network alone at most what its members and its sharing allow',
    tolerance: 0,
    // ln 9 and, at each of n steps, −ln(1 − share + share/9) with share no less than 1/2000: at most 2 log₂ n + n/1000 bits.
    gap: ({ bits, bytes, done }) =>
      bits.mixture === null || bits.network === null || done < bytes
        ? 0
        : bits.mixture - bits.network - (8 + 2 * Math.log2(2 * bytes + 2) + bytes / 400),
  },
  {
    name: 'at break-even the weights and all files are no longer than those of gzip, and one text before they are',
    tolerance: 0,
    gap: ({ file, bits }) => {
      if (!file || bits.gzip === null) return 0;
      const gzip = bits.gzip / 8;
      const from = breakEven(file.bytes, gzip);
      if (from === Infinity) return file.bytes < gzip ? 1 : 0;
      const with_ = (texts: number) => weightBytes + texts * (file.bytes - gzip);
      return Math.max(with_(from), -with_(from - 1));
    },
  },
];
