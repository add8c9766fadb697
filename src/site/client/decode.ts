/** Control characters but white space, which texts seldom have. */
const controls = /(?!\s)\p{Cc}/gu;
/** Whether that is no text: of its beginning more than three characters and more than one in fifty are such ones. */
export function isBinary(text: string): boolean {
  const begin = text.slice(0, 20_000);
  return (begin.match(controls)?.length ?? 0) > Math.max(3, begin.length / 50);
}

/** The text of a file: UTF-8, or UTF-16 where its first bytes say so, or else what most old Windows programs write. */
export function decode(bytes: ArrayBuffer): { readonly text: string; readonly note?: string } {
  const [a, b] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes) };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      note: 'The file is not UTF-8; it was read as Windows-1252, and signs beyond ASCII may be wrong.',
    };
  }
}
