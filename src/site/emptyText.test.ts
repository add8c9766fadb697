import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { sayIn } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { spec as ablate } from '#widgets/ablate/spec.ts';
import { View as AblateView } from '#widgets/ablate/View.tsx';
import { spec as attention } from '#widgets/attention-entropy/spec.ts';
import { View as AttentionView } from '#widgets/attention-entropy/View.tsx';
import { spec as calibration } from '#widgets/calibration/spec.ts';
import { View as CalibrationView } from '#widgets/calibration/View.tsx';
import { spec as contextLength } from '#widgets/context-length/spec.ts';
import { spec as firstSentence } from '#widgets/first-sentence/spec.ts';
import { spec as lasso } from '#widgets/lasso-or-attention/spec.ts';
import { spec as letters } from '#widgets/letters-exchanged/spec.ts';
import { spec as lens } from '#widgets/logit-lens/spec.ts';
import { spec as looksRandom } from '#widgets/looks-random/spec.ts';
import { spec as perplexity } from '#widgets/perplexity-lab/spec.ts';
import { spec as readMyText } from '#widgets/read-my-text/spec.ts';
import { spec as reward } from '#widgets/reward-my-text/spec.ts';
import { spec as ladder } from '#widgets/size-ladder/spec.ts';
import { spec as gain } from '#widgets/token-gain/spec.ts';

/* Of an empty text a figure says that there is none. That it has not been read yet would be said for ever. */

const say = sayIn('bits');
const empty = (spec: AnyWidget, change: object = {}) => {
  const values = { ...defaultValues(spec.params), text: '', ...change };
  return { values, model: spec.compute(values) as object };
};
const saidBy = (spec: AnyWidget, change?: object) => {
  const { values, model } = empty(spec, change);
  return spec.describe(model, values, say);
};

test.each<[AnyWidget, RegExp, object?]>([
  [ablate, /^There is no text\.$/],
  [attention, /^There is no text\.$/],
  [calibration, /^There is no text\.$/, { source: 'network' }],
  [firstSentence, /^There is no sentence yet\. Type one/],
  [lasso, /^The text needs five tokens or more\.$/],
  [letters, /^Of the text too little can be read/],
  [lens, /^No text, nothing to predict\.$/],
  [looksRandom, /^The text has no signs yet\.$/, { source: 'text' }],
  [perplexity, /^There is no text yet\. Type or paste one/],
  [readMyText, /^There is no text yet\. Type or paste one/],
  [ladder, /^The text has 0 characters that the networks know; they need \d+\.$/],
  [gain, /^No text, no vectors\.$/],
])('$id', (spec, expected, change) => {
  expect(saidBy(spec, change)).toMatch(expected);
});

test.each([
  [ablate, AblateView, {}],
  [attention, AttentionView, {}],
  [calibration, CalibrationView, { source: 'network' }],
] as const)('$id is drawn as one that waits for nothing', (spec, View, change) => {
  const props = { ...empty(spec as unknown as AnyWidget, change), width: 640, set: () => undefined, say };
  const drawn = renderToStaticMarkup(createElement(View as never, props as never));
  expect(drawn).toContain('There is no text.');
  expect(drawn).not.toMatch(/…|reads the text|reading the text|been read yet|aria-busy="true"/);
});

test('what is written after nothing begins the text', () => {
  expect(saidBy(reward, { prompt: '' })).toMatch(/^At the very beginning, with a reward for /);
});

test.each([
  [0, 'The text has no token; the model needs '],
  [1, 'The text has 1 token; the model needs '],
  [2, 'The text has 2 tokens; the model needs '],
])('a text of %i tokens has too little context', (tokens, expected) => {
  const { values, model } = empty(contextLength);
  const reading = { text: '', asked: 8, tokens, contexts: [], targets: [] };
  expect(contextLength.describe({ ...model, reading } as never, values as never, say)).toContain(expected);
});
