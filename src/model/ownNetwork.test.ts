import { describe, expect, it } from 'vitest';
import { readNetwork, writeNetwork } from './ownNetwork.ts';
import { initialize } from './parameters.ts';
import { predict } from './predict.ts';

const config = { vocabulary: 8, context: 16, width: 16, layers: 1, heads: 2 };
const own = { name: 'mine', network: initialize(config, 3), symbols: [' ', 'a', 'é', '🦉', 's', 't', '', ''] };
const file = () => writeNetwork(own);

const changed = (change: (bytes: Uint8Array) => Uint8Array | void) => {
  const bytes = new Uint8Array(file());
  const other = change(bytes) ?? bytes;
  return other.slice().buffer;
};
/** The file with another header, whose checksum is left as it is. */
const headed = (change: (header: Record<string, unknown>) => void) => {
  const bytes = new Uint8Array(file());
  const length = new DataView(bytes.buffer).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<string, unknown>;
  change(header);
  let text = JSON.stringify(header);
  while (new TextEncoder().encode(text).length % 4) text += ' ';
  const written = new TextEncoder().encode(text);
  const out = new Uint8Array(8 + written.length + bytes.length - 8 - length);
  out.set(bytes.subarray(0, 4));
  new DataView(out.buffer).setUint32(4, written.length, true);
  out.set(written, 8);
  out.set(bytes.subarray(8 + length), 8 + written.length);
  return out.buffer;
};

describe('the file of a network', () => {
  it('is read as it was written, bit for bit', () => {
    const back = readNetwork(file());
    expect(back).toEqual(own);
    const sequence = Uint16Array.of(1, 2, 3, 0);
    expect(predict(back.network, sequence)).toEqual(predict(own.network, sequence));
  });

  it.each<[string, ArrayBuffer, RegExp]>([
    ['nothing', new ArrayBuffer(0), /not a weights file/],
    ['a picture', new TextEncoder().encode('\x89PNG 1234567890').buffer, /not a weights file/],
    ['cut in its header', changed((bytes) => bytes.subarray(0, 40)), /incomplete/],
    ['cut in its numbers', changed((bytes) => bytes.subarray(0, bytes.length - 5)), /incomplete/],
    ['with one bit flipped', changed((bytes) => void (bytes[bytes.length - 9] ^= 4)), /checksum/],
    ['with a header that is no JSON', changed((bytes) => void bytes.fill(0x7b, 8, 20)), /header cannot be read/],
    [
      'of sizes that cannot be',
      headed((header) => (header.config = { ...config, width: 18 })),
      /not that of a network/,
    ],
    ['of other sizes', headed((header) => (header.config = { ...config, width: 32 })), /holds no tensor/],
    ['without sizes', headed((header) => delete header.config), /not that of a network/],
    ['without a list of tensors', headed((header) => delete header.tensors), /not that of a network/],
    ['without symbols', headed((header) => delete header.characters), /does not say what its tokens/],
    ['with too few symbols', headed((header) => (header.characters = ['a'])), /does not say what its tokens/],
    ['that is no trail', headed((header) => delete header.checkpoints), /no trail/],
  ])('is refused with a sentence if it is %s', (_, bytes, message) => {
    expect(() => readNetwork(bytes)).toThrow(message);
    expect(() => readNetwork(bytes)).not.toThrow(RangeError);
  });

  it('is refused with numbers that are none', () => {
    const values = own.network.values.slice();
    values[7] = NaN;
    expect(() => readNetwork(writeNetwork({ ...own, network: { config, values } }))).toThrow(/numbers that are none/);
  });

  it('is not written of a network that does not fit', () => {
    expect(() => writeNetwork({ ...own, symbols: ['a'] })).toThrow(RangeError);
    expect(() => writeNetwork({ ...own, network: { config, values: new Float32Array(5) } })).toThrow(RangeError);
  });
});
