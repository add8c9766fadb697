import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { bestScale } from '#theory/language-models/fitted-scale.ts';
import { logSoftmax, surprisalOfIndex } from '#theory/language-models/softmax.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { compute } from '#widgets/layer-information/model.ts';
import { params } from '#widgets/layer-information/parameters.ts';
import { presets as cases } from '#widgets/layer-information/presets.ts';
import { agreeing, meanOf, tokenAt, top, type LogitLens } from '#widgets/logit-lens/model.ts';
import { presets, smile, the } from '#widgets/logit-lens/presets.ts';
import { byLastBlock } from '#widgets/logit-lens/readouts.ts';
import { logitsOf } from '#widgets/logit-lens/scaled.ts';
import { spec } from '#widgets/logit-lens/spec.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on layers, each computed here and found there as it is displayed. */

const prose = proseOf('layer-by-layer');
const quotes = quotesOf('layer-by-layer');
const bits = (nats: number, digits = 1) => (nats / Math.LN2).toFixed(digits);

const engine = createShippedEngine();
const { signal } = new AbortController();
const headOf = () => Promise.all(['norm.gain', 'token'].map(async (name) => (await engine.tensor(name)).values));
async function read(id: string): Promise<LogitLens> {
  const values = { ...defaultValues(spec.params), ...presets.find((one) => one.id === id)!.values };
  let model = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal })) model = next;
  return model;
}
let [story, tale]: LogitLens[] = [];
beforeAll(async () => {
  [story, tale] = [await read('giraffe'), await read('inn')];
}, 60_000);

const cost = ({ stages }: LogitLens, l: number) => meanOf(stages[l].surprisal).mean;
const unsure = ({ stages }: LogitLens, l: number) => meanOf(stages[l].entropy).mean;

test('the bet on the last block', async () => {
  expect((await engine.card()).width).toBe(176);
  quotes(
    `a tale of ${tale.ids.length} tokens in the style of the novels it has learned from. A token then costs ${bits(cost(tale, 3))} <Term id="bit">bits</Term> on average. With the fourth block in place it costs ${bits(cost(tale, 4))}.`,
  );
  const rise = byLastBlock(tale, 'entropy');
  quotes(`${bits(unsure(tale, 4))} bits against ${bits(unsure(tale, 3))}, and the difference of ${bits(rise.mean)}`);
  expect(Math.floor(rise.mean / rise.standardError)).toBe(7);
  quotes('more than seven times its standard error');
  quotes(`The mean cost, ${bits(cost(tale, 4))} bits, then comes close to the mean entropy`);
  quotes(`have a mean entropy of ${bits(unsure(tale, 3))} bits, and a token costs ${bits(cost(tale, 3))}.`);
  quotes(`the mean entropy is ${bits(unsure(tale, 4))}, and a token costs ${bits(cost(tale, 4))}.`);
  quotes(`here it is ${bits(cost(tale, 3) - unsure(tale, 3))} bits.`);
});

test('the three words of the story', () => {
  const giraffe = tokenAt(story, { token: -1 });
  const along = (token: number) => [1, 2, 3, 4].map((l) => bits(story.stages[l].surprisal[token])).join(' | ');
  const table = prose.replace(/ +/g, ' ');
  for (const [says, token] of [
    ['“the” after “smiled at”', the],
    ['“il” of “smiled”', smile],
    ['“a” of “giraffe”', giraffe],
  ] as const)
    expect(table).toContain(`| ${says} | ${along(token)} |`);
  expect([1, 2].map((l) => story.stages[l].rank[giraffe])).toEqual([3, 2]);
  quotes('“a” is the second or third among them');
  const tokens = story.ids.length;
  quotes(`in the story, ${tokens - agreeing(story, 3)} of ${tokens} do`);
  expect(cost(story, 0) / Math.LN2).toBeGreaterThan(30);
  quotes(`<Q is="entropy" /> of ${bits(unsure(story, 0))} bits`);
});

test('“gir” goes on with “l”, whoever smiles', async () => {
  const { ids, residual, width } = await engine.inside('A gir', { signal });
  const [gain, embeddings] = await headOf();
  expect(await engine.tokenText(ids[ids.length - 1])).toBe('ir');
  const logits = logitsOf(residual[4].subarray((ids.length - 1) * width), gain, embeddings);
  const l = story.stages[4].likeliest[top * tokenAt(story, { token: -1 })];
  expect(story.names[l]).toBe('l');
  quotes(`“A gir” alone it gives “l” ${Math.round(100 * Math.exp(-surprisalOfIndex(logits, l)))} parts in a hundred`);
});

