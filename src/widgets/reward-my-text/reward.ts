import type { Asked } from './parameters.ts';

/** Characters of a token that earn all that length can earn. */
export const fullLength = 6;
/** Of the tree: the continuations whose every outcome is looked at have so many tokens. */
export const treeLength = 2;

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];

/** What a text of so many tokens is worth to the reader, from 0 to 1; a word counts as soon as its letters stand alone, whatever might have followed. */
export function rewarder({ reward, words, letters }: Asked): (text: string, tokens: number) => number {
  if (reward === 'length') return (text, tokens) => Math.min(1, [...text].length / (fullLength * tokens));
  if (reward === 'words') {
    const wanted = new Set(wordsIn(words));
    return (text) => Number(wordsIn(text).some((word) => wanted.has(word)));
  }
  const shunned = new Set(wordsIn(letters).join(''));
  return (text) => Number(![...text.toLowerCase()].some((letter) => shunned.has(letter)));
}

/** Whether it is 0 or 1, whatever is written. */
export const isBinary = ({ reward }: Asked) => reward !== 'length';

/** What the reward is given for. */
export const sayReward = ({ reward, words, letters }: Asked) =>
  reward === 'length'
    ? 'length'
    : reward === 'words'
      ? `one of the words “${words}”`
      : `none of the letters “${letters}”`;
