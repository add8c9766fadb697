import type { Signal } from '#contract/engine.ts';
import type { Network, Prediction, Trainer } from '#contract/training.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { toldNetworks } from '#sim/told-places.ts';
import { exchanged, idsOf, letterOf, pairsIn, windowOf } from './letters.ts';
import {
  backIn,
  beforeAnythingIsRead,
  compute,
  settled,
  type Change,
  type Exchanges,
  type Guess,
  type Read,
} from './model.ts';
import type { Asked } from './parameters.ts';

interface Context {
  readonly signal: Signal;
  readonly trainer: Pick<Trainer, 'trail' | 'checkpoint' | 'predict'>;
  readonly previous?: Exchanges;
}

/** Enough for every number that is shown, and short in a page. */
const short = (value: number) => Number(value.toPrecision(5));

function guessOf(logProbabilities: Float64Array): Guess {
  const id = logProbabilities.indexOf(Math.max(...logProbabilities));
  return { letter: letterOf(id), chance: Number(Math.exp(logProbabilities[id]).toFixed(3)) };
}

/** The last prediction, and what a letter costs, of the text as it stands. */
function textRead({ logProbabilities }: Prediction, ids: Uint16Array, vocabulary: number) {
  const nats = ids.slice(1).reduce((sum, id, t) => sum - logProbabilities[t * vocabulary + id], 0);
  return { last: logProbabilities.slice(-vocabulary), cost: nats / (ids.length - 1) };
}

/** All exchanges of a network that are wanted, each by a reading of its own. */
async function changesOf(
  network: Network,
  window: string,
  before: Float64Array,
  wanted: readonly number[],
  { trainer, signal }: Context,
): Promise<Change[]> {
  const p = before.map(Math.exp);
  const texts = wanted.map((back) => idsOf(exchanged(window, back)));
  const found = await trainer.predict(network, texts, { signal, last: true });
  return found.map(({ logProbabilities: after }) => ({
    nats: short(settled(relativeEntropy(p, after.map(Math.exp)))),
    ...guessOf(after),
  }));
}

/** Of each page, once they are there. */
const loaded = new WeakMap<object, readonly Network[]>();

async function networksOf({ trainer }: Context): Promise<readonly Network[]> {
  const known = loaded.get(trainer);
  if (known) return known;
  const { names } = await trainer.trail('positions');
  const networks = await Promise.all(toldNetworks.map((name) => trainer.checkpoint('positions', names!.indexOf(name))));
  loaded.set(trainer, networks);
  return networks;
}

const isWhole = ({ networks, window }: Exchanges) =>
  networks.length === toldNetworks.length &&
  networks.every(
    ({ cost, changes }) => cost !== undefined && changes.length === pairsIn(window) && !changes.includes(null),
  );

/** First what the exchange that is looked at does to all five, then all the others. */
async function* readAll(window: string, asked: Asked, context: Context): AsyncGenerator<Exchanges> {
  const { trainer, signal } = context;
  const networks = await networksOf(context);
  const ids = idsOf(window);
  const pairs = pairsIn(window);
  const known = context.previous?.window === window ? context.previous.networks : [];
  const reads: Read[] = [];
  const lasts: Float64Array[] = [];
  const first = backIn({ window, networks: [] }, asked);
  for (const [i, network] of networks.entries()) {
    if (signal.aborted) return;
    const [whole] = await trainer.predict(network, [ids], { signal });
    const { last, cost } = textRead(whole, ids, network.config.vocabulary);
    // What PyTorch found is not mixed with what is found here.
    const earlier = known.find(({ name, cost }) => name === toldNetworks[i] && cost !== undefined)?.changes;
    const changes = Array.from({ length: pairs }, (_, k) => earlier?.[k] ?? null);
    changes[first - 1] ??= (await changesOf(network, window, last, [first], context))[0];
    lasts.push(last);
    reads.push({ name: toldNetworks[i], cost: short(cost), ...guessOf(last), changes });
  }
  yield { window, networks: reads.slice() };
  for (const [i, network] of networks.entries()) {
    if (signal.aborted) return;
    const missing = reads[i].changes.flatMap((change, k) => (change === null ? [k + 1] : []));
    const found = await changesOf(network, window, lasts[i], missing, context);
    const changes = reads[i].changes.map((change, k) => change ?? found[missing.indexOf(k + 1)]);
    reads[i] = { ...reads[i], changes };
    yield { window, networks: reads.slice() };
  }
}

/** The five networks read the text, and read it again with each pair exchanged. */
export async function* run(asked: Asked, context: Context): AsyncGenerator<Exchanges> {
  const { signal, previous } = context;
  const window = windowOf(asked.text);
  if (previous?.window === window && isWhole(previous)) return yield previous;
  if (pairsIn(window) === 0) return yield compute(asked);
  try {
    yield* readAll(window, asked, context);
  } catch (error) {
    if (signal.aborted) return;
    const shown = previous && previous.networks.length > 0 ? previous : beforeAnythingIsRead();
    yield { ...shown, problem: error instanceof Error ? error.message : String(error) };
  }
}
