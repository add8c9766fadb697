/*
 * A gray picture as a PNG file in a data address, without a canvas: the server has none. Its rows stand in one uncompressed block, of
 * which there can be 65,535 bytes. PNG, ISO/IEC 15948; zlib, RFC 1950; deflate, RFC 1951.
 */

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let k = 0; k < 8; k++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

const crc = (bytes: readonly number[]) =>
  ~bytes.reduce((rest, byte) => remainders[(rest ^ byte) & 255] ^ (rest >>> 8), 0xffffffff) >>> 0;

function adler(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) [a, b] = [(a + byte) % 65521, (b + a + byte) % 65521];
  return (b * 65536 + a) >>> 0;
}

const word = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

function chunk(kind: string, content: readonly number[]): number[] {
  const body = [...[...kind].map((letter) => letter.charCodeAt(0)), ...content];
  return [...word(content.length), ...body, ...word(crc(body))];
}

/** The address of a square picture with these gray levels, which are rounded to multiples of `grain` and cut at 0 and 255. */
export function addressOf(grays: ArrayLike<number>, side: number, grain = 1): string {
  const rows: number[] = [];
  let before = 0;
  for (let i = 0; i < side * side; i++) {
    // Each row tells differences from pixel to pixel, filter 1: they are told in fewer bytes when the page is compressed.
    if (i % side === 0) [before, rows[rows.length]] = [0, 1];
    const gray = Math.max(0, Math.min(255, grain * Math.round(grays[i] / grain)));
    rows.push((gray - before) & 255);
    before = gray;
  }
  const [low, high] = [rows.length & 255, rows.length >>> 8];
  const stream = [0x78, 0x01, 1, low, high, ~low & 255, ~high & 255, ...rows, ...word(adler(rows))];
  const file = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    // Eight bits a pixel, gray.
    ...chunk('IHDR', [...word(side), ...word(side), 8, 0, 0, 0, 0]),
    ...chunk('IDAT', stream),
    ...chunk('IEND', []),
  ];
  let text = '';
  for (const byte of file) text += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(text)}`;
}
