import type { Asked } from './parameters.ts';

/** Characters of a token that earn all that length can earn. */
export const fullLength = 6;
/** Of the tree: the continuations whose every outcome is looked at have so many tokens. */
export const treeLength = 2;

/** One case, and one kind of apostrophe. */
const folded = (text: string) => text.toLowerCase().replaceAll('’', "'");
const wordsIn = (text: string) => folded(text).match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];

/** What is looked for: words of letters and digits, or characters, which blanks and commas part. */
const soughtIn = ({ reward, words, letters }: Asked): readonly string[] =>
  reward === 'length'
    ? []
    : [...new Set(reward === 'words' ? wordsIn(words) : folded(letters).replaceAll(/[\s,]/gu, ''))];

/** What a text of so many tokens is worth to the reader, from 0 to 1; a word counts as soon as its letters stand alone, whatever might have followed. */
export function rewarder(asked: Asked): (text: string, tokens: number) => number {
  const { reward } = asked;
  if (reward === 'length') return (text, tokens) => Math.min(1, [...text].length / (fullLength * tokens));
  const sought = new Set(soughtIn(asked));
  if (reward === 'words') return (text) => Number(wordsIn(text).some((word) => sought.has(word)));
  return (text) => Number(![...folded(text)].some((character) => sought.has(character)));
}

/** Whether it is 0 or 1, whatever is written. */
export const isBinary = ({ reward }: Asked) => reward !== 'length';

/** What the reward is given for. */
export function sayReward(asked: Asked): string {
  const { reward } = asked;
  if (reward === 'length') return `length, 1 for ${String(fullLength)} characters a token,`;
  const sought = soughtIn(asked);
  const named = `“${sought.join(reward === 'words' ? ', ' : '')}”`;
  if (reward === 'words') return sought.length > 0 ? `one of the words ${named}` : 'no word at all';
  return sought.length > 0 ? `none of the characters ${named}` : 'whatever is written';
}

/** How it is given, where that is not plain. */
export function rulesOf(asked: Asked): string | undefined {
  const { reward, words } = asked;
  if (reward === 'length')
    return `A text earns its share of ${String(fullLength)} characters for each token, and at most 1.`;
  const sought = soughtIn(asked);
  if (reward === 'without')
    return sought.length > 0 ? undefined : 'Nothing is to be avoided, so whatever is written earns 1.';
  if (sought.length === 0) return 'There is no word of letters or digits here, so nothing is rewarded.';
  const asTyped = folded(words)
    .split(/[\s,]+/u)
    .filter((word) => word !== '');
  const looked = asTyped.every((word) => sought.includes(word)) ? '' : `Looked for: ${sought.join(', ')}. `;
  return `${looked}A word counts as soon as its letters stand alone in what is newly written, whatever may follow.`;
}
