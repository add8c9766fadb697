const isVowel = (character: string) => /^[aeiouy]/.test(character.normalize('NFD'));
const isLetter = (character: string) => /\p{L}|\p{M}/u.test(character);

export const kinds = ['spaces', 'first letters', 'vowels', 'consonants', 'digits', 'signs'] as const;

/** What kind of character comes after which: the first letter of a word is a kind of its own. */
export function kindOf(character: string, before: string): (typeof kinds)[number] {
  if (/\s/u.test(character)) return 'spaces';
  if (/\p{N}/u.test(character)) return 'digits';
  if (!isLetter(character)) return 'signs';
  if (!isLetter(before) && !/['’]/.test(before)) return 'first letters';
  return isVowel(character.toLowerCase()) ? 'vowels' : 'consonants';
}
