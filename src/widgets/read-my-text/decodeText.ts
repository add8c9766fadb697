import { count } from '#contract/say.ts';

/** A file's bytes as text, with sentences on what had to be assumed or was changed; or why it is none. */
export type Decoded = { readonly text: string; readonly notes: readonly string[] } | { readonly refused: string };

/** Bytes that no text has: control characters other than tab, line feed, form feed, carriage return and escape. */
const isBinary = (byte: number) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;

/** A text may hold a control character here and there, even a zero; where one in so few bytes is one, it is no text. */
const bytesPerControl = { utf8: 10, other: 1000 };

/** Without a mark, every second byte of a text of mostly Latin letters in UTF-16 is a zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.forEach((byte, i) => byte === 0 && zeros[i % 2]++);
  const enough = bytes.length >= 8 ? bytes.length * 0.35 : Infinity;
  if (zeros[1] >= enough && zeros[0] * 50 <= zeros[1]) return 'utf-16le';
  return zeros[0] >= enough && zeros[1] * 50 <= zeros[0] ? 'utf-16be' : undefined;
}

/** UTF-8 if it is; UTF-16 if it says so or looks like it; else Windows-1252, which every byte is legal in, if it looks like text at all. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return textWith(new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes), 'It is written in UTF-16.');
  const controls = bytes.reduce((count, byte) => count + (isBinary(byte) ? 1 : 0), 0);
  const refused = 'it holds bytes that no text has: a picture, a program or a document of an office program';
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(withoutBrokenEnd(bytes));
    return controls * bytesPerControl.utf8 > bytes.length ? { refused } : textWith(text);
  } catch {
    if (bytes.includes(0) || controls * bytesPerControl.other > bytes.length) return { refused };
    return textWith(
      new TextDecoder('windows-1252').decode(bytes),
      'It is not UTF-8; it is read as Windows-1252 (Western European), so some letters may be wrong.',
    );
  }
}

/** A text as the box holds it: without a byte-order mark, with line feeds alone. What is changed is said. */
function textWith(decoded: string, ...notes: string[]): Decoded {
  const text = decoded.replace(/^\uFEFF/, '');
  if (text !== decoded) notes.push('Its byte-order mark is dropped.');
  const changed = text.match(/\r\n?/g)?.length ?? 0;
  if (changed > 0)
    notes.push(`${changed === 1 ? 'One line end' : `${count(changed)} line ends`} with a carriage return ${changed === 1 ? 'is' : 'are'} read as a line feed alone.`); // prettier-ignore
  return { text: text.replace(/\r\n?/g, '\n'), notes };
}

/** Where a file is cut, a last character may be cut too. */
function withoutBrokenEnd(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}
