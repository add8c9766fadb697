import { FAMILY, FAMILY_CONTEXT, familyTokens } from '#sim/family.ts';
import type { Asked } from './parameters.ts';

/** The network that learns: the third of the family. */
export const member = FAMILY[2];
/** A window predicts so many characters, and has one more. */
export const windowLength = FAMILY_CONTEXT + 1;
export const mostWindows = 32;
const fewestWindows = 2;
/** Half of a text is learned, half of it is held out. */
export const shortestText = 2 * fewestWindows * windowLength;

/** Letters moved by half an alphabet: a text as regular as the one before, in which hardly a word is known. */
export const moved = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26));
  });

export interface Texts {
  readonly train: Uint16Array;
  readonly replay: Uint16Array;
  /** Windows of the half that is learned, of the half that is not, and of the old books. */
  readonly seen: readonly Uint16Array[];
  readonly unseen: readonly Uint16Array[];
  readonly old: readonly Uint16Array[];
}

/** Evenly spaced windows that do not overlap, at most `mostWindows`. */
export function windowsOf(tokens: Uint16Array): Uint16Array[] {
  const count = Math.min(mostWindows, Math.floor(tokens.length / windowLength));
  const step = Math.floor(tokens.length / count);
  return Array.from({ length: count }, (_, i) => tokens.subarray(i * step, i * step + windowLength));
}

/** How many windows of the half that is held out are measured. */
export function windowsHeldOut({ data, text }: Pick<Asked, 'data' | 'text'>): number {
  const { length } = data === 'own' ? familyTokens(text) : [];
  return data === 'own' ? Math.min(mostWindows, Math.floor((length - Math.floor(length / 2)) / windowLength)) : mostWindows; // prettier-ignore
}

/** Whether there are enough of them for their scatter to tell a standard error. */
export const tellsError = (asked: Pick<Asked, 'data' | 'text'>) => windowsHeldOut(asked) >= 4;

/** Written by `train/forgetting.py`. */
interface Passages {
  readonly play: string;
  /** Windows of what follows. */
  readonly playLater: readonly string[];
  /** Of each of the eight novels a stretch that the network was trained on, and four windows that it was not. */
  readonly replayed: string;
  readonly heldOut: readonly string[];
}

/** Throws RangeError, with a sentence for the reader, if the text is too short. */
export function textsOf({ data, text }: Asked, passages: string): Texts {
  const { play, playLater, replayed, heldOut } = JSON.parse(passages) as Passages;
  const rest = { replay: familyTokens(replayed), old: heldOut.map(familyTokens) };
  if (data !== 'own') {
    const written = data === 'cipher' ? moved : (same: string) => same;
    const train = familyTokens(written(play));
    const unseen = playLater.map((window) => familyTokens(written(window)));
    return { train, seen: windowsOf(train), unseen, ...rest };
  }
  const tokens = familyTokens(text);
  if (tokens.length < shortestText)
    throw new RangeError(
      `Of your text the network knows ${tokens.length === 1 ? '1 character' : `${tokens.length} characters`} (those of plain English). It needs ${shortestText}: half to learn from, half to be tested on.`,
    );
  const half = Math.floor(tokens.length / 2);
  const train = tokens.slice(0, half);
  return { train, seen: windowsOf(train), unseen: windowsOf(tokens.slice(half)), ...rest };
}
