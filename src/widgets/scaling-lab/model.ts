import type { Backend } from '#contract/engine.ts';
import type { Live } from '#contract/live.ts';
import { widths } from './data.ts';
import { ladderOf, type Ladder, type Rung } from './ladder.ts';
import { measured } from './measured.ts';
import type { Asked } from './parameters.ts';

/** What the reader trains: one width after the other, on the same windows. */
export interface Own {
  /** All that decides what is trained, in one line. */
  readonly key: string;
  readonly round: number;
  /** Those that are finished. */
  readonly rungs: readonly Rung[];
  /** From the third network on. */
  readonly ladder?: Ladder;
  /** Steps that the network in training has taken, and those that each takes. */
  readonly step: number;
  readonly goal: number;
  readonly live?: Live;
  readonly seconds?: number;
  readonly backend?: Backend;
  readonly notice?: string;
  /** Why nothing can be trained. */
  readonly problem?: string;
  /** The settings changed while it trained: it waits until the reader asks for a run with the new ones. */
  readonly held?: boolean;
}

export interface Lab {
  /** The five shipped networks on the validation text. */
  readonly family: Ladder;
  readonly own: Own;
  /** What was trained with the settings before: it goes on if they come back. */
  readonly kept?: Own;
}

export const keyOf = ({ source, steps, rate, seed, text, round }: Asked) =>
  JSON.stringify([source, steps, rate, seed, round, ...(source === 'own' ? [text] : [])]);

export const fresh = (asked: Asked): Own => ({ key: keyOf(asked), round: asked.round, rungs: [], step: 0, goal: Number(asked.steps) }); // prettier-ignore
export const isBegun = ({ rungs, step }: Own) => rungs.length > 0 || step > 0;
export const isDone = ({ rungs }: Own) => rungs.length === widths.length;

const rungs: readonly Rung[] = measured.sizes.map(({ parameters, bits }) => ({
  parameters,
  pieces: bits.map((each) => each * Math.LN2),
}));
/** There are only three of them, and each takes some milliseconds. */
const known = new Map<number, Ladder>();
function familyOf(fitted: number): Ladder {
  const ladder = known.get(fitted) ?? ladderOf(rungs, measured.characters, fitted);
  known.set(fitted, ladder);
  return ladder;
}

export const compute = (asked: Asked): Lab => ({ family: familyOf(asked.fitted), own: fresh(asked) });
