import type { Engine } from './engine.ts';

const names = new WeakMap<Engine, Promise<string[]>>();

/** The texts of all tokens of an engine, asked for once. */
export function tokenNames(engine: Engine): Promise<string[]> {
  let all = names.get(engine);
  if (!all) {
    all = engine
      .card()
      .then(({ vocabulary }) => Promise.all(Array.from({ length: vocabulary }, (_, id) => engine.tokenText(id))));
    all.catch(() => names.delete(engine));
    names.set(engine, all);
  }
  return all;
}
