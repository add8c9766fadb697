import type { Say } from '#contract/say.ts';
import { defineWidget, type Readout, type Table } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { laws } from './laws.ts';
import { params, type V } from './parameters.ts';
import { presets } from './presets.ts';
import { compute, isSettled, run, type Anatomy } from './state.ts';
import { quoted } from './words.ts';

type R = Readout<Anatomy, V>;
type Shown = NonNullable<Anatomy['shown']>;

const inside = 'model/inside.insideOf';
const throughNorm = 'theory/language-models/layer-norm.directionThroughNorm';

const at = (label: string, kind: R['kind'], formula: string, source: string, of: (shown: Shown) => number): R => ({
  ...{ label, kind, formula, source },
  of: ({ shown }) => (shown ? of(shown) : 0),
  none: ({ shown }) => !shown,
});

const next = ({ answers, answer }: Shown) => answers.find(({ id }) => id !== answer.id)!;

function describe(model: Anatomy, values: V, say: Say): string {
  const { shown } = model;
  if (!shown || !isSettled(model, values))
    return `The network has not yet been asked about ${quoted(values.text)}${values.trail && ' and the number that was chosen'}.`;
  const { answer, trail, terms, others, rest, by, row, rows } = shown;
  const last = trail.at(-1)!;
  const [largest] = terms;
  return (
    `After ${quoted(rows.slice(1, row + 1).join('') || '↵')} the network gives ${quoted(answer.name)} a probability of ` +
    `${say.probability(Math.exp(answer.logProbability))}. Step ${trail.length} of the way, ${last.title}: ${say.number(last.value)}` +
    (by === 'learned'
      ? ', learned in training.'
      : by === 'formula'
        ? `, by a formula of ${terms.length + others === 1 ? 'one number' : `${say.count(terms.length + others)} numbers`}.`
        : `, the sum of ${say.count(terms.length + others)} terms; the largest is ${largest.name}, ${say.number(largest.value)}` +
          (others > 0 ? `, and the ${say.count(others)} smallest together are ${say.number(rest)}.` : '.'))
  );
}

function table({ shown }: Anatomy, say: Say): Table {
  const rows: (string | number)[][] = (shown?.terms ?? []).map(({ name, value, factors }) => [
    name,
    ...(factors ? factors.map((x) => say.number(x, 5)) : ['', '']),
    say.number(value, 5),
  ]);
  if (shown && shown.others > 0) rows.push([`the other ${shown.others}`, '', '', say.number(shown.rest, 5)]);
  if (shown) rows.push([shown.trail.at(-1)!.title, '', '', say.number(shown.trail.at(-1)!.value, 5)]);
  return { columns: ['what it is made of', 'number', 'times', 'comes to'], verbatim: ['what it is made of'], rows };
}

export const spec = defineWidget({
  id: 'anatomy',
  title: 'Where does this number come from?',
  summary: 'Ask the network how it came to expect a token, and follow its numbers back to those that made them.',
  terms: ['token', 'language-model', 'residual-stream', 'layer-norm', 'logit', 'direct-logit-attribution'],
  cites: ['vaswani2017', 'elhage2021'],
  params,
  compute,
  run,
  reads: true,
  readouts: {
    probability: at('Probability of the answer', 'probability', 'q(x)', 'theory/language-models/softmax.logSoftmax', (shown) => Math.exp(shown.answer.logProbability)), // prettier-ignore
    odds: {
      ...at('Log odds of the answer over the likeliest other token', 'information', '\\log \\frac{q(x)}{q(y)}', 'theory/language-models/softmax.logSoftmax', (shown) => shown.answer.logProbability - next(shown).logProbability), // prettier-ignore
    },
    logit: at(
      'The logit that the way begins with, in nats',
      'number',
      'z_v - z_w \\text{ or } z_v',
      inside,
      ({ trail }) => trail[0].value,
    ),
    embedding: at('What the embeddings add to it', 'number', 'x_0 \\cdot u', throughNorm, ({ parts }) => parts.embedding), // prettier-ignore
    attention: at('What all attention layers add to it', 'number', '\\sum_l a_l \\cdot u', throughNorm, ({ parts }) => parts.attention), // prettier-ignore
    feedForward: at('What all feed-forward layers add to it', 'number', '\\sum_l f_l \\cdot u', throughNorm, ({ parts }) => parts.feedForward), // prettier-ignore
    value: at('The number at the end of the way', 'number', 'y', inside, ({ trail }) => trail.at(-1)!.value),
    largest: {
      ...at('Its largest term', 'number', 't_k \\text{ with the largest } |t_k|', inside, ({ terms, trail }) => terms[0]?.value ?? trail.at(-1)!.value), // prettier-ignore
      // What goes into a formula are no terms: there is no largest.
      none: ({ shown }) => shown?.by !== 'sum',
    },
    madeOf: at('Numbers that it is made of', 'count', 'n', inside, ({ terms, others }) => terms.length + others),
    steps: at('Numbers on the way', 'count', 's', inside, ({ trail }) => trail.length),
  },
  describe,
  table,
  laws,
  challenges,
  presets,
});
