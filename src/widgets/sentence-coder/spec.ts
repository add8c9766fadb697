import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { codingOf, shownOf } from './coding.ts';
import { compute, run, textUpTo } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { bits, readouts, wholeOf } from './readouts.ts';

const digitsIn = (count: number, say: { count(n: number): string }) => `${say.count(count)} ${count === 1 ? 'digit' : 'digits'}`; // prettier-ignore

export const spec = defineWidget({
  id: 'sentence-coder',
  title: 'Your sentence becomes a number',
  summary:
    'Write a sentence. The network predicts it token by token, and the digits of its code leave as they are certain.',
  terms: ['surprisal', 'arithmetic-code', 'token'],
  cites: ['rissanen1976', 'witten1987', 'deletang2024'],
  wordsInBits: true,
  params,
  compute,
  run,
  reads: true,
  readouts,

  describe(model, values, say) {
    if (model.problem !== undefined) return `The network does not predict: ${model.problem}`;
    if (model.laws.length === 0) return 'The network is about to read the sentence.';
    if (model.tokens.length === 0) return 'There is no sentence, and nothing to send.';
    const { isReceived, place, stage, digits, word, last } = shownOf(model, values);
    const so = place > 0 ? `“${textUpTo(model, place)}”` : '';
    if (isReceived)
      return `${digitsIn(digits, say)} of ${say.count(word.length)} ${digits === 1 ? 'has' : 'have'} arrived, and ${say.count(place)} of ${say.count(last)} tokens ${place === 1 ? 'is' : 'are'} certain${so && `: ${so}`}.`; // prettier-ignore
    const which = `${model.cut > 0 ? 'first ' : ''}${last === 1 ? 'token' : `${say.count(last)} tokens`} of “${model.text}”`;
    return `The ${which} ${last === 1 ? 'is' : 'are'} worth ${say.information(wholeOf(model), 2)} to the network, and the code has ${digitsIn(word.length, say)}; stored plainly it would be ${say.count(8 * model.bytes)}. After ${say.count(place)}, ${so && `${so}, `}worth ${say.information(stage.nats, 2)}, ${stage.settled.length === 0 ? 'no digit has left' : `${digitsIn(stage.settled.length, say)} ${stage.settled.length === 1 ? 'has' : 'have'} left`}.`; // prettier-ignore
  },

  table(model, say) {
    const { stages } = codingOf(model);
    return {
      columns: ['Tokens', 'Token', 'Rank in the prediction', `Costs, ${say.unit}`, `Worth so far, ${say.unit}`, 'Digits that have left', 'Code, if it ends here'], // prettier-ignore
      verbatim: ['Token', 'Digits that have left', 'Code, if it ends here'],
      rows: stages.map(({ nats, cost, settled, word }, k) => [
        k,
        k === 0 ? '' : model.tokens[k - 1],
        k === 0 ? '' : model.laws[k - 1].next!.rank + 1,
        say.amount(cost),
        say.amount(nats),
        settled,
        word,
      ]),
    };
  },

  laws: [
    {
      name: 'The width of the interval is the product of the shares of the tokens',
      tolerance: 1e-9,
      gap: (model) =>
        Math.abs(
          wholeOf(model) +
            model.laws.reduce((sum, { next, total }) => sum + (next ? Math.log(next.own / total) : 0), 0),
        ),
    },
    {
      name: 'The code has at least log₂ 1/P digits, and less than two more',
      tolerance: 1e-9,
      gap(model) {
        const [length, worth] = [codingOf(model).word.length, bits(wholeOf(model))];
        return Math.max(worth - length, length - worth - 2);
      },
    },
    {
      name: 'What has left is never taken back',
      tolerance: 0,
      gap(model) {
        const { stages, word } = codingOf(model);
        return stages.some(({ settled }, k) => !(stages[k + 1]?.settled ?? word).startsWith(settled)) ? 1 : 0;
      },
    },
    {
      name: 'The whole code gives back every token',
      tolerance: 0,
      gap(model) {
        const { read, certain, stages } = codingOf(model);
        return Math.abs(read - stages.length + 1) + Math.abs(certain.at(-1)! - read);
      },
    },
    {
      name: 'The decoder learns no less from one digit more',
      tolerance: 0,
      gap: (model) =>
        Math.max(
          0,
          ...codingOf(model)
            .certain.slice(1)
            .map((k, i) => codingOf(model).certain[i] - k),
        ),
    },
  ],

  challenges,
  presets,
});
