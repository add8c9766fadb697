/**
 * Text that was written in UTF-8 and read as Mac OS Roman, put right: every character back to its byte, the bytes read as UTF-8.
 * Throws RangeError on a character that Mac OS Roman does not have, or if the bytes are not UTF-8.
 */
export function repairMacRoman(garbled: string): string {
  const characters = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = Array.from(garbled, (character) => {
    const byte = characters.indexOf(character);
    if (byte === -1) throw new RangeError(`garbled must be Mac OS Roman, got the character ${character}`);
    return byte;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    throw new RangeError(`garbled must be UTF-8 behind Mac OS Roman, got ${garbled}`);
  }
}
