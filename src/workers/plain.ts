import { Tokenizer } from '#sim/tokenizer.ts';
import { continueText } from '#model/continuations.ts';
import { PlainTransformer } from '#model/plain.ts';
import { PlainReader } from '#model/reader.ts';
import { parseWeights } from '#model/weights.ts';
import { probe } from './probe.ts';
import type { Runner, Setup, Step } from './serve.ts';
import type { WindowJob } from './protocol.ts';

/** The plain-TypeScript reader: small, and ready as soon as its weights are there. */
export const plain: Setup = {
  probe,
  start(_backend, file): Runner {
    const weights = parseWeights(file);
    const tokenizer = new Tokenizer(weights.merges);
    const transformer = new PlainTransformer(weights);
    const reader = new PlainReader(transformer);
    return {
      started: {
        card: weights.card,
        tokenTexts: Array.from({ length: tokenizer.vocabulary }, (_, id) => tokenizer.tokenText(id)),
        batch: 1,
      },
      *read(windows: readonly WindowJob[]): Generator<Step> {
        for (const [window, { tokens, from }] of windows.entries()) {
          for (const { computed, ...rows } of reader.read(tokens, from))
            yield { rows: [{ window, ...rows }], computed };
        }
      },
      tokenize: (text) => tokenizer.encode(text),
      predict: (tokens) => reader.predict(tokens),
      *continue(tokens, options) {
        for (const drawn of continueText(transformer, tokens, options))
          yield drawn && { ...drawn, bytes: tokenizer.tokenBytes(drawn.token) };
      },
    };
  },
};
