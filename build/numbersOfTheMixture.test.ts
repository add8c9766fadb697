import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import { inPortableTypeScript } from '#model/portableArithmetic.ts';
import { inWebAssembly } from '#model/simdArithmetic.ts';
import type { Arithmetic, Rows } from '#model/arithmetic.ts';
import { AdaptingReader } from '#model/codec/adaptingReader.ts';
import { readFile } from '#model/codec/container.ts';
import { RangeDecoder, RangeEncoder } from '#model/codec/rangeCoder.ts';
import { EXPERTS, type StepMixture } from '#model/codec/stepMixture.ts';
import { TokenCoder } from '#model/codec/tokenCoder.ts';
import { TokenSteps } from '#model/codec/tokenSteps.ts';
import { digits, german, story } from '#widgets/compress-my-text/texts.ts';
import { codecModelOf, packed } from '../fixtures/codec.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* What the page on compressing a text says of the members of the mixture, each by itself and mixed anew in other ways. */

const quotes = quotesOf('compress-a-text');
const model = codecModelOf('reader');
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Of each step what every member gave to what came, and the token it belongs to; the bits of the network and of the mixture. */
function walk(text: string) {
  const ids = model.tokenizer.encode(text).ids;
  const { config } = model.tensors;
  const reader = new AdaptingReader(
    model.tensors,
    inWebAssembly(config, true) ?? inPortableTypeScript(config, true),
    ids,
  );
  const coder = new TokenCoder(new TokenSteps(model.tokenizer), reader, new RangeEncoder(), bytesOf(text).length);
  const { mixture } = coder as unknown as { mixture: StepMixture };
  const learn = mixture.learn.bind(mixture);
  const gave: Float64Array[] = [];
  const begun: number[] = [];
  let done = 0;
  mixture.learn = (...all) => {
    learn(...all);
    gave.push(mixture.gave.slice());
    begun.push(done);
  };
  for (const id of ids) {
    const token = model.tokenizer.tokenBytes(id);
    coder.code(token);
    done += token.length;
  }
  return { gave, begun, cost: coder.cost };
}

/** The share that is given away after step t. */
const share = (t: number) => Math.max(1 / 2000, 1 / (t + 1));
const none = () => 0;

/** Bits of these members mixed, by the definition. */
function mixed(gave: readonly Float64Array[], members: readonly number[], given: (t: number) => number): number {
  let weights = members.map(() => 1 / members.length);
  let bits = 0;
  for (const [t, each] of gave.entries()) {
    const parts = members.map((e, i) => weights[i] * each[e]);
    const sum = parts.reduce((a, b) => a + b);
    bits -= Math.log2(sum);
    const s = given(t + 1);
    weights = parts.map((part) => ((1 - s) * part) / sum + s / members.length);
  }
  return bits;
}

const all = Array.from({ length: EXPERTS }, (_, e) => e);
const [network, longCounts, plain] = [0, 4, [5, 6, 7, 8]];
const alone = (gave: readonly Float64Array[], e: number) => mixed(gave, [e], none);
const staying = (steps: number) => {
  let bits = 0;
  for (let t = 1; t <= steps; t++) bits -= Math.log2(1 - share(t) + share(t) / EXPERTS);
  return bits;
};

let one: ReturnType<typeof walk>;
let three: ReturnType<typeof walk>;
beforeAll(() => {
  one = walk(story);
  three = walk([story, story, story].join('\n\n'));
});

test('the members by themselves make the mixture that codes', () => {
  for (const { gave, cost } of [one, three]) {
    expect(Math.abs(mixed(gave, all, share) - cost.mixture)).toBeLessThan(1);
    expect(Math.abs(alone(gave, network) - cost.network)).toBeLessThan(1e-6);
  }
  const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  quotes(
    `The mixture has ${names[EXPERTS]} members: the network, the network corrected by counts, three sets of counts laid on that, and ${names[plain.length]} that do without it`,
  );
  quotes(`${Math.log2(EXPERTS).toFixed(1)} bits for the ${names[EXPERTS]} members`);
});

