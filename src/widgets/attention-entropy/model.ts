import type { InsideEngine, Inside } from '#contract/inside.ts';
import type { RunContext } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { pairedDifference, type PairedDifference } from '#theory/estimation/paired-difference.ts';
import { heads, headNames, layers, type params } from './parameters.ts';
import { scoresOf, shownOf, sizesOf, type HeadScore, type ShownHead } from './scores.ts';

type V = Values<typeof params>;

/** What the heads do on one text. Plain data that survives JSON; nats. */
export interface AttentionModel {
  readonly text: string;
  /** Where the tokens are that were read, which is as many as one window takes, and how many the text has. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly tokens: number;
  /** In the order of `headNames`; empty while nothing is known. */
  readonly heads: readonly HeadScore[];
  readonly by: V['by'];
  /** What the whole network pays for a token, and what each head is worth: after − before. */
  readonly paid: number;
  readonly lost: readonly PairedDifference[];
  readonly shown?: ShownHead;
}

export const compute = ({ text, by }: V): AttentionModel => ({
  ...{ text, by, starts: [], ends: [], tokens: 0, heads: [], paid: 0, lost: [] },
});

/** Fewer tokens than this have no standard error. */
export const fewestTokens = 2;

interface Known {
  readonly inside: Inside;
  readonly sizes: readonly (readonly number[])[];
  readonly heads: readonly HeadScore[];
  readonly lost: Map<V['by'], Pick<AttentionModel, 'paid' | 'lost'>>;
}
const known = new WeakMap<InsideEngine, Map<string, Known>>();
const mostKnown = 4;

async function lookInside(
  engine: InsideEngine,
  text: string,
  signal: RunContext<AttentionModel>['signal'],
): Promise<Known> {
  const texts = known.get(engine) ?? new Map<string, Known>();
  known.set(engine, texts);
  let found = texts.get(text);
  if (!found) {
    const inside = await engine.inside(text, { signal });
    found = {
      inside,
      sizes: await sizesOf(inside, (name) => engine.tensor(name)),
      heads: inside.ids.length > fewestTokens ? scoresOf(inside) : [],
      lost: new Map(),
    };
    texts.set(text, found);
    if (texts.size > mostKnown) texts.delete(texts.keys().next().value!);
  }
  return found;
}

const rounded = (x: number) => Math.round(x * 1e5) / 1e5;

/** The window is read once for each head that is off, and once whole. */
async function* readWithout(
  engine: InsideEngine,
  text: string,
  by: V['by'],
  signal: RunContext<AttentionModel>['signal'],
) {
  const lists = headNames.map((_, i) => [{ layer: Math.floor(i / heads), part: i % heads, by }]);
  const found: number[][] = [];
  for await (const { index, surprisal } of engine.ablations(text, [[], ...lists], { signal })) {
    found[index] = [...surprisal];
    if (!found[0]) continue;
    const lost = found.slice(1).map((nats) => {
      const { mean, standardError } = pairedDifference(found[0], nats);
      return { mean: rounded(mean), standardError: rounded(standardError) };
    });
    yield { paid: rounded(found[0].reduce((sum, nats) => sum + nats, 0) / found[0].length), lost };
  }
}

/** Scores first; then head by head what it is worth. */
export async function* run(values: V, context: RunContext<AttentionModel>): AsyncGenerator<AttentionModel> {
  const { text, by, head, token } = values;
  const { signal } = context;
  const { engine } = context;
  if (context.previous?.text !== text) yield compute(values);
  const { inside, sizes, heads: scores, lost } = await lookInside(engine, text, signal);
  if (signal.aborted) return;
  const n = inside.ids.length;
  const index = headNames.indexOf(head);
  const part: AttentionModel = {
    ...{ text, by, heads: scores, paid: 0, lost: [] },
    ...{
      starts: [...inside.starts.slice(0, n - 1)],
      ends: [...inside.ends.slice(0, n - 1)],
      tokens: inside.starts.length,
    },
    ...(scores.length > 0 && { shown: shownOf(inside, index, Math.min(token, n - 2), sizes[index]) }),
  };
  if (scores.length === 0) return yield part;
  const ready = lost.get(by);
  if (ready) return yield { ...part, ...ready };
  yield part;
  for await (const some of readWithout(engine, text, by, signal)) {
    if (signal.aborted) return;
    if (some.lost.length === layers * heads) lost.set(by, some);
    yield { ...part, ...some };
  }
}
