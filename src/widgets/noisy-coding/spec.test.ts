import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { defaultValues } from '#contract/values.ts';
import { sayIn } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { uniforms } from '#sim/random.ts';
import { ParityEncoder } from '#theory/codes/parity-encoder.ts';
import { pictureAddress } from './bmp.ts';
import { dithered } from './dither.ts';
import { owl, pictureOf, pixels, side, written } from './drawing.ts';
import { decoding, graphOf, likelier, noisy } from './line.ts';
import { compute, hammingPoint, randomPoint, repetitionPoint, type Noisy } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { hammingWord, wrongAt } from './send.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const whole = (values: Asked) => wholeModel(spec, values) as Noisy;
const read = (model: Noisy, values: Asked, id: keyof typeof spec.readouts) => spec.readouts[id].of(model, values);

describe('noisy-coding', () => {
  const values = valuesOf();
  const model = whole(values);

  it('has the points of the reference', () => {
    close(repetitionPoint(3, 0.1).bit, 0.028, 1e-12);
    close(hammingPoint(3, 0.1).block, 0.1496944, 1e-7);
    // Two messages through a useless line: half of the bits, whatever the code.
    close(randomPoint(20, 0.05, 0.5).bit, 0.5, 1e-12);
  });

  it('shows in its default state what the page says of it', () => {
    const count = (id: keyof typeof spec.readouts) => read(model, values, id);
    expect([count('wrongRepetition'), count('wrongLdpc'), count('slowest') < 30]).toEqual([35, 0, true]);
    expect(spec.describe(model, values, sayIn('bits'))).toContain('0 with the LDPC code');
  });

  it('says a flip rate with the digits that it has', () => {
    const said = [0.005, 0.045, 0.055, 0.06].map((flip) => {
      const asked = valuesOf({ flip });
      return /flips (.*) of the bits/.exec(spec.describe(compute(asked), asked, sayIn('bits')))![1];
    });
    expect(said).toEqual(['0.5 percent', '4.5 percent', '5.5 percent', '6 percent']);
  });

  it('sends as many wrong pixels as expected, within four standard deviations', () => {
    const { received, repetition, hamming } = model.sent!;
    const near = (count: number, share: number, spread = 1) =>
      expect(Math.abs(count - share * pixels)).toBeLessThan(4 * Math.sqrt(spread * share * pixels));
    near(received.length, 0.05);
    near(repetition.length, repetitionPoint(3, 0.05).bit);
    // A wrong block of the Hamming code has several wrong bits together.
    near(hamming.length, hammingPoint(3, 0.05).bit, 4);
    expect(wrongAt(model.sent!, 0).length).toBeGreaterThan(100);
  });

  it('sends nothing anew to look at another step or at blocks', () => {
    const again = whole({ ...values, steps: 3, count: 'block' });
    expect([again.sent === model.sent, again.measured === model.measured]).toEqual([true, true]);
    const own = whole({ ...values, picture: written(owl.map((bit) => 1 - bit)) });
    expect([own.sent === model.sent, own.measured === model.measured]).toEqual([false, true]);
  });

  it('decodes a word as it decodes zeros with the same flips', () => {
    const graph = graphOf({ length: '120', seed: 3 }, '0.5');
    const encoder = new ParityEncoder(graph);
    const word = encoder.encode(encoder.messagePlaces.map((place) => place % 2));
    const flips = noisy(new Array<number>(120).fill(0), 0.06, uniforms(9));
    const last = (sent: readonly number[]) => {
      const looks = [...decoding(graph, sent.map((bit, i) => bit ^ flips[i]), 0.06)]; // prettier-ignore
      return Array.from(looks[looks.length - 1], likelier).map((bit, i) => bit ^ sent[i]);
    };
    expect(last(word)).toEqual(last(new Array<number>(120).fill(0)));
  });

  it('writes Hamming’s words with even circles', () => {
    for (let message = 0; message < 16; message++) {
      const word = hammingWord([8, 4, 2, 1].map((place) => (message & place ? 1 : 0)));
      for (const circle of [[1, 3, 5, 7], [2, 3, 6, 7], [4, 5, 6, 7]])
        expect(circle.filter((place) => word[place - 1] === 1).length % 2).toBe(0);
    } // prettier-ignore
  });

  it('keeps a picture through writing and reading, and takes the owl for anything else', () => {
    expect(pictureOf(written(owl))).toEqual(owl);
    const other = owl.map((bit, i) => (i % 3 === 0 ? 1 - bit : bit));
    expect(pictureOf(written(other))).toEqual(other);
    for (const junk of ['', 'x', 'z'.repeat(1024), 'f'.repeat(1023)]) expect(pictureOf(junk)).toBe(owl);
  });

  it('dithers a gray so that as many dots are ink as it is dark, and keeps black and white', () => {
    const gray = dithered(Array.from({ length: pixels }, (_, i) => (i % side) / (side - 1)));
    const half = (from: number, to: number) => gray.filter((_, i) => i % side >= from && i % side < to);
    const share = (bits: readonly number[]) => bits.filter((bit) => bit === 1).length / bits.length;
    expect(Math.abs(share(half(8, 24)) - 0.75)).toBeLessThan(0.03);
    expect(Math.abs(share(half(40, 56)) - 0.25)).toBeLessThan(0.03);
    expect(dithered(owl.map((bit) => 1 - bit))).toEqual(owl);
    expect(new Set(dithered(new Array<number>(pixels).fill(1)))).toEqual(new Set([0]));
  });

  it('writes a bitmap of the right length, with the wrong pixel in the color of wrong ink', () => {
    const address = pictureAddress(owl, [0]);
    const bytes = Buffer.from(address.slice('data:image/bmp;base64,'.length), 'base64');
    expect([bytes.toString('latin1', 0, 2), bytes.readUInt32LE(2), bytes.readInt32LE(18)]).toEqual(['BM', bytes.length, side]); // prettier-ignore
    // The first row is the last that is written; its first pixel is paper, received as ink.
    expect(bytes[bytes.length - side / 2] >> 4).toBe(3 - owl[0]);
    expect(bytes[bytes.length - side / 2] & 15).toBe(owl[1]);
  });
});
