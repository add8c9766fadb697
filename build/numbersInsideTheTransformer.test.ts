import { expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import type { Silenced } from '#contract/inside.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { directionThroughNorm, layerNormOf } from '#theory/language-models/layer-norm.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { params, type V } from '#widgets/anatomy/parameters.ts';
import { presets } from '#widgets/anatomy/presets.ts';
import { compute, run } from '#widgets/anatomy/state.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on where numbers come from, each computed here and found there as it is displayed. */

const quotes = quotesOf('inside-the-transformer');
const say = sayIn('nats');
const engine = createShippedEngine();
const signal = new AbortController().signal;
const two = (x: number) => say.number(x, 2);

async function shownOf(change: Partial<V> = {}) {
  let model = compute(defaultValues(params));
  for await (const next of run({ ...defaultValues(params), ...change }, { engine, trainer: noTrainer, signal }))
    model = next;
  return model.shown!;
}
const termOf = (shown: Awaited<ReturnType<typeof shownOf>>, name: string) =>
  shown.terms.find((term) => term.name === name)!;
const dot = (a: readonly number[], b: ArrayLike<number>) => a.reduce((sum, x, k) => sum + x * b[k], 0);

test('head or shoulders', async () => {
  const odds = await shownOf({ terms: 24 });
  const head = await shownOf({ terms: 24, against: 'itself' });
  const shoulders = await shownOf({ terms: 24, against: 'itself', trail: `logit.4.${odds.against!.id}` });
  quotes(`“ head” comes next with probability ${say.probability(Math.exp(odds.answer.logProbability))}.`);
  quotes(`*shoulders*, with ${say.probability(Math.exp(odds.against!.logProbability))}.`);
  quotes(`These two logits are ${two(head.trail[0].value)} and ${two(shoulders.trail[0].value)}.`);
  const last = 'block 4, feed-forward';
  quotes(`${two(termOf(head, last).value)} of ${two(head.trail[0].value)}. Now take`);
  quotes(`It writes ${two(termOf(head, last).value)} for “ head”, and ${two(termOf(shoulders, last).value)} for “ should” as well. Of the difference, ${two(odds.trail[0].value)}, only ${two(termOf(odds, last).value)} is from there.`); // prettier-ignore
  quotes(`The largest term, ${two(termOf(odds, 'block 3, head 1').value)}, is from one head`);
  expect(odds.terms[0].name).toBe('block 3, head 1');
  expect(odds.terms).toHaveLength(22);
  expect(head.terms[0].name).toBe(last);
  expect(odds.terms.findIndex(({ name }) => name === last)).toBe(4);
  quotes('it falls to the fifth place');
  quotes(`The logits of two tokens differ by ${say.number(odds.trail[0].value)}.`);
  quotes(`$e^{${say.number(odds.trail[0].value)}} = ${Math.exp(odds.trail[0].value).toFixed(1)}$ times`);
  quotes(`$e^{-${say.number(odds.trail[0].value)}} = ${two(Math.exp(-odds.trail[0].value))}$`);
});

/** The last row of the network on a text, with parts of it switched off, and its logits. */
async function lastRowOf(text: string, silenced: readonly Silenced[] = []) {
  const { ids, residual, normal, blocks, width: d } = await engine.inside(text, { signal, silenced });
  const { values: tokens } = await engine.tensor('token');
  const last = (x: Float32Array) => [...x.subarray((ids.length - 1) * d, ids.length * d)];
  const row = (v: number) => tokens.subarray(v * d, (v + 1) * d);
  const logits = Array.from({ length: tokens.length / d }, (_, v) => dot(last(normal), row(v)));
  const names = await Promise.all(logits.map((_, v) => engine.tokenText(v)));
  const probability = (name: string) => Math.exp(logSoftmax(logits)[names.indexOf(name)]);
  const over = (a: string, b: string) => logits[names.indexOf(a)] - logits[names.indexOf(b)];
  return { residual, blocks, last, row, names, probability, over };
}

test('what parts are worth when they are switched off', async () => {
  const shown = await shownOf({ terms: 24 });
  const overWithout = async (...silenced: Silenced[]) =>
    (await lastRowOf('He shook his', silenced)).over(' head', ' should');
  const all = await overWithout();
  const head = all - (await overWithout({ layer: 2, part: 0, by: 'zero' }));
  const first = all - (await overWithout({ layer: 0, part: 0, by: 'zero' }));
  const direct = two(termOf(shown, 'block 3, head 1').value);
  quotes(`Switched off, it takes ${two(head)} nats from the log odds, not ${direct}. Head 1 of block 1, whose own term is ${two(termOf(shown, 'block 1, head 1').value)}, takes ${two(first)}.`); // prettier-ignore
  quotes(`Here its term is ${direct}, and the log odds fall by ${two(head)} without it.`);
  const last = await overWithout({ layer: 3, part: 'feedForward', by: 'zero' });
  quotes(`the odds rise without the last feed-forward layer, to ${two(last)} nats, though its term is positive`);
  expect(termOf(shown, 'block 4, feed-forward').value).toBeGreaterThan(0);
});

test('which part leads depends on what the answer is set against, and the divisor on all parts', async () => {
  const { residual, blocks, last, row, names, over } = await lastRowOf('He shook his');
  const { values: gain } = await engine.tensor('norm.gain');
  const difference = row(names.indexOf(' head')).map((x, k) => x - row(names.indexOf(' eyes'))[k]);
  const u = directionThroughNorm(last(residual[4]), gain, difference);
  const fed = blocks.map((block) => dot(last(block.fed), u));
  quotes(`Against “ eyes” the same layer has the largest term, ${two(fed[3])} of ${two(over(' head', ' eyes'))}.`);
  const size = 44;
  for (let l = 0; l < 4; l++) {
    const { values: out } = await engine.tensor(`blocks.${l}.out.weight`);
    expect(fed[3]).toBeGreaterThanOrEqual(fed[l]);
    for (let h = 0; h < 4; h++) {
      const mixed = last(blocks[l].mixed).map((x, k) => (Math.floor(k / size) === h ? x : 0));
      const added = Array.from({ length: 176 }, (_, k) => dot(mixed, out.subarray(k * 176, (k + 1) * 176)));
      expect(fed[3]).toBeGreaterThan(dot(added, u));
    }
  }
  const deviation = (x: readonly number[]) => 1 / layerNormOf(x).scale;
  const whole = last(residual[4]);
  const without = whole.map((x, k) => x - last(blocks[3].fed)[k]);
  quotes(`it would be ${two(deviation(without))} and not ${two(deviation(whole))}, so that all other terms would be ${say.number(deviation(whole) / deviation(without), 1)} times as large`); // prettier-ignore
});

test('a row and its double after the real LayerNorm', async () => {
  const { residual, width: d } = await engine.inside('He shook his', { signal });
  const differences = residual.slice(0, 4).map((x) =>
    [0, 1, 2, 3, 4].map((t) => {
      const variance = layerNormOf(x.subarray(t * d, (t + 1) * d)).scale ** -2 - 1e-5;
      return 1 - Math.sqrt((variance + 0.25e-5) / (variance + 1e-5)) ** -1;
    }),
  );
  const sizes = differences.map((all) => Math.max(...all.map(Math.abs)));
  expect(Math.round(Math.log10(sizes[0]))).toBe(-4);
  for (const size of sizes.slice(1)) expect(Math.round(Math.log10(size))).toBe(-6);
});

test('the last row knows only its token and place at the start', async () => {
  const [a, b] = [await lastRowOf('He shook his'), await lastRowOf('He looked at his')];
  expect(a.last(a.residual[0])).toEqual(b.last(b.residual[0]));
  expect(a.last(a.residual[1])).not.toEqual(b.last(b.residual[1]));
});

test('two steps merge what one cannot', () => {
  const norm = (x: readonly number[]) => {
    const { mean, scale } = layerNormOf(x);
    return x.map((y) => Math.round((y - mean) * scale)).join();
  };
  const first = [[1, 3], [2, 6]].map(([a, b]) => [a + 3, b]); // prettier-ignore
  expect(first).toEqual([[4, 3], [5, 6]]); // prettier-ignore
  expect(first.map(norm)).toEqual(['1,-1', '-1,1']);
  expect([first[0][0] + 1, first[0][1] + 3]).toEqual(first[1]);
});

test('what the last feed-forward layer writes for other words', async () => {
  const { ids, residual, blocks, width: d } = await engine.inside(defaultValues(params).text, { signal });
  const [{ values: gain }, { values: tokens }] = await Promise.all(['norm.gain', 'token'].map((name) => engine.tensor(name))); // prettier-ignore
  const last = (x: Float32Array) => x.subarray((ids.length - 1) * d, ids.length * d);
  const adds = Array.from({ length: tokens.length / d }, (_, v) =>
    dot([...last(blocks[3].fed)], directionThroughNorm(last(residual[4]), gain, tokens.subarray(v * d, (v + 1) * d))),
  );
  const names = await Promise.all(adds.map((_, v) => engine.tokenText(v)));
  const of = (word: string) => two(adds[names.indexOf(word)]);
  quotes(`${of(' hand')} for “ hand”, ${of(' own')} for “ own”, ${of(' mind')} for “ mind”.`);
  quotes(`Over all ${count(adds.length)} tokens it writes ${two(adds.reduce((sum, x) => sum + x, 0) / adds.length)} on average.`); // prettier-ignore
});

test('the head that looks at the verb', async () => {
  const head = await shownOf({ trail: 'logit.4.697~head.2.0.4.697' });
  const [verb, before, own] = [3, 2, 4].map((row) => head.terms.find(({ name }) => name.startsWith(`row ${row + 1},`))!); // prettier-ignore
  expect(head.terms[0]).toBe(verb);
  quotes(`Where does head 1 of block 3 get its ${two(head.trail[1].value)} from?`);
  quotes(`has the weight ${two(verb.factors![0])}, and what stands there is worth ${two(verb.factors![1])} for`);
  quotes(`The product is ${two(verb.value)}, out of ${two(head.trail[1].value)} in all.`);
  quotes(`${two(verb.value)}, from the row of “ook”: ${two(verb.factors![0])} times ${two(verb.factors![1])}.`);
  quotes(`has the weight ${say.number(before.factors![0])}, and that of “ his” has ${say.number(own.factors![0])}.`);
  quotes(`it is ${say.number(before.value)}, for “ his” ${say.number(own.value)}.`);
  const from = await shownOf(presets.find(({ id }) => id === 'verb')!.values);
  expect(two(from.trail.at(-1)!.value)).toBe(two(verb.factors![1]));
  expect(from.terms.length + from.others).toBe(44);
});

test('the end of a name', async () => {
  const { parts, trail } = await shownOf({ text: 'Elizabeth and Mr. Dar', against: 'itself' });
  quotes(`It is ${two(parts.attention)}: directly`);
  const text = 'Elizabeth and Mr. Dar';
  const whole = await lastRowOf(text);
  const { values: gain } = await engine.tensor('norm.gain');
  const written = whole.names.map((_, v) => {
    const u = directionThroughNorm(whole.last(whole.residual[4]), gain, whole.row(v));
    return whole.blocks.reduce((sum, { attended }) => sum + dot(whole.last(attended), u), 0);
  });
  quotes(`Over all tokens they write ${two(written.reduce((sum, x) => sum + x, 0) / written.length)} on average.`);
  const heads = [0, 1, 2, 3].map((layer): Silenced => ({ layer, part: 'attention', by: 'zero' }));
  const [off, alone] = [await lastRowOf(text, heads), await lastRowOf(' Dar')];
  quotes(`After “ Dar” alone the network gives “cy” ${two(alone.probability('cy'))}, and after the whole text with all heads switched off ${two(off.probability('cy'))}, against ${two(whole.probability('cy'))} with them.`); // prettier-ignore
  quotes(`The feed-forward layers add ${two(parts.feedForward)}.`);
  quotes(`<Wrong value="${parts.feedForward.toFixed(2)}"`);
  quotes(`<Wrong value="${trail[0].value.toFixed(2)}"`);
});

test('two columns by hand', () => {
  const [A, B] = [[3, 1], [1, 2]]; // prettier-ignore
  const parts = [[2, 1], [0, 1], [-1, 2]]; // prettier-ignore
  const stream = [0, 1].map((k) => parts.reduce((sum, part) => sum + part[k], 0));
  expect(stream).toEqual([1, 4]);
  expect(parts.map((part) => [dot(part, A), dot(part, B)])).toEqual([[7, 4], [1, 2], [-1, 3]]); // prettier-ignore
  const { mean, scale } = layerNormOf(stream);
  expect([mean, 1 / scale]).toEqual([2.5, expect.closeTo(1.5, 5)]);
  const u = directionThroughNorm(stream, [1, 1], [-2, 1]);
  expect(parts.map((part) => dot(part, u))).toEqual([-1, 1, 3].map((x) => expect.closeTo(x, 4) as number));
});

test('what LayerNorm and a block keep', () => {
  const rows = [[1, 3], [2, 6], [4, 0], [5, 7]]; // prettier-ignore
  const normal = rows.map((row) => {
    const { mean, scale } = layerNormOf(row);
    return row.map((x) => Math.round((x - mean) * scale)).join();
  });
  expect(normal).toEqual(['-1,1', '-1,1', '1,-1', '-1,1']);
  quotes(`that is ${(entropy([0.25, 0.75]) / Math.LN2).toFixed(2)} bits.`);
  const left = (f: (x: number) => number) => {
    const sums = [-1, 0, 1].map((x) => x + f(x));
    return entropy([...new Set(sums)].map((s) => sums.filter((t) => t === s).length / 3)) / Math.LN2;
  };
  expect(left((x) => -x)).toBe(0);
  quotes(`with $|x|$ to $h(\\tfrac13) = ${left(Math.abs).toFixed(2)}$ bits`);
  quotes(`from $\\log_2 3 = ${left((x) => -3 * x).toFixed(2)}$ bits to 0`);
});

test('sizes', async () => {
  const { width: d, parameters, layers, heads, context } = await engine.card();
  quotes(`${(parameters / 1e6).toFixed(2)} million learned weights`);
  expect([layers, heads, d / heads, d, 4 * d, context]).toEqual([4, 4, 44, 176, 704, 256]);
  quotes(`with $d = ${d}$ that is ${(12 * d * d).toLocaleString('en')} in a block`);
  quotes(`$T + 1 = 6d = ${6 * d}$ rows`);
});
