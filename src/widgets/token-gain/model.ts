import type { Engine, Signal } from '#contract/engine.ts';
import { roundNats } from '#contract/reading.ts';
import type { RunContext } from '#contract/spec.ts';
import { turnedVectors } from '#theory/geometry/token-gain.ts';
import { mostTokens, type Asked } from './parameters.ts';

/** Plain data that survives JSON. What the gains are is counted from it when they are shown. */
export interface TokenGain {
  readonly text: string;
  readonly stage: number;
  /** Blocks of the network; 0 while nothing is known. */
  readonly layers: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Tokens that are not looked at. */
  readonly cut: number;
  /** In nats. */
  readonly surprisal: readonly number[];
  /** Vectors of length 1, turned: row t has at most t + 1 numbers, and zeros after them. */
  readonly vectors: readonly (readonly number[])[];
}

export const compute = ({ text, stage }: Asked): TokenGain => ({
  ...{ text, stage, layers: 0, starts: [], ends: [], cut: 0, surprisal: [], vectors: [] },
});

interface Known {
  readonly about: Omit<TokenGain, 'stage' | 'vectors'>;
  /** By stage, the vectors of the tokens. */
  readonly stages: readonly (readonly number[][])[];
}
const known = new WeakMap<Engine, { text: string; found: Known }>();

const six = (x: number) => Math.round(x * 1e6) / 1e6;

/** Divided by their lengths, and turned into few dimensions. */
export const turned = (vectors: readonly (readonly number[])[]): number[][] =>
  turnedVectors(
    vectors.map((row) => {
      const length = Math.hypot(...row);
      return row.map((value) => value / (length || 1));
    }),
  ).map((row, t) => row.slice(0, t + 1).map(six));

async function lookInside(engine: Engine, text: string, signal: Signal): Promise<Known | undefined> {
  const before = known.get(engine);
  if (before?.text === text) return before.found;
  const inside = await engine.inside(text, { signal });
  let surprisal: number[] = [];
  for await (const reading of engine.ablations(text, [[]], { signal }))
    surprisal = Array.from(reading.surprisal, roundNats);
  const { width: d, layers, residual } = inside;
  const tokens = Math.min(mostTokens, inside.ids.length - 1);
  if (signal.aborted || surprisal.length < tokens) return undefined;
  const found: Known = {
    about: {
      ...{ text, layers, cut: inside.starts.length - tokens, surprisal: surprisal.slice(0, tokens) },
      starts: [...inside.starts.slice(0, tokens)],
      ends: [...inside.ends.slice(0, tokens)],
    },
    // Row 0 is the line break before the text.
    stages: residual.map((stage) =>
      Array.from({ length: tokens }, (_, t) => Array.from(stage.subarray((t + 1) * d, (t + 2) * d))),
    ),
  };
  known.set(engine, { text, found });
  return found;
}

/** The vectors of one stage; of three arrows in a plane all is known without a network. */
export async function* run(
  asked: Asked,
  { engine, signal, previous }: RunContext<TokenGain>,
): AsyncGenerator<TokenGain> {
  const { text, stage, what } = asked;
  if (previous?.text === text && (what === 'plane' || (previous.stage === stage && previous.layers > 0)))
    return yield previous;
  if (what === 'plane') return yield compute(asked);
  try {
    const found = await lookInside(engine, text, signal);
    if (!found || signal.aborted) return;
    const { about, stages } = found;
    const vectors = stages[Math.min(stage, about.layers)];
    yield { ...about, stage, vectors: vectors.length > 0 ? turned(vectors) : [] };
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
}
