import { CharacterTokenizer, other } from '#sim/character-tokenizer.ts';
import { Tokenizer } from '#sim/tokenizer.ts';
import type { CompressionEvent } from '#contract/engine.ts';
import { compress, decompress, type CodecModel, type Progress } from '#model/codec/compress.ts';
import { fingerprint } from '#model/codec/container.ts';
import { continueText } from '#model/continuations.ts';
import { ablationsOf, insideOf, lensOf } from '#model/inside.ts';
import { isOwnNetwork, readNetwork } from '#model/ownNetwork.ts';
import { parameterCount, tensorsOf } from '#model/parameters.ts';
import { PlainTransformer } from '#model/plain.ts';
import { PlainReader } from '#model/reader.ts';
import { parseWeights } from '#model/weights.ts';
import { probe } from './probe.ts';
import type { Runner, Setup, Step } from './serve.ts';
import type { PackingEvent, WindowJob } from './protocol.ts';

function bookModel(file: ArrayBuffer) {
  const weights = parseWeights(file);
  const tokenizer = new Tokenizer(weights.merges);
  return {
    card: weights.card,
    tokenizer,
    tensors: weights,
    codec: { tensors: weights, tokenizer, fingerprint: fingerprint(new Uint8Array(file)) },
  };
}

/** The reader's own network: it reads characters. */
function ownModel(file: ArrayBuffer) {
  const { name, network, symbols } = readNetwork(file);
  if (!symbols.includes(other))
    throw new Error(
      'Your network did not learn from a text: it knows a few symbols, and none for all other characters.',
    );
  return {
    card: { name, parameters: parameterCount(network.config), ...network.config },
    tokenizer: new CharacterTokenizer(symbols),
    tensors: tensorsOf(network),
    codec: undefined,
  };
}

/** The steps of packing or unpacking as events, with what came of it at the end. */
function* packing<T>(
  start: (codec: CodecModel) => Generator<Progress, T>,
  codec: CodecModel | undefined,
  end: (result: T) => CompressionEvent,
): Generator<PackingEvent> {
  try {
    if (!codec)
      throw new RangeError(
        'Your own network has one sign for all characters that it has not met, so it cannot give a text back. Choose the network of the book.',
      );
    const steps = start(codec);
    for (;;) {
      const step = steps.next();
      if (step.done) return yield end(step.value);
      yield { kind: 'progress', ...step.value };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield { kind: 'impossible', message: error.message };
  }
}

/** The plain-TypeScript reader: small, and ready as soon as its weights are there. */
export const plain: Setup = {
  probe,
  start(_backend, file): Runner {
    const { card, tokenizer, tensors, codec } = isOwnNetwork(file) ? ownModel(file) : bookModel(file);
    const transformer = new PlainTransformer(tensors);
    const reader = new PlainReader(transformer);
    return {
      started: {
        card,
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
      inside: (tokens, silenced) => insideOf(transformer, tokens, silenced),
      lens: (tokens, top) => lensOf(transformer, tokens, top),
      ablations: (tokens, lists) => ablationsOf(transformer, tokens, lists),
      // A copy: with a view the whole file would be sent.
      tensor: (name, shape) => tensors.tensor(name, shape).slice(),
      pack: (bytes) =>
        packing(
          (own) => compress(bytes, own),
          codec,
          (result) => ({ kind: 'compressed', ...result }),
        ),
      unpack: (file) =>
        packing(
          (own) => decompress(file, own),
          codec,
          (bytes) => ({ kind: 'opened', bytes }),
        ),
    };
  },
};