test('the table of scales', async () => {
  const table = prose.replace(/ +/g, ' ');
  tale.stages.forEach(({ scaled }, l) => {
    const { scales, before, after, error } = scaled!;
    const where = l === 0 ? 'the embedding' : `block ${l}`;
    expect(table).toContain(
      `| ${where} | ${scales.map((scale) => scale.toFixed(2)).join(', ')} | ${bits(before)} | ${bits(after)} | ${bits(before - after, 2)} ± ${bits(error, 2)} |`,
    );
  });
  const [first, last] = [tale.stages[0].scaled!, tale.stages[4].scaled!];
  expect(Math.abs(last.before - last.after)).toBeLessThan(last.error);
  expect(story.stages[4].scaled!.after).toBeGreaterThan(story.stages[4].scaled!.before);
  expect(bits(10 * Math.LN2 - first.after)).toBe('0.1');
  quotes('the embedding is a tenth of a bit better than an even choice');
  // Frequencies of the texts that the network has written, half a token of each kind beforehand.
  const counts = new Float64Array(1024).fill(0.5);
  for (const text of JSON.parse(readFileSync('fixtures/textsOfTheNetwork.json', 'utf8')) as string[])
    for (const id of (await engine.inside(text, { signal })).ids.subarray(1)) counts[id]++;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const { mean } = meanOf(tale.ids.map((id) => -Math.log(counts[id] / all)));
  quotes(`cost ${bits(mean)} bits a token on this tale, more than a bit less`);
  expect(first.after - mean).toBeGreaterThan(Math.LN2);
});

test('the last block is a trace too unsure', async () => {
  const text = String(presets.find(({ id }) => id === 'inn')!.values.text);
  const { ids, residual, width } = await engine.inside(text, { signal });
  const [gain, embeddings] = await headOf();
  const rows = Array.from(ids.subarray(1), (_, t) => logitsOf(residual[4].subarray(t * width, (t + 1) * width), gain, embeddings)); // prettier-ignore
  const at = (scale: number) => meanOf(rows.map((row, t) => surprisalOfIndex(row.map((z) => scale * z), ids[t + 1]))).mean; // prettier-ignore
  quotes(`It pays ${bits(unsure(tale, 4) - cost(tale, 4))} bits less than it expects`);
  quotes(`its logits times 1.05 would save ${bits(at(1) - at(1.05), 3)} bits`);
  expect(at(1.15)).toBeGreaterThan(at(1));
  const { scale } = bestScale(rows, ids.subarray(1));
  // There mean cost and mean entropy agree.
  const entropies = rows.map((row) => entropy(Array.from(logSoftmax(row.map((z) => scale * z)), Math.exp)));
  expect(meanOf(entropies).mean).toBeCloseTo(at(scale), 6);
});

test('the bet that returns', () => quotes(`$h(\\tfrac1{32}) = ${bits(binaryEntropy(1 / 32), 2)}$ bits`));

test('XOR and the spiral', () => {
  const draw = (id: string) => compute({ ...defaultValues(params), ...cases.find((one) => one.id === id)!.values });
  const table = prose.replace(/ +/g, ' ');
  const said = (nats: number) => {
    const amount = Number(bits(nats));
    return `${amount} ${amount === 1 ? 'bit' : 'bits'}`;
  };
  draw('xor').stages.forEach(({ about, mutual, usable }, l) => {
    const where = ['input', 'or, and', 'difference'][l];
    expect(table).toContain(`| ${where} | ${said(about)} | ${said(mutual)} | ${said(usable)} |`);
  });
  const usable = draw('unwound').stages.map((one) => bits(one.usable, 2));
  quotes(`${usable.slice(0, 3).join(', ')} and ${usable[3]} bits, and after the last layer all of it`);
  const held = draw('table').stages.map((one) => bits(one.held.mean));
  expect(new Set(held)).toEqual(new Set(['0.3']));
  quotes('after a hundred examples it saves 0.3 bits of 1');
  expect(144 * (1 - (143 / 144) ** 100)).toBeCloseTo(72, 0);
  quotes('there are 144 places, it has seen only half of them, and most of those once');
  // Of 100 points at 144 places, so many places are expected to be seen once.
  expect(100 * (143 / 144) ** 99).toBeGreaterThan(72 / 2);
  const far = draw('too-far').stages;
  quotes(`${bits(far[3].usable, 3)} bits, as much as after the first layer`);
  expect(bits(far[3].usable, 3)).toBe(bits(far[1].usable, 3));
});
