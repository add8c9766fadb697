import type { Signal, Tokens } from '#contract/engine.ts';
import type { InsideEngine } from '#contract/inside.ts';
import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';
import { assertSilenced } from '#model/inside.ts';
import { layoutOf } from '#model/parameters.ts';
import { windowTokens } from '#model/windows.ts';
import { whenAborted } from './aborted.ts';
import type { PlainWorker } from './plainWorker.ts';
import type { Answers, Questions } from './protocol.ts';

/** What is inside the network, always by the plain reader: whatever backend reads, hidden activations have one source. */
export function createInside(plain: PlainWorker, tokensOf: (text: string) => Promise<Tokens>): InsideEngine {
  const cardOf = async () => (await plain.connect()).started.card;

  /** The inputs of the first window: the line break and the tokens after it. */
  async function inputsOf(text: string) {
    const [{ context }, { ids, starts, ends }] = await Promise.all([cardOf(), tokensOf(text)]);
    const to = Math.min(ids.length, context - 1);
    return { tokens: windowTokens(ids, { start: 0, from: 0, to }, LINE_BREAK), starts, ends };
  }

  async function ask<K extends 'inside' | 'lens', R>(
    kind: K,
    signal: Signal,
    work: (ask: (question: Questions[K]) => Promise<Answers[K]>) => Promise<R>,
  ): Promise<R> {
    const stopped = whenAborted(signal);
    try {
      const found =
        !signal.aborted &&
        (await Promise.race([work((question) => plain.ask(kind, question, stopped.promise)), stopped.promise]));
      if (!found) throw new DOMException('The way through the network is not wanted any more.', 'AbortError');
      return found;
    } finally {
      stopped.forget();
    }
  }

  return {
    inside: (text, { signal, silenced = [] }) =>
      ask('inside', signal, async (ask) => {
        assertSilenced(await cardOf(), silenced);
        const { tokens, starts, ends } = await inputsOf(text);
        return { ...(await ask({ tokens, silenced })), starts, ends };
      }),
    lens: (text, { signal, top }) =>
      ask('lens', signal, async (ask) => {
        assertWholeNumber(top, 'top', 1, (await cardOf()).vocabulary);
        const { tokens } = await inputsOf(text);
        return ask({ tokens, top });
      }),
    async *ablations(text, lists, { signal }) {
      if (signal.aborted) return;
      const stopped = whenAborted(signal);
      try {
        const ready = await Promise.race([Promise.all([cardOf(), inputsOf(text)]), stopped.promise]);
        if (!ready) return;
        const [card, { tokens }] = ready;
        for (const silenced of lists) assertSilenced(card, silenced);
        for await (const reading of plain.parts('ablations', { tokens, lists }, stopped.promise)) {
          if (signal.aborted) return;
          yield reading;
        }
      } finally {
        stopped.forget();
      }
    },
    async tensor(name) {
      const entry = layoutOf(await cardOf()).find((one) => one.name === name);
      if (!entry) throw new RangeError(`name must be of a tensor of the network, got ${name}`);
      const { shape } = entry;
      return { shape, values: await plain.ask('tensor', { name, shape }) };
    },
  };
}
