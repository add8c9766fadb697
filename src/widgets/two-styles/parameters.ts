import { integer, number, seed, type TextParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { STYLE_WORDS } from '#sim/styles.ts';

export const mostWords = 44;

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/u)
    .filter(Boolean);

/** The words of a text that no style knows. */
export const strangersIn = (text: string) => wordsIn(text).filter((word) => !STYLE_WORDS.includes(word));
export const symbolsOf = (prompt: string) => wordsIn(prompt).map((word) => STYLE_WORDS.indexOf(word));
export const textOf = (words: ArrayLike<number>) => Array.from(words, (word) => STYLE_WORDS[word] ?? '…').join(' ');

/** Words of the two styles, in small letters, with one space between them. */
const wordsParameter = (options: Pick<TextParameter, 'label' | 'help' | 'default' | 'control'>): TextParameter => ({
  kind: 'text',
  maximumLength: 600,
  ...options,
  format: (value) => value,
  parse(text) {
    const known = wordsIn(text).filter((word) => STYLE_WORDS.includes(word));
    const value = known.slice(0, mostWords).join(' ');
    const [stranger] = strangersIn(text);
    if (stranger)
      return {
        value,
        problem: `${options.label}: “${stranger.slice(0, 20)}” is a word of neither style; it is left out.`,
      };
    if (known.length > mostWords)
      return { value, problem: `${options.label}: only the first ${mostWords} of ${known.length} words are used.` };
    return { value };
  },
  sample: (next) =>
    textOf(Array.from({ length: Math.floor(next() * (mostWords + 1)) }, () => Math.floor(next() * STYLE_WORDS.length))),
});

export const params = {
  prompt: wordsParameter({
    label: 'Prompt',
    default: 'mother safe tonight stop send money stop ship late stop arriving tonight',
    control: 'view',
  }),
  rate: number({
    label: 'Somebody who expects a change of style before a word with probability',
    default: 0,
    min: 0,
    max: 0.3,
    step: 0.01,
    control: 'view',
  }),
  length: integer({ label: 'Words in each continuation', default: 12, min: 1, max: 19, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
