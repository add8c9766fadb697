import { lawsAlong } from '#contract/alongText.ts';
import type { Signal } from '#contract/engine.ts';
import type { Trainer } from '#contract/training.ts';
import { symbols } from '#sim/author-symbols.ts';
import { compute } from './model.ts';
import type { Asked } from './parameters.ts';
import type { Race } from './race.ts';
import { lettersOf, raceOnText } from './text.ts';

type Reader = Pick<Trainer, 'checkpoint' | 'predict'>;
interface Context {
  readonly signal: Signal;
  readonly trainer: Reader;
  readonly previous?: Race;
}

const space = symbols.indexOf(' ');

/** ln of Austen’s chance over Melville’s, letter by letter. A text is read as after a space, like the chains read it. */
async function told(letters: readonly number[], { trainer, signal }: Omit<Context, 'previous'>): Promise<number[]> {
  const laws: Float64Array[][] = [];
  for (const author of [0, 1]) {
    const network = await trainer.checkpoint('authors', author);
    laws.push((await lawsAlong(trainer, network, [[space, ...letters]], { symbols: symbols.length, signal }))[0]);
  }
  return letters.map((letter, t) => laws[0][t][letter] - laws[1][t][letter]);
}

/** What was told of the last text of each page: reading on asks for nothing anew. */
const texts = new WeakMap<object, { readonly key: string; readonly told: readonly number[] }>();

/** Sources that draw need nothing. Of a text the networks tell a moment later what the chains tell at once. */
export async function* run(asked: Asked, { trainer, signal, previous }: Context): AsyncGenerator<Race> {
  const letters = lettersOf(asked);
  if (asked.sources !== 'authors' || letters.length === 0) return yield compute(asked);
  const key = letters.join();
  let known = texts.get(trainer);
  if (known?.key !== key) {
    // Until they have read it, an earlier text of theirs stays.
    if (asked.models === 'chains' || previous?.by !== 'networks') yield compute(asked);
    try {
      known = { key, told: await told(letters, { trainer, signal }) };
    } catch (error) {
      if (signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      const { waits: _, ...race } = compute(asked);
      return yield { ...race, notice: `The two networks cannot be had, and letter chains read alone. ${why}` };
    }
    if (signal.aborted) return;
    texts.set(trainer, known);
  }
  yield raceOnText(asked, letters, known.told);
}
