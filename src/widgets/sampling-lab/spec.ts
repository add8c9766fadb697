import { defineWidget } from '#contract/spec.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import type { Shaped } from '#theory/language-models/truncation.ts';
import { drawnOf, promptLossOf, turnOfTemperature } from './amounts.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { nothing, sample, shapedOf, type SamplingLab } from './state.ts';

/** An amount of the reshaped prediction; 0 as long as there is none. */
const at = (amount: (shaped: Shaped, asked: Asked) => number) => (lab: SamplingLab, asked: Asked) => {
  const shaped = shapedOf(lab, asked);
  return shaped ? amount(shaped, asked) : 0;
};

export const spec = defineWidget({
  id: 'sampling-lab',
  title: 'Temperature, cuts and samples',
  summary: 'What does the temperature do to what is drawn next, and how much does it surprise the untouched model?',
  terms: ['token', 'language-model', 'entropy', 'surprisal', 'cross-entropy', 'perplexity'],
  cites: ['fan2018', 'holtzman2020', 'nguyen2025'],
  wordsInBits: true,
  params,
  compute: ({ prompt }): SamplingLab => nothing(prompt),
  run: sample,
  reads: true,
  readouts: {
    entropyModel: {
      label: 'Entropy of the model’s prediction',
      kind: 'information',
      quantity: 'entropy',
      formula: '\\H(q)',
      source: 'theory/language-models/truncation.shape',
      of: at(({ modelEntropy }) => modelEntropy),
    },
    entropyShaped: {
      label: 'Entropy of what is drawn from',
      kind: 'information',
      formula: '\\H(s)',
      source: 'theory/language-models/truncation.shape',
      of: at(({ entropy }) => entropy),
    },
    perplexity: {
      label: 'Equally likely tokens that would be as uncertain as what is drawn from',
      kind: 'number',
      formula: 'e^{\\H(s)}',
      source: 'theory/measures/entropy.perplexity',
      of: at(({ entropy }) => perplexity(entropy)),
    },
    kept: {
      label: 'Tokens that are kept',
      kind: 'count',
      formula: '|K|',
      source: 'theory/language-models/truncation.shape',
      of: at(({ kept }) => kept),
    },
    tokens: {
      label: 'Tokens that the model knows',
      kind: 'count',
      formula: 'V',
      source: 'theory/language-models/truncation.shape',
      of: at(({ logModel }) => logModel.length),
    },
    keptMass: {
      label: 'What the model gives to the tokens that are kept',
      kind: 'probability',
      formula: 'q(K)',
      source: 'theory/language-models/truncation.shape',
      of: at(({ keptMass }) => keptMass),
    },
    raisedAbove: {
      label: 'Probability above which a temperature below 1 raises a token, and one above 1 lowers it, cuts aside',
      kind: 'probability',
      formula: 'e^{-\\H_{1/T}(q)}',
      source: 'theory/measures/entropy-family.renyiEntropy',
      of: at(turnOfTemperature),
    },
    divergence: {
      label: 'How far what is drawn from has moved from the model',
      kind: 'information',
      formula: '\\operatorname{D}(s \\,\\|\\, q)',
      source: 'theory/language-models/truncation.shape',
      of: at(({ divergence }) => divergence),
    },
    reverseDivergence: {
      label: 'How far the model is from what is drawn from',
      kind: 'information',
      formula: '\\operatorname{D}(q \\,\\|\\, s)',
      source: 'theory/language-models/truncation.shape',
      infinite: true,
      of: at(({ reverseDivergence }) => reverseDivergence),
    },
    expected: {
      label: 'Surprisal of a draw under the model, on average',
      kind: 'information',
      quantity: 'cross-entropy',
      formula: '\\H(s, q) = \\H(s) + \\operatorname{D}(s \\,\\|\\, q)',
      source: 'theory/language-models/truncation.shape',
      of: at(({ crossEntropy }) => crossEntropy),
    },
    firstDrawn: {
      label: 'Mean surprisal of the first tokens that were drawn',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\tfrac{1}{n} \\sum_i \\log q(x_{i,1})',
      source: 'model/continuations.continueText',
      of: (lab) => drawnOf(lab).first,
    },
    drawn: {
      label: 'Mean surprisal of a drawn token under the model',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\tfrac{1}{nT} \\sum_{i,t} \\log q(x_{i,t} \\given x_{i,<t})',
      source: 'model/continuations.continueText',
      of: (lab) => drawnOf(lab).surprisal,
    },
    drawnEntropy: {
      label: 'Mean entropy of the model’s predictions before these tokens',
      kind: 'information',
      quantity: 'entropy',
      formula: '\\tfrac{1}{nT} \\sum_{i,t} \\H(q(\\cdot \\given x_{i,<t}))',
      source: 'model/continuations.continueText',
      of: (lab) => drawnOf(lab).entropy,
    },
    distinct: {
      label: 'Different continuations',
      kind: 'count',
      formula: '|\\{x_1, \\dots, x_n\\}|',
      source: 'model/continuations.continueText',
      of: (lab) => drawnOf(lab).distinct,
    },
    loss: {
      label: 'Loss of the model on the prompt, per token',
      kind: 'information',
      quantity: 'cross-entropy',
      formula: '-\\tfrac{1}{T} \\sum_t \\log q(x_t \\given x_{<t})',
      source: 'theory/language-models/softmax.logSoftmax',
      of: (lab) => promptLossOf(lab).model,
      none: (lab) => promptLossOf(lab).tokens === 0,
    },
    lossShaped: {
      label: 'Loss on the prompt if the reshaped predictions were the model, per token',
      kind: 'information',
      formula: '-\\tfrac{1}{T} \\sum_t \\log s(x_t \\given x_{<t})',
      source: 'theory/language-models/truncation.shape',
      infinite: true,
      of: (lab) => promptLossOf(lab).shaped,
    },
    lossChange: {
      label: 'By how much that is more than the loss of the model itself',
      kind: 'information',
      formula: '\\tfrac{1}{T} \\sum_t \\log \\frac{q(x_t \\given x_{<t})}{s(x_t \\given x_{<t})}',
      source: 'theory/language-models/truncation.shape',
      infinite: true,
      of: (lab) => promptLossOf(lab).shaped - promptLossOf(lab).model,
    },
    promptCut: {
      label: 'Tokens of the prompt that would have been cut',
      kind: 'count',
      formula: '|\\{t : s(x_t \\given x_{<t}) = 0\\}|',
      source: 'theory/language-models/truncation.shape',
      of: (lab) => promptLossOf(lab).cut.length,
    },
  },
  describe,
  table,
  laws,
  challenges,
  presets,
});
