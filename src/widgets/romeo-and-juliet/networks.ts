import type { Signal } from '#contract/engine.ts';
import { lawsAlong, startOf } from '#contract/alongText.ts';
import type { Network, Trainer } from '#contract/training.ts';
import { symbols, symbolsOf } from '#sim/author-symbols.ts';
import { uniforms } from '#sim/random.ts';
import { authorOf, compute, drawn, ownLetters } from './model.ts';
import { lettersDrawn, type Asked } from './parameters.ts';
import { readingOf, type Laws, type Reading } from './reading.ts';

/* Two small networks as authors. An author is a network that sees the last 33 to 64 letters: windows of 64 that start every 32. */

const given = symbolsOf('th');

type Reader = Pick<Trainer, 'checkpoint' | 'predict'>;
interface Context {
  readonly signal: Signal;
  readonly trainer: Reader;
  readonly previous?: Reading;
}

/** What a network expects after 2, 3, … letters of each of these texts. */
const after = async (trainer: Reader, network: Network, texts: readonly (readonly number[])[], signal: Signal) =>
  (await lawsAlong(trainer, network, texts, { symbols: symbols.length, signal })).map((laws) => laws.slice(1));

/** Letters by a network, one by one, after two that are given. */
async function writeBy(trainer: Reader, network: Network, seed: number, signal: Signal): Promise<number[]> {
  const { context } = network.config;
  const uniform = uniforms(seed);
  const letters = [...given];
  while (letters.length < lettersDrawn && !signal.aborted) {
    const seen = letters.slice(startOf(letters.length, context));
    const [laws] = await after(trainer, network, [seen], signal);
    if (signal.aborted) break;
    letters.push(drawn(laws.at(-1)!.map(Math.exp), uniform()));
  }
  return letters;
}

interface Text {
  readonly letters: readonly number[];
  readonly laws: Laws;
}
/** The last text of each page, and the last window that was laid over it. */
const texts = new WeakMap<object, { readonly key: string; readonly text: Text }>();
const windows = new WeakMap<Text, { readonly window: number; readonly laws: Laws; readonly odds: readonly number[] }>();

/** The text with what both networks expect along it. */
async function textOf(asked: Asked, networks: readonly Network[], { trainer, signal }: Context): Promise<Text> {
  const own = ownLetters(asked);
  const key = own ? own.join() : `${asked.author} ${asked.seed}`;
  const known = texts.get(trainer);
  if (known?.key === key) return known.text;
  const letters = own ?? (await writeBy(trainer, networks[authorOf(asked)], asked.seed, signal));
  const laws: Float64Array[][] = [];
  for (const network of networks) if (!signal.aborted) laws.push((await after(trainer, network, [letters], signal))[0]);
  const text = { letters, laws };
  if (!signal.aborted) texts.set(trainer, { key, text });
  return text;
}

/** The same for one who sees at most the last `window` letters each time, the first two of them as given. */
async function throughWindow(text: Text, window: number, networks: readonly Network[], { trainer, signal }: Context) {
  const known = windows.get(text);
  if (known?.window === window) return known;
  const { letters, laws } = text;
  const cut = Array.from({ length: Math.max(0, letters.length - window) }, (_, i) =>
    letters.slice(i + 1, i + 1 + window),
  );
  const along: Float64Array[][][] = [];
  for (const network of networks) if (!signal.aborted) along.push(await after(trainer, network, cut, signal));
  if (signal.aborted) return undefined;
  // While the window holds all of the text, it sees what the whole past does.
  const whole = [0];
  for (let i = 0; i < letters.length - 2; i++)
    whole.push(whole[i] + (laws[0][i][letters[i + 2]] - laws[1][i][letters[i + 2]]));
  const odds = whole.map((own, i) => {
    const which = i + 2 - window - 1;
    if (which < 0) return own;
    return cut[which]
      .slice(2)
      .reduce((sum, letter, k) => sum + along[0][which][k][letter] - along[1][which][k][letter], 0);
  });
  const seen = laws.map((law, j) => law.map((own, i) => (i + 2 <= window ? own : along[j][i + 1 - window].at(-1)!)));
  const found = { window, laws: seen, odds };
  windows.set(text, found);
  return found;
}

/** Chains need nothing; networks write the text, and read it, then once more through the window. */
export async function* run(asked: Asked, context: Context): AsyncGenerator<Reading> {
  if (asked.authors === 'chains') return yield compute(asked);
  const { trainer, signal, previous } = context;
  if (!previous?.isRead || previous.drawn) yield compute(asked);
  const networks = [await trainer.checkpoint('authors', 0), await trainer.checkpoint('authors', 1)];
  const text = await textOf(asked, networks, context);
  if (signal.aborted) return;
  const through = await throughWindow(text, asked.window, networks, context);
  if (!through) return;
  const { letters, laws } = text;
  yield readingOf({
    ...{ letters, laws, windowLaws: through.laws, windowed: through.odds },
    isOwn: ownLetters(asked) !== undefined,
    author: authorOf(asked),
    read: Math.min(asked.read, letters.length),
  });
}
