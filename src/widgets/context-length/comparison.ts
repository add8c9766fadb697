import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { known, type ContextReading, type Target } from './reading.ts';

/** Two contexts compared on the same tokens, in nats. */
export interface Comparison {
  readonly shorter: number;
  readonly longer: number;
  /** Places of the two in the contexts of the reading. */
  readonly at: readonly [number, number];
  /** Mean of (after the longer − after the shorter), per token: positive if more context hurt. */
  readonly change: number;
  readonly standardError: number;
  /** Targets that cost more after the longer context. */
  readonly hurt: number;
  readonly targets: readonly Target[];
}

/** A context of the reader's choice, or the nearest one below, against the longest. Undefined until two targets are known. */
export function compare(reading: ContextReading, asked: number): Comparison | undefined {
  const targets = known(reading);
  const last = reading.contexts.length - 1;
  if (targets.length < 2 || last < 1) return undefined;
  const at = Math.min(
    last - 1,
    reading.contexts.findLastIndex((c) => c <= asked),
  );
  const [before, after] = [at, last].map((i) => targets.map(({ nats }) => nats[i]));
  const { mean, standardError } = pairedDifference(before, after);
  return {
    shorter: reading.contexts[at],
    longer: reading.contexts[last],
    at: [at, last],
    change: mean,
    standardError,
    hurt: targets.filter(({ nats }) => nats[last] > nats[at]).length,
    targets,
  };
}

/** Mean surprisal of the targets by context, nats a token; empty if none is known. */
export function meansOf(reading: ContextReading): number[] {
  const targets = known(reading);
  if (targets.length === 0) return [];
  return reading.contexts.map((_, c) => targets.reduce((sum, { nats }) => sum + nats[c], 0) / targets.length);
}

/** Code points of the known targets, each character counted once. */
export const charactersOf = (reading: ContextReading) =>
  known(reading).reduce((sum, { characters }) => sum + characters, 0);
