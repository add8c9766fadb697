import { law } from '#contract/law.ts';
import { choice, integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const letters = [...'ABCDEF'];
export const longest = 8;
/** Most blocks of one length that are coded. */
const mostBlocks = 4096;
const mostSymbols = 12;

/** How many symbols may share a word, for an alphabet of this size. */
export const longestBlock = (size: number) => Math.floor(Math.log(mostBlocks) / Math.log(size) + 1e-9);

const isWords = (raw: string) => raw.split(',').length <= letters.length && /^[01,]*$/.test(raw) && raw.split(',').every((word) => word.length <= longest); // prettier-ignore
const usual = '00,01,10,110,111';

export const params = {
  p: law({ label: 'How often', default: [0.4, 0.3, 0.15, 0.1, 0.05], names: letters, control: 'view' }),
  /** One for each symbol, as far as it has one. */
  words: {
    ...text({ label: 'The words', default: usual, maximumLength: 60, control: 'view' as const }),
    parse: (raw: string) =>
      isWords(raw)
        ? { value: raw }
        : {
            value: usual,
            problem: `The words: at most ${letters.length} rows of at most ${longest} digits 0 and 1, with commas between; ${usual} is used.`,
          },
    sample: (next: () => number) =>
      Array.from({ length: 2 + Math.floor(next() * 5) }, () => Array.from({ length: Math.floor(next() * 5) }, () => (next() < 0.5 ? '0' : '1')).join('')).join(','), // prettier-ignore
  },
  chosen: integer({ label: 'The symbol that gets the next word', default: 0, min: 0, max: letters.length - 1, control: 'view' }), // prettier-ignore
  seen: choice<'symbols' | 'blocks'>({
    label: 'A word for',
    default: 'symbols',
    options: [
      { value: 'symbols', label: 'each symbol' },
      { value: 'blocks', label: 'a block of symbols' },
    ],
    control: 'view',
  }),
  block: integer({ label: 'k, symbols in a block', default: 1, min: 1, max: mostSymbols, control: 'view' }),
};

export type Asked = Values<typeof params>;

/** The words of these symbols: the empty one for a symbol that has none yet. */
export const wordsOf = ({ words, p }: Pick<Asked, 'words' | 'p'>): string[] => {
  const written = words.split(',');
  return p.map((_, i) => written[i] ?? '');
};
