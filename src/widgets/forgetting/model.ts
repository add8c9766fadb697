import type { Backend } from '#contract/engine.ts';
import type { Live } from '#contract/live.ts';
import type { Network } from '#contract/training.ts';
import { defaultValues } from '#contract/values.ts';
import type { Point } from './evaluate.ts';
import { methods, params, type Asked, type Method } from './parameters.ts';
import { recorded } from './recorded.ts';

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
  /** The reader's network, while he has not undone what it learned. */
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
  /** Why nothing could be trained, with which settings and at which attempt. */
  readonly problem?: string;
  readonly failed?: string;
  /** The last attempt, and its settings. */
  readonly attempt?: number;
  readonly began?: string;
  /** How often the reader had undone what was learned. */
  readonly round?: number;
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

const recordedRun = (asked: Asked) => prepared.find(({ key }) => key === keyOf(asked));

/** The reader's run with these settings, unless he has undone it. */
export const ownRun = ({ runs, text }: Forgetting, asked: Asked): Run | undefined =>
  text === textKey(asked) ? runs.find(({ key, live }) => live !== undefined && key === keyOf(asked)) : undefined;

/** The reader's run with these settings once it is done, or else the book's, or else what there is of the reader's. */
export function runOf(model: Forgetting, asked: Asked): Run | undefined {
  const own = ownRun(model, asked);
  return isDone(own) || model.text !== textKey(asked) ? own : (recordedRun(asked) ?? own);
}

/** For each method the run that differs from what is asked for in nothing else; the others of the reader. */
export function comparedWith(model: Forgetting, asked: Asked): readonly Run[] {
  const shown = methods.flatMap((method) => runOf(model, { ...asked, method }) ?? []);
  return [...shown, ...model.runs.filter((run) => !shown.includes(run))];
}

export const isDone = (run: Run | undefined): boolean =>
  run !== undefined && run.points.length > 0 && run.points[run.points.length - 1].step >= run.goal;

/** What trains was begun with other settings: these are not to begin by themselves. */
export const isAnother = ({ attempt, began }: Forgetting, asked: Asked): boolean =>
  attempt === asked.attempt && began !== attemptOf(asked);

/** Of the training that is asked for: it came to its end, or this attempt has failed. */
export const isOver = (model: Forgetting, asked: Asked): boolean =>
  asked.playing && (isDone(ownRun(model, asked)) || isAnother(model, asked) || model.failed === attemptOf(asked));

/** Where a run began and where it has come. */
export const [first, last] = [
  (run: Run | undefined): Point | undefined => run?.points[0],
  (run: Run | undefined): Point | undefined => run?.points[run.points.length - 1],
];

/** The network that the reader has now: the book's, unless he trained one with these settings and has not undone it. */
export const networkNow = (model: Forgetting, asked: Asked): Network | undefined =>
  ownRun(model, asked)?.live?.state.network;
