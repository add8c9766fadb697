/** A file's bytes as text, with what had to be assumed; or why it is none. */
export type Decoded = { readonly text: string; readonly assumed?: string } | { readonly refused: string };

/** Bytes that no text has: control characters other than tab, line feed, form feed, carriage return and escape. */
const isBinary = (byte: number) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;

/** More than one control character in this many bytes, or a single zero, is no text. */
const bytesPerControl = 1000;

/** UTF-8 if it is; UTF-16 if it says so; else Windows-1252, which every byte is legal in, if it looks like text at all. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  if (utf16) return { text: lineBreaks(new TextDecoder(utf16).decode(bytes)), assumed: 'It is written in UTF-16.' };
  const controls = bytes.reduce((count, byte) => count + (isBinary(byte) ? 1 : 0), 0);
  if (bytes.includes(0) || controls * bytesPerControl > bytes.length)
    return { refused: 'it holds bytes that no text has: a picture, a program or a document of an office program' };
  try {
    return { text: lineBreaks(new TextDecoder('utf-8', { fatal: true }).decode(withoutBrokenEnd(bytes))) };
  } catch {
    return {
      text: lineBreaks(new TextDecoder('windows-1252').decode(bytes)),
      assumed: 'It is not UTF-8; it is read as Windows-1252 (Western European), so some letters may be wrong.',
    };
  }
}

const lineBreaks = (text: string) => text.replace(/\r\n?/g, '\n');

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

/** The first `most` characters (UTF-16 units), never half of a pair. */
export function firstCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
