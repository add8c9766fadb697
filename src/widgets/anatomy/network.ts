import type { Engine, Signal } from '#contract/engine.ts';
import type { Inside } from '#contract/inside.ts';
import type { Sizes } from './addresses.ts';

/** The network on one text: every activation, and the weights that are asked for. */
export interface Network {
  readonly text: string;
  readonly inside: Inside;
  readonly sizes: Sizes;
  /** What the tokens of the rows look like, the line break first. */
  readonly names: readonly string[];
  tokenText(id: number): Promise<string>;
  tensor(name: string): Promise<Float32Array>;
}

interface Kept {
  readonly tensors: Map<string, Promise<Float32Array>>;
  network?: Network;
}

/** Of each engine the weights that were asked for, and the latest text: every step of a way needs them again. */
const known = new WeakMap<Engine, Kept>();

export async function networkOn(text: string, engine: Engine, signal: Signal): Promise<Network> {
  const kept: Kept = known.get(engine) ?? { tensors: new Map() };
  known.set(engine, kept);
  if (kept.network?.text === text) return kept.network;
  const tensor = (name: string) => {
    let found = kept.tensors.get(name);
    if (!found) {
      found = engine.tensor(name).then(({ values }) => values);
      kept.tensors.set(name, found);
      found.catch(() => kept.tensors.delete(name));
    }
    return found;
  };
  const [inside, tokens] = await Promise.all([engine.inside(text, { signal }), tensor('token')]);
  const { ids, layers, heads, width } = inside;
  const texts = await Promise.all(Array.from(ids, (id) => engine.tokenText(id)));
  kept.network = {
    text,
    inside,
    sizes: { rows: ids.length, layers, heads, width, vocabulary: tokens.length / width },
    names: texts.map((name, row) => (row === 0 ? '↵' : name)),
    tokenText: (id) => engine.tokenText(id),
    tensor,
  };
  return kept.network;
}
