import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { column, tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, type Said } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const each = (label: string, of: (said: Said) => number | undefined) =>
  column<Said>(`${label}, {unit} per token`, 'information', of);
const columns = {
  tokens: column<Said>('Tokens', 'count', ({ tokens }) => Math.round(tokens)),
  bound: each('Theorem 3.5', ({ bound }) => bound),
  stored: each('Stored weights', ({ stored }) => stored),
  scale: each('(W/2T) log T', ({ scale }) => scale),
  printed: each('Theorem 4.5 as printed', ({ printed }) => printed),
  withDepth: each('with the factor L', ({ bound }) => bound),
  corrected: each('with the expected number of sources (conjecture)', ({ corrected }) => corrected),
};

/** A bound that goes to zero is never zero. */
const allowed = (nats: number, say: Say) =>
  nats > 0 && nats < 1e-6 ? `less than 0.000002 ${say.unit}` : say.information(nats);

export const spec = defineWidget({
  id: 'bound-calculator',
  title: 'From when on a theorem says something',
  summary:
    'What a theorem allows an ideal learner to pay for not knowing a random transformer, against what it costs to know nothing at all.',
  terms: ['vacuous-bound', 'estimation-error', 'transformer'],
  cites: ['jeon2024', 'radford2019'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe({ now, trivial, weights, breakEven, documents, outgrown }, { source, stored, components }, say) {
    const says = now.bound < trivial ? 'so it says something' : 'so it says nothing';
    const table =
      outgrown === Infinity
        ? 'A table of all predictions has no more numbers than the network has weights, even for the whole context.'
        : `A table of all predictions has more numbers than the network has weights from ${outgrown === 1 ? 'one token' : `${say.count(outgrown)} tokens`} of context on.`;
    const start = `After ${say.count(now.tokens)} tokens `;
    return source === 'one'
      ? `${start}of a random transformer of ${say.count(weights)} weights theorem 3.5 allows ${allowed(now.bound, say)} per token, and an even choice costs ${say.amount(trivial)}, ${says}; it does from about ${say.count(Number(breakEven!.toPrecision(3)))} tokens on. ` +
          `With ${stored === 1 ? 'one bit' : `${stored} bits`} for each weight it is ${allowed(now.stored!, say)} per token at most. ${table}`
      : `${start}in ${documents === 1 ? 'one document' : `${say.count(documents)} documents`} by ${components === 1 ? 'one transformer' : `${say.count(components)} possible transformers`} of ${say.count(weights)} weights theorem 4.5 with the factor L allows ${allowed(now.bound, say)} per token, and an even choice costs ${say.amount(trivial)}, ${says}. ` +
          `As printed it is ${say.information(now.printed!)}, with the expected number of sources ${say.information(now.corrected!)}. ${table}`;
  },

  table: ({ along, mixture }, say) =>
    tableOf(
      along,
      [
        columns.tokens,
        ...(mixture
          ? [columns.printed, columns.withDepth, columns.corrected]
          : [columns.bound, columns.stored, columns.scale]),
      ],
      say,
    ),

  laws: [
    {
      name: 'From the break-even on, and not before, the bound is below log |V|',
      tolerance: 0,
      gap: ({ breakEven, along, trivial }) =>
        breakEven === undefined
          ? 0
          : along.filter(({ tokens, bound }) => tokens >= 10 && bound < trivial !== tokens > breakEven).length,
    },
    {
      name: 'Without the factor L the bound is never larger',
      tolerance: 1e-12,
      gap: ({ along }) => Math.max(...along.map(({ printed = 0, bound }) => (printed - bound) / bound)),
    },
    {
      name: 'What is learned in all from more tokens is not less: T times the bound rises',
      tolerance: 1e-9,
      gap: ({ along, mixture }) =>
        mixture ? 0 : Math.max(...along.slice(1).map(({ bound, tokens }, i) => 1 - (bound * tokens) / (along[i].bound * along[i].tokens))), // prettier-ignore
    },
    {
      name: 'The entropy of the sources is at most the logarithm of their number',
      tolerance: 1e-12,
      gap: ({ mixture }) => (mixture ? mixture.whichComponentCorrected - mixture.whichComponent : 0),
    },
    {
      name: 'One token of context more makes |V| times as many numbers',
      tolerance: 1e-9,
      gap: ({ tables, trivial }) =>
        Math.max(0, ...tables.slice(1).map((power, k) => Math.abs(power - tables[k] - trivial / Math.LN10))),
    },
  ],

  challenges,
  presets,
});
