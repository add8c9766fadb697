import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { PlainTransformer } from '#model/plain.ts';
import { LINE_BREAK, Tokenizer } from '#sim/tokenizer.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { compute, type Squeezed } from '#widgets/rate-distortion/model.ts';
import { params, type Asked } from '#widgets/rate-distortion/parameters.ts';
import { spec } from '#widgets/rate-distortion/spec.ts';
import { modelWeights } from '../fixtures/model.ts';

/* The numbers of the page on rate and distortion that take longer, of rounded weights and of pictures, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/what-may-be-lost.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const { windows } = JSON.parse(readFileSync('fixtures/reader/windows.json', 'utf8')) as { windows: { text: string }[] };

const bits = (nats: number) => (nats / Math.LN2).toFixed(3);
const whole = (change: Partial<Asked>) => wholeModel(spec, { ...defaultValues(params), ...change }) as Squeezed;
const chosen = ({ built, chosen: at }: Squeezed) => built[at];

const shipped = modelWeights('reader');
const tokenizer = new Tokenizer(shipped.merges);
const texts = windows.map(({ text }) => [LINE_BREAK, ...tokenizer.encode(text).ids]);

/** The rows of every matrix in 2^bits − 1 even cells, from minus to plus the largest number of the row. */
function rounded(bits: number) {
  let [squares, errors] = [0, 0];
  const most = 2 ** (bits - 1) - 1;
  const tensor = (name: string, shape: readonly number[]) => {
    const values = shipped.tensor(name, shape).slice();
    if (shape.length < 2) return values;
    const width = shape[1];
    for (let row = 0; row < values.length; row += width) {
      const numbers = values.subarray(row, row + width);
      const step = Math.max(...numbers.map(Math.abs)) / most || 1;
      numbers.forEach((value, i) => {
        const near = Math.round(value / step) * step;
        squares += value * value;
        errors += (value - near) ** 2;
        numbers[i] = near;
      });
    }
    return values;
  };
  const network = new PlainTransformer({ config: shipped.config, tensor });
  return { network, off: Math.sqrt(errors / squares) };
}

/** What a token of each text costs on average, in bits. */
const costs = (network: PlainTransformer) =>
  texts.map((ids) => {
    const logits = network.extend(network.start(), ids.slice(0, -1));
    const size = network.config.vocabulary;
    const paid = ids.slice(1).map((id, row) => -logSoftmax(logits.subarray(row * size, (row + 1) * size))[id]);
    return paid.reduce((a, b) => a + b, 0) / paid.length / Math.LN2;
  });

test('the weights of the reader in fewer and fewer bits', { timeout: 240_000 }, () => {
  const before = costs(new PlainTransformer(shipped));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const rows = [8, 6, 5, 4, 3, 2].map((bits) => {
    const { network, off } = rounded(bits);
    const { mean: lost, standardError } = pairedDifference(before, costs(network));
    return `${bits} | ${(100 * off).toFixed(off < 0.1 ? 1 : 0)} % | ${lost.toFixed(3).replace('-', '−')} ± ${standardError.toFixed(3)} |`;
  });
  rows.forEach(quotes);
  quotes(
    `read ${texts.reduce((count, { length }) => count + length - 1, 0).toLocaleString('en')} tokens from sixteen passages`,
  );
  quotes(`With the weights as they are shipped a token costs ${mean(before).toFixed(2)} bits.`);
  expect(texts).toHaveLength(16);
});

test('the picture', () => {
  const sixteen = chosen(whole({ step: 16 }));
  quotes(`the coder needs ${bits(sixteen.rate)} bits where the curve says ${bits(sixteen.floor!)}`);
  const ahead = (step: number) => {
    const model = whole({ step });
    return model.alike!.distortion / chosen(model).distortion;
  };
  expect(ahead(96)).toBeGreaterThan(3);
  expect(ahead(8)).toBeLessThan(0.8);
  expect(ahead(32)).toBeGreaterThan(1.8);
  expect(ahead(32)).toBeLessThan(2.2);
  // Of normal blocks, at every step that can be chosen.
  for (let step = params.step.min; step <= params.step.max; step++) {
    const { rate, floor } = chosen(compute({ ...defaultValues(params), drawn: true, step }));
    expect(rate).toBeGreaterThan(floor!);
  }
  expect(bits(chosen(whole({ step: 96 })).rate)).toBe('0.175');
});
