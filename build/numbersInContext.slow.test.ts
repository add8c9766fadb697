import { beforeAll, describe, expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { lawsAfter, STYLE_WORDS } from '#sim/styles.ts';
import { tensorsOf } from '#model/parameters.ts';
import { PlainTransformer, type Observer } from '#model/plain.ts';
import { chainLosses, type ChainLosses } from '#theory/learning/chain-losses.ts';
import { expectedEntropy } from '#theory/learning/dirichlet.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { distancesOf, freshSequence, positions, type Distances } from '#widgets/wind-tunnel/fresh.ts';
import { gapsOn } from '#widgets/wind-tunnel/amounts.ts';
import { longest, params, type Asked } from '#widgets/wind-tunnel/parameters.ts';
import { presets } from '#widgets/wind-tunnel/presets.ts';
import { learnersOn, tokensOf } from '#widgets/wind-tunnel/state.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { runTunnel } from '../fixtures/windTunnel.ts';
import { quotesOf } from '../fixtures/prose.ts';

const quotes = quotesOf('in-context-learning');
const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);

test('what there is to learn, as a mean over positions 16 to 127', () => {
  const { bayes, irreducible } = [...chainLosses(3, 1, 1, positions)].at(-1) as ChainLosses;
  const late = Array.from(bayes, (loss, t) => loss - irreducible[t]).slice(16);
  quotes(`averaged over positions 16 to 127 it is ${bits(late.reduce((a, b) => a + b, 0) / late.length, 3)}.`);
});

test('two words by hand, and the mean entropy of a flat row', () => {
  const [mother, safe] = ['mother', 'safe'].map((word) => (STYLE_WORDS as readonly string[]).indexOf(word));
  const [first, second] = [lawsAfter([]).map((law) => law[mother]), lawsAfter([mother]).map((law) => law[safe])];
  const [telegram, lullaby] = first.map((p, j) => p * second[j]);
  const three = (ps: readonly number[]) => ps.map((p) => p.toFixed(3));
  const [[a, b], [c, d], [e, f]] = [three(first), three(second), three([telegram, lullaby])];
  quotes(`begins a telegram with probability ${a} and a lullaby with ${b}; *safe* follows it with ${c} and with ${d}.`);
  quotes(
    `together ${e} and the lullaby ${f}, and $${e}/(${e} + ${f}) = ${(telegram / (telegram + lullaby)).toFixed(2)}$`,
  );
  expect(expectedEntropy(3, 3)).toBeCloseTo(1 / 2 + 1 / 3, 12);
  quotes(`½ + ⅓ nats, or ${bits(5 / 6, 3)} bits, and $\\log_2 3 = ${Math.log2(3).toFixed(3)}$`);
});

/** Sequences that the means of heads are taken over, of a seed that no figure has by itself, and those of the figure’s phases. */
const [others, seen] = [512, 12];
const otherSeed = 7;
const asked: Asked = { ...defaultValues(params), seed: 0 };
const sequence = (n: number, seed: number) => freshSequence({ ...asked, seed }, 1, 1, n).slice(0, longest);
const names = ['uniform', 'unigram', 'bigram'] as const;