test('what sharing costs and what it gains', () => {
  const bits = (steps: readonly Float64Array[], members: readonly number[], given: (t: number) => number) =>
    count(Math.round(mixed(steps, members, given)));
  const { gave } = one;
  const loss = mixed(gave, all, share) - alone(gave, network);
  const lossless = mixed(gave, all, none) - alone(gave, network);
  expect(loss).toBeGreaterThan(Math.log2(EXPERTS));
  expect(loss).toBeLessThan(Math.log2(EXPERTS) + staying(gave.length));
  quotes(
    `the mixture needs ${loss.toFixed(1)} bits more than the network alone, and without sharing ${lossless.toFixed(1)}`,
  );
  quotes(`${Math.log2(EXPERTS).toFixed(1)} bits and another ${staying(gave.length).toFixed(1)}`);
  const thousand = 1000 * Math.log2(1 / (1 - 1 / 2000 + 1 / 2000 / EXPERTS));
  quotes(`it is at most ${(Math.ceil(20 * thousand) / 20).toFixed(2)} bits for every thousand steps`);
  const steps = three.gave;
  quotes(`| the network alone | ${bits(steps, [network], none)} | |`);
  quotes(`| long counts laid on the corrected network, alone | ${bits(steps, [longCounts], none)} | |`);
  quotes(
    `| network and plain counts, mixed | ${bits(steps, [network, ...plain], none)} | ${bits(steps, [network, ...plain], share)} |`,
  );
  quotes(`| all nine, mixed | ${bits(steps, all, none)} | ${bits(steps, all, share)} |`);
  for (const e of all) expect(alone(steps, e)).toBeGreaterThanOrEqual(alone(steps, longCounts));
  // A Bayes mixture is never better than its best member.
  expect(mixed(steps, all, none)).toBeGreaterThanOrEqual(alone(steps, longCounts));
  expect(mixed(steps, [network, ...plain], none)).toBeGreaterThanOrEqual(alone(steps, network));
  const page = (e: number, number: number) =>
    -three.begun.reduce(
      (sum, at, t) => (Math.floor(at / (story.length + 2)) === number ? sum + Math.log2(steps[t][e]) : sum),
      0,
    );
  const counts = plain.at(-1)!;
  quotes(`${page(counts, 1).toFixed(0)} and ${page(counts, 2).toFixed(0)} bits for the second and the third page`);
  quotes(
    `${[0, 1, 2]
      .map((number) => count(Math.round(page(network, number))))
      .join(', ')
      .replace(/, (\d+)$/, ' and $1')} bits`,
  );
  // One change at the end of the first page.
  const at = three.begun.findIndex((begun) => begun >= story.length + 2);
  expect(Math.abs(Math.log2(1 / share(at)) + Math.log2(EXPERTS) - 13)).toBeLessThan(0.5);
  quotes(`another ${staying(steps.length).toFixed(0)} bits for all the steps`);
});

test('where to expect the wrong things costs more than to expect nothing', () => {
  const { cost } = walk(german);
  expect(cost.network / [...german].length).toBeLessThan((8 * bytesOf(german).length) / [...german].length);
  expect(walk(digits).cost.network / digits.length).toBeGreaterThan(8);
});

test('files of prose without their headers', () => {
  const { characters, texts, bitsPerCharacter } = JSON.parse(readFileSync('fixtures/codec/prose.json', 'utf8')) as {
    characters: number;
    texts: number;
    bitsPerCharacter: Record<string, number>;
  };
  const header = 15;
  quotes(`| network and counts mixed, the whole file | ${bitsPerCharacter.mixture.toFixed(3)} |`);
  quotes(
    `| the same, without the headers | ${(bitsPerCharacter.mixture - (8 * header * texts) / characters).toFixed(3)} |`,
  );
  quotes(`| the network in it alone | ${bitsPerCharacter.network.toFixed(3)} |`);
});

test('one fixed share', () => {
  // 1000 symbols at odds of 2, then against them, with a share of 1 in 1000 of two experts.
  let w = 1 / 2;
  const step = (first: number, second: number) => {
    w = (0.999 * w * second) / ((1 - w) * first + w * second) + 0.0005;
  };
  for (let t = 0; t < 1000; t++) step(1 / 2, 1 / 4);
  expect(w).toBeCloseTo(0.001, 5);
  let steps = 0;
  for (; w < 1 / 2; steps++) step(1 / 4, 1 / 2);
  expect(steps).toBe(10);
  quotes('settles at a weight of about 1 in 1,000');
  quotes('After ten symbols it has caught up');
});

test('the order of the sums alone', () => {
  const { config } = model.tensors;
  const f = Math.fround;
  const backwards =
    (w: Float32Array, inputs: number): Rows =>
    (x, y) => {
      const outputs = w.length / inputs;
      for (let t = 0; t * inputs < x.length; t++)
        for (let o = 0; o < outputs; o++) {
          let sum = 0;
          for (let k = inputs - 1; k >= 0; k--) sum = f(sum + f(x[t * inputs + k] * w[o * inputs + k]));
          y[t * outputs + o] = sum;
        }
      return y;
    };
  const other: Arithmetic = {
    ...inPortableTypeScript(config, true),
    changing(w, inputs) {
      const own = w.slice();
      return { times: backwards(own, inputs), set: (next) => own.set(next) };
    },
  };
  const ids = model.tokenizer.encode(story).ids;
  const decoder = new RangeDecoder(readFile(packed(bytesOf(story), model).file).code);
  const reader = new AdaptingReader(model.tensors, other);
  const coder = new TokenCoder(new TokenSteps(model.tokenizer), reader, decoder, bytesOf(story).length);
  let right = 0;
  while (coder.code() === ids[right]) right++;
  quotes(
    `the order of the sums alone, and only in the products with the last matrix, is enough: ${['none', 'one', 'two', 'three', 'four', 'five'][right]} tokens are right then`,
  );
});
