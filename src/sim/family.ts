import { assertText } from '#theory/numerics/assert.ts';

/**
 * The five networks of one recipe that the pages compare, from docs/model-cards/family.md, the smallest first. Their files hold the
 * finished networks; what the sizes of the files are is tested against the files.
 */
export interface FamilyMember {
  /** Of its file: `trainer.checkpoint(file, 0)` is the network. */
  readonly file: string;
  readonly width: number;
  readonly layers: number;
  readonly parameters: number;
  /** To be loaded. */
  readonly bytes: number;
  /** Cross-entropy on the validation text, bits per character: docs/model-cards/family.json. */
  readonly validation: number;
}

export const FAMILY: readonly FamilyMember[] = [
  { file: 'family-10k', width: 16, layers: 2, parameters: 9_808, bytes: 14_028, validation: 2.738 },
  { file: 'family-32k', width: 32, layers: 2, parameters: 31_904, bytes: 37_532, validation: 2.364 },
  { file: 'family-113k', width: 64, layers: 2, parameters: 112_960, bytes: 121_384, validation: 2.056 },
  { file: 'family-354k', width: 96, layers: 3, parameters: 353_952, bytes: 369_748, validation: 1.903 },
  { file: 'family-1m', width: 128, layers: 5, parameters: 1_013_120, bytes: 1_044_936, validation: 1.8 },
];

/** Characters that they know. */
export const FAMILY_VOCABULARY = 96;
/** A window of any of them. */
export const FAMILY_CONTEXT = 128;

/** Token 0 is the line break, tokens 1 to 95 are the printable characters of ASCII: train/characters.py. */
const FIRST_PRINTABLE = 32;
const LAST_PRINTABLE = 126;

/** Whether the networks know a character; what they do not know is left out. */
const tokenOf = (character: string): number | undefined => {
  const code = character.codePointAt(0)!;
  if (character === '\n') return 0;
  return code >= FIRST_PRINTABLE && code <= LAST_PRINTABLE ? code - FIRST_PRINTABLE + 1 : undefined;
};

/** The tokens of a text; characters that the family does not know are left out. */
export function familyTokens(text: string): Uint16Array {
  assertText(text, 'text');
  return Uint16Array.from([...text].flatMap((character) => tokenOf(character) ?? []));
}
