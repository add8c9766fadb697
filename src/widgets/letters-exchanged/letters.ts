import { unreadIn } from '#kit/reading/unreadIn.ts';
import { toldPlaces } from '#sim/told-places.ts';

/* The letters of the networks: a line break is token 0, the printable characters of ASCII are 1 to 95 (`train/characters.py`). */

const plain: Readonly<Record<string, string>> = {
  ...{ '‘': "'", '’': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
  ...{ '–': '-', '—': '--', '…': '...', '\t': ' ', '\u00a0': ' ', '\u202f': ' ' },
  ...{ ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O' },
};

const idOf = (letter: string) => (letter === '\n' ? 0 : letter.charCodeAt(0) - 31);
export const letterOf = (id: number) => (id === 0 ? '\n' : String.fromCharCode(31 + id));

const lettersOf = (text: string) =>
  Array.from(text.normalize('NFD'), (one) => plain[one] ?? one)
    .join('')
    .replace(/[^\n -~]/g, '');

/** What the networks read of a text: its first letters after a line break, without accents. What they have no letter for is left out. */
export const windowOf = (text: string) => `\n${lettersOf(text.replace(/\r\n?/g, '\n'))}`.slice(0, toldPlaces);

/** What of a text they do not read as it stands, in a sentence. */
export const unread = (text: string) => unreadIn(text, lettersOf);

export const idsOf = (window: string) => Uint16Array.from(window, idOf);

/** The place of the later one of the pair. */
const endOf = (window: string, back: number) => window.length - 1 - back;

export const exchanged = (window: string, back: number): string => {
  const at = endOf(window, back);
  return window.slice(0, at - 1) + window[at] + window[at - 1] + window.slice(at + 1);
};

/** The two letters of the pair, in the order of the text; and whether they are the same, so that to exchange them changes nothing. */
export const pairOf = (window: string, back: number) => window.slice(endOf(window, back) - 1, endOf(window, back) + 1);
export const areAlike = (window: string, back: number) => {
  const pair = pairOf(window, back);
  return pair[0] === pair[1];
};

/** Pairs that there are to exchange: none of them has the last letter in it. */
export const pairsIn = (window: string) => Math.max(0, window.length - 2);

/** As a letter is written where it stands alone. */
export const shown = (letters: string) => letters.replaceAll('\n', '↵').replaceAll(' ', '␣');
