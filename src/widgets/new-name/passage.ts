/** Where the name stands. */
const place = '@';

const passage =
  '"Good morning, @," said the old man, and he shut the door. It was cold outside, and @ had walked the whole way from the ' +
  'village. There was a fire in the room. The dog looked up at @ and went to sleep again. "I had thought that you would come ' +
  'sooner," said the old man. "The letter came on Monday." "There was no letter," said @. They sat for some time without a ' +
  'word, until the old man got up and took @ by the arm.';

/** The passage without its names: the first part stands before the first name, the last one after the last. */
export const parts = passage.split(place);
export const mentions = parts.length - 1;

/** The passage up to and with the last of these names. Each stands after a space. */
export const passageUpTo = (names: readonly string[]): string => names.map((name, i) => parts[i] + name).join('');

/** The whole passage with one name throughout. */
export const passageWith = (name: string): string => parts.join(name);

/** Found by trying syllables, and in none of the books that the network learned from. */
export const madeUp: readonly string[] =
  'Quibbery Zanthe Morrowick Jixby Wexley Brimble Thaddock Fenwith Marlok Corvane Tolmery Ravensby Oskeld Pellowin Dunmarrow Kettlin'.split(
    ' ',
  );

/** Two characters of each of the eight novels and collections that the network read most. */
const pairs =
  'Holmes Watson, Mina Harker, Mowgli Bagheera, Ahab Queequeg, Wendy Hook, Dorian Basil, Elizabeth Darcy, Lorry Defarge'
    .split(', ')
    .map((pair) => pair.split(' '));
export const ofItsNovels: readonly string[] = pairs.flat();
export const novels = pairs.length;

/** The pair that a name belongs to; any other name is by itself. */
export const pairOf = (name: string): readonly string[] => pairs.find((pair) => pair.includes(name)) ?? [name];

/** The other one of the same novel; undefined for any other name. */
export const companionOf = (name: string): string | undefined => pairOf(name).find((other) => other !== name);

/** The one at the same place of the next novel, after the last of the first: each name of a novel is the stranger of one other. */
export function strangerOf(name: string): string | undefined {
  const at = ofItsNovels.indexOf(name);
  return at < 0 ? undefined : ofItsNovels[(at + pairOf(name).length) % ofItsNovels.length];
}

/** Made up as well, for the earlier mentions of the comparison: one more than are needed, should the reader choose one of them. */
const others = ['Grenfold', 'Yorrel', 'Humbrick', 'Elspar', 'Lisko'];

/** Names for the mentions before the last, none of them this one. */
export const othersThan = (name: string): readonly string[] =>
  others.filter((other) => other.toLowerCase() !== name.toLowerCase()).slice(0, mentions - 1);

/** One word of letters, with apostrophes and hyphens within. */
const word = String.raw`[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*`;
const oneWord = new RegExp(`^${word}$`, 'u');
const wordsAndMarks = new RegExp(String.raw`${word}|[^\s\p{L}\p{M}]+`, 'gu');

const longestName = 16;

/** The name that is shown for what the reader wrote, and a sentence if that is another. */
export function legalName(written: string): { readonly name: string; readonly problem?: string } {
  const name = written.trim();
  if (name.length >= 2 && name.length <= longestName && oneWord.test(name)) return { name };
  return {
    name: madeUp[0],
    problem: `Write one word of 2 to ${longestName} letters. Until then it is “${madeUp[0]}”.`,
  };
}

/** A word or a run of other signs, text.slice(start, end). */
interface Unit {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export const unitsOf = (text: string): Unit[] =>
  Array.from(text.matchAll(wordsAndMarks), ({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
