import type { RunContext } from '#contract/spec.ts';
import { signs } from '#sim/reduced-text.ts';
import { boxesOf, flat, through } from './boxes.ts';
import { lawByNetwork } from './network.ts';
import { lettersIn, type Asked } from './parameters.ts';
import { lawsOf, type Laws } from './predictors.ts';
import { settled, suppliedBy, surprisalOf, type LawAfter, type Window } from './window.ts';

/** What the network has said so far. Where the reader stands is in the values. */
export interface Known {
  readonly laws: Laws;
  /** Why the network does not predict. */
  readonly problem?: string;
}

export const compute = (): Known => ({ laws: {} });

/** Where the reader stands, and what has been paid. All amounts in nats; undefined as long as the network has not read the letters. */
export interface Place {
  readonly window: Window;
  readonly lawAfter: LawAfter;
  /** What the certain letters are worth to the predictor. */
  readonly worth?: number;
  /** Supplied and not taken back. */
  readonly supplied?: number;
  readonly lost: number;
  /** Letters in the middle of the view that are more than half of it, beyond those that are certain. */
  readonly middle: string;
}

function placeOf(known: Known, asked: Asked): Place {
  const lawAfter = lawsOf(asked.predictor, known.laws);
  const window = settled({ written: lettersIn(asked.written), low: asked.low, size: asked.size }, lawAfter);
  const path = through(boxesOf(window, lawAfter, 0.5), 0.5, 0.5);
  return {
    ...{ window, lawAfter, lost: asked.lost * Math.LN2 },
    worth: surprisalOf(window.written, lawAfter),
    supplied: suppliedBy(window, lawAfter),
    middle: path.map(({ sign }) => signs[sign]).join(''),
  };
}

const places = new WeakMap<Asked, { readonly known: Known; readonly place: Place }>();

/** The same, worked out once for all readouts of a state. */
export function stand(known: Known, asked: Asked): Place {
  const before = places.get(asked);
  if (before?.known === known) return before.place;
  const place = placeOf(known, asked);
  places.set(asked, { known, place });
  return place;
}

/** A box of the network is opened from this height on; more of them at a time are not. */
const [opened, mostOpened] = [0.06, 40];

type Context = Pick<RunContext<Known>, 'engine' | 'signal' | 'previous' | 'pause'>;

/** Asks the network for what is written and then for what can be seen, the highest box first. */
export async function* run(asked: Asked, { engine, signal, previous, pause }: Context): AsyncGenerator<Known> {
  let known = previous ?? compute();
  yield known;
  if (asked.predictor !== 'network') return;
  const next = (): string | undefined => {
    const { window, lawAfter } = stand(known, { ...asked });
    for (let i = 0; i <= window.written.length; i++) {
      const before = window.written.slice(0, i);
      if (!lawAfter(before)) return before;
    }
    const boxes = flat(boxesOf(window, lawAfter, opened)).sort((a, b) => b.to - b.from - (a.to - a.from));
    return boxes.find(({ text }) => !lawAfter(text))?.text;
  };
  try {
    for (let asks = 0; asks < mostOpened + asked.written.length; asks++) {
      const text = next();
      if (text === undefined || signal.aborted) return;
      const laws = { ...known.laws, [text]: await lawByNetwork(engine, text) };
      if (signal.aborted) return;
      yield (known = { laws });
      await pause?.();
    }
  } catch (error) {
    if (signal.aborted) return;
    const problem = error instanceof Error ? error.message : String(error);
    if (problem !== known.problem) yield { ...known, problem };
  }
}
