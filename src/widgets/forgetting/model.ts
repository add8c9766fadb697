import type { Backend } from '#contract/engine.ts';
import type { Network, TrainingState } from '#contract/training.ts';
import { defaultValues } from '#contract/values.ts';
import type { Point } from './evaluate.ts';
import { methods, params, type Asked, type Method } from './parameters.ts';
import { recorded } from './recorded.ts';

/** The network itself stays in the reader's computer. */
export class Live {
  readonly state: TrainingState;
  constructor(state: TrainingState) {
    this.state = state;
  }
  toJSON(): undefined {
    return undefined;
  }
}

/** One way from the book's network to another. */
export interface Run {
  readonly key: string;
  readonly method: Method;
  readonly share: string;
  readonly points: readonly Point[];
  /** Steps after which it ends. */
  readonly goal: number;
  /** What the network writes at the end. */
  readonly sample?: string;
  /** The reader's: how often he had undone what was learned when it began. Absent where it was computed for the book. */
  readonly round?: number;
  readonly live?: Live;
}

export interface Forgetting {
  /** Which new text all of this is about. */
  readonly text: string;
  /** The reader's runs on this text. */
  readonly runs: readonly Run[];
  /** What the book's network writes. */
  readonly sample: string;
  readonly estimate?: { readonly backend: Backend; readonly seconds: number };
  readonly speed?: { readonly backend: Backend; readonly charactersPerSecond: number; readonly secondsLeft: number };
  readonly notice?: string;
  /** Why nothing could be trained, and at which attempt. */
  readonly problem?: string;
  readonly failed?: string;
}

/** Which text: two texts of the reader's are told apart. */
export const textKey = ({ data, text }: Asked) => (data === 'own' ? `own ${text}` : data);

/** All that decides what comes of a run on a text; the share does not where nothing is taught but the new. */
export const keyOf = ({ data, method, share, steps, rate, seed }: Asked) =>
  [data, method, method === 'none' ? 0 : share, steps, rate, seed].join(' ');

/** With other settings, or begun once more, it is another attempt. */
export const attemptOf = (asked: Asked) => [textKey(asked), keyOf(asked), asked.attempt].join(' ');

const defaults = defaultValues(params);
export const prepared: readonly Run[] = recorded.runs.map(({ asked, points, sample }) => {
  const full = { ...defaults, ...asked } as Asked;
  return {
    key: keyOf(full),
    ...{ method: full.method, share: full.share, sample, goal: Number(full.steps) },
    points: points.split('|').map((written): Point => {
      const [step, old, unseen, seen, oldError, unseenError, driftOld, driftNew, moved] = written
        .split(' ')
        .map(Number);
      return { step, old, unseen, seen, oldError, unseenError, driftOld, driftNew, moved };
    }),
  };
});

export const untrained = (asked: Asked): Forgetting => ({
  text: textKey(asked),
  runs: [],
  sample: recorded.sample,
});

/** The reader's run with these settings, or else the book's. */
export function runOf({ runs, text }: Forgetting, asked: Asked): Run | undefined {
  if (text !== textKey(asked)) return undefined;
  const key = keyOf(asked);
  return runs.find((run) => run.key === key) ?? prepared.find((run) => run.key === key);
}

/** The reader's run with these settings, unless he has undone it. */
export const ownRun = ({ runs }: Forgetting, asked: Asked): Run | undefined =>
  runs.find((run) => run.key === keyOf(asked) && run.round === asked.round);

/** For each method the run that differs from what is asked for in nothing else; the others of the reader. */
export function comparedWith(model: Forgetting, asked: Asked): readonly Run[] {
  const shown = methods.flatMap((method) => runOf(model, { ...asked, method }) ?? []);
  return [...shown, ...model.runs.filter((run) => !shown.includes(run))];
}

export const isDone = (run: Run | undefined): boolean =>
  run !== undefined && run.points.length > 0 && run.points[run.points.length - 1].step >= run.goal;

/** Of the training that is asked for: it came to its end, or this attempt has failed. */
export const isOver = (model: Forgetting, asked: Asked): boolean =>
  asked.playing && (isDone(ownRun(model, asked)) || (model.problem !== undefined && model.failed === attemptOf(asked)));

/** Where a run began and where it has come. */
export const [first, last] = [
  (run: Run | undefined): Point | undefined => run?.points[0],
  (run: Run | undefined): Point | undefined => run?.points[run.points.length - 1],
];

/** The network that the reader has now: the book's, unless he trained one with these settings and has not undone it. */
export function networkNow(model: Forgetting, asked: Asked): Network | undefined {
  const run = runOf(model, asked);
  return run?.live && run.round === asked.round ? run.live.state.network : undefined;
}