describe('what a head says, replaced', () => {
  const trainer = createPlainTrainer();
  const load = async (step: number) => {
    const { checkpoints } = await trainer.trail('markov-3');
    const found = checkpoints.findIndex((one) => one.step === step);
    return new PlainTransformer(tensorsOf(await trainer.checkpoint('markov-3', found)));
  };
  let last: PlainTransformer;
  /** By layer: what all its heads mix, [position, width], on average over the other sequences, and on the first of them. */
  const means: Float64Array[] = [];
  const mixed: Float32Array[][] = [];

  const logsOf = (network: PlainTransformer, symbols: readonly number[], observer?: Observer) => {
    const { vocabulary } = network.config;
    const ids = tokensOf(symbols, asked, 3);
    const logits = network.extend(network.start(), ids, observer);
    return Array.from(ids, (_, t) =>
      Array.from(logSoftmax(logits.subarray(t * vocabulary, (t + 1) * vocabulary))).slice(0, 3),
    );
  };

  beforeAll(async () => {
    last = await load(3662);
    for (let n = 0; n < others; n++)
      logsOf(last, sequence(n, otherSeed), {
        part(layer, name, values) {
          if (name !== 'mixed') return;
          means[layer] ??= new Float64Array(values.length);
          values.forEach((x, i) => (means[layer][i] += x / others));
          if (n < seen) (mixed[n] ??= [])[layer] = values.slice();
        },
      });
  });

  /** Of every sequence by itself: a mean has a standard error. */
  const measure = (network: PlainTransformer, observerOf: (n: number) => Observer | undefined): Distances[] =>
    Array.from({ length: seen }, (_, n) => {
      // The last symbol is predicted and not read.
      const whole = freshSequence(asked, 1, 1, n);
      return distancesOf([whole], [logsOf(network, whole.slice(0, longest), observerOf(n))], asked);
    });
  const put =
    (layer: number, head: number, by: (i: number, n: number) => number) =>
    (n: number): Observer => ({
      part(l, name, values) {
        if (l !== layer || name !== 'mixed') return;
        const { width, heads } = last.config;
        const size = width / heads;
        for (let i = 0; i < values.length; i++) if (Math.floor((i % width) / size) === head) values[i] = by(i, n);
      },
    });
  const meanAndError = (all: readonly number[]) => {
    const mean = all.reduce((a, b) => a + b, 0) / all.length;
    const square = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1);
    return { mean, error: Math.sqrt(square / all.length) };
  };
  /** None of the numbers has a larger error than the page says. */
  const shown = (all: readonly Distances[]) =>
    names.map((name) => {
      const { mean, error } = meanAndError(all.map((one) => one[name]));
      expect(error / mean).toBeLessThan(0.26);
      return mean;
    });
  const cell = (nats: number) => bits(nats, 3);

  test('by nothing, as the figure does; by its mean; by what it says elsewhere', () => {
    for (const [layer, head] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const name = `layer ${layer + 1}, head ${head + 1}`;
      quotes(
        `| ${name} | ${shown(
          measure(
            last,
            put(layer, head, () => 0),
          ),
        )
          .map(cell)
          .join(' | ')} |`,
      );
      const byMean = shown(
        measure(
          last,
          put(layer, head, (i) => means[layer][i]),
        ),
      );
      quotes(`| ${name} | ${byMean.map(cell).join(' | ')} |`);
      if (layer + head > 0) continue;
      quotes(
        `this network is ${cell(byMean[1])} bits from the unigram learner and ${cell(byMean[2])} from the exact answer`,
      );
      const elsewhere = shown(
        measure(
          last,
          put(layer, head, (i, n) => mixed[n][layer][i]),
        ),
      );
      quotes(`Then it is ${cell(elsewhere[1])} and ${cell(elsewhere[2])} bits from them`);
    }
  });

  test('the distances by step of training have the errors that the page gives', async () => {
    for (const step of [16, 64, 512, 1448, 3662]) shown(measure(await load(step), () => undefined));
  });
});

test('the case that fools the network stands where it is fooled most, and says how much', async () => {
  const { values: change, why } = presets.find(({ id }) => id === 'fooled')!;
  const { model, values, read } = await runTunnel(change, {
    trainer: createPlainTrainer(),
    until: ({ fresh }) => fresh?.sequences === 64,
  });
  const gaps = gapsOn(model, values).bigram;
  const at = gaps.indexOf(Math.max(...gaps));
  expect(at).toBe(values.position);
  const exact = learnersOn(model, values).bigram[at];
  expect(exact.indexOf(Math.max(...exact))).toBe(0);
  expect(why).toContain(`a mean of ${bits(read('gapSequence'), 4)} bits, several times that of fresh sequences`);
  expect(read('gapSequence') / read('gap')).toBeCloseTo(8, 0);
  expect(why).toContain(
    `after ${at} symbols: the exact answer gives a ${exact[0].toFixed(2)}, the network ${Math.exp(model.shown!.logs[at][0]).toFixed(2)}.`,
  );
});
