import { describe, expect, it } from 'vitest';
import { weightsFile } from '../../fixtures/model.ts';
import { parseWeights } from './weights.ts';

/** The file with one byte changed, counted from the front or (negative) from the back. */
function damaged(at: number): ArrayBuffer {
  const bytes = new Uint8Array(weightsFile('tiny'));
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  return bytes.buffer;
}

describe('the weights file', () => {
  it('carries configuration, card, merges and tensors', () => {
    const { config, card, merges, tensor } = parseWeights(weightsFile('reader'));
    expect(config).toEqual({ vocabulary: 1024, context: 256, width: 176, layers: 4, heads: 4 });
    expect(card).toMatchObject({ name: 'reader', parameters: 1713712, vocabulary: 1024, context: 256 });
    expect(merges).toHaveLength(2 * 768);
    expect([...merges.slice(0, 4)]).toEqual([0xe2, 0x80, 256, 0x9c]);
    expect(tensor('blocks.3.down.weight', [176, 704])).toHaveLength(176 * 704);
  });

  it('is at most two million bytes, for at most 1.6 bits per character of the validation split', () => {
    expect(weightsFile('reader').byteLength).toBeLessThanOrEqual(2_000_000);
    const { validationBitsPerCharacter } = parseWeights(weightsFile('reader')).card;
    expect(validationBitsPerCharacter).toBeGreaterThan(1);
    expect(validationBitsPerCharacter).toBeLessThanOrEqual(1.6);
  });

  it('holds as many weights as its card says', () => {
    const { config, card, tensor } = parseWeights(weightsFile('reader'));
    const { vocabulary, context, width: d, layers } = config;
    let count = 0;
    const add = (name: string, shape: number[]) => (count += tensor(name, shape).length);
    add('token', [vocabulary, d]);
    add('position', [context, d]);
    add('norm.gain', [d]);
    for (let l = 0; l < layers; l++) {
      for (const norm of ['norm1', 'norm2']) add(`blocks.${l}.${norm}.gain`, [d]);
      add(`blocks.${l}.qkv.weight`, [3 * d, d]);
      add(`blocks.${l}.out.weight`, [d, d]);
      add(`blocks.${l}.up.weight`, [4 * d, d]);
      add(`blocks.${l}.down.weight`, [d, 4 * d]);
    }
    expect(count).toBe(card.parameters);
  });

  const whole = weightsFile('tiny');
  it.each([
    ['nothing at all', new ArrayBuffer(0), 'does not begin with BPT1'],
    ['a page of a server', new TextEncoder().encode('<!doctype html>').buffer, 'does not begin with BPT1'],
    ['a file that ends after the magic word', whole.slice(0, 6), 'ends within its header, after 6 bytes'],
    ['a file that ends in the header', whole.slice(0, 100), 'ends within its header, after 100 bytes'],
    ['a header that is no JSON', damaged(8), 'its header cannot be read'],
    ['a truncated file', whole.slice(0, -1000), 'incomplete'],
    ['a changed weight', damaged(-1), 'do not match its checksum'],
  ])('%s is refused with a sentence', (_, file, sentence) => {
    expect(() => parseWeights(file)).toThrow(sentence);
  });

  it('refuses a tensor that it does not have', () => {
    const { tensor } = parseWeights(whole);
    expect(() => tensor('token', [301, 16])).toThrow('no tensor token of shape 301 × 16');
    expect(() => tensor('tokens', [300, 16])).toThrow('no tensor tokens');
  });
});
