import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { compute } from '#widgets/layer-information/model.ts';
import { params } from '#widgets/layer-information/parameters.ts';
import { presets as cases } from '#widgets/layer-information/presets.ts';
import { agreeing, meanOf, tokenAt, type LogitLens } from '#widgets/logit-lens/model.ts';
import { presets, smile, the } from '#widgets/logit-lens/presets.ts';
import { byLastBlock } from '#widgets/logit-lens/readouts.ts';
import { spec } from '#widgets/logit-lens/spec.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/* The numbers of the page on layers, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/layer-by-layer.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 1) => (nats / Math.LN2).toFixed(digits);

const engine = createShippedEngine();
async function read(id: string): Promise<LogitLens> {
  const values = { ...defaultValues(spec.params), ...presets.find((one) => one.id === id)!.values };
  let model = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = next;
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

test('the table of scales', () => {
  const table = prose.replace(/ +/g, ' ');
  tale.stages.forEach(({ scaled }, l) => {
    const { scale, before, after, error } = scaled!;
    const where = l === 0 ? 'the embedding' : `block ${l}`;
    expect(table).toContain(
      `| ${where} | ${scale.toFixed(2)} | ${bits(before)} bits | ${bits(after)} bits | ${bits(before - after)} ± ${bits(error)} |`,
    );
  });
  expect(bits(10 * Math.LN2 - tale.stages[0].scaled!.after)).toBe('0.1');
  quotes('the embedding is worth a tenth of a bit');
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
  quotes('there are 144 places, and it has seen only half of them');
  const far = draw('too-far').stages;
  quotes(`${bits(far[3].usable, 3)} bits, as much as after the first layer`);
  expect(bits(far[3].usable, 3)).toBe(bits(far[1].usable, 3));
});
