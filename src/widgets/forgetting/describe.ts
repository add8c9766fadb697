import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import { tableOf, column, type Column } from '#kit/figure/series.ts';
import type { Point } from './evaluate.ts';
import { comparedWith, first, isDone, keyOf, last, runOf, type Forgetting, type Run } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { mostWindows, tellsError, windowsHeldOut } from './texts.ts';

const texts: Record<Asked['data'], string> = {
  play: 'the play',
  cipher: 'the play with its letters moved',
  own: 'your text',
};

export const methodNames: Record<Asked['method'], string> = {
  none: 'nothing holds it',
  leash: 'leash, new text',
  replay: 'replay',
  oldLeash: 'leash, old text',
};

const shareName = (share: string) => params.share.options.find(({ value }) => value === share)!.label;

/** What holds the network to the old. */
function held({ method, share }: Pick<Asked, 'method' | 'share'>, say: Say): string {
  const rho = Number(share);
  return {
    none: 'With nothing to hold it',
    leash: `With a leash on the new text, λ = ${say.number(rho / (1 - rho), 2)}`,
    replay: `With ${shareName(share)} of its sequences from the old books`,
    oldLeash: `With ${shareName(share)} of its sequences old and labeled by the old network`,
  }[method];
}

/** The error of what is learned, if there are enough windows to know it; their number, where it is not that of the novels. */
function errorOfLearned({ unseenError }: Point, asked: Asked, say: Say): string {
  const windows = windowsHeldOut(asked);
  if (windows >= mostWindows) return ` ± ${say.amount(unseenError)}`;
  if (tellsError(asked)) return ` ± ${say.amount(unseenError)} (over ${windows} windows)`;
  return ` (over ${windows} windows, too few to tell an error)`;
}

/** In what a run differs from another one by the same method, and where it stopped; nothing to tell of one that is done and alone. */
export function tellOf(run: Run, all: readonly Run[], say: Say): string {
  const twins = all.filter(({ method }) => method === run.method);
  const ways = ({ key }: Run) => key.split(' ').slice(2);
  const wordsFor = [shareName, (steps: string) => `${steps} steps`, (rate: string) => `rate ${rate}`, (seed: string) => `seed ${seed}`] as const; // prettier-ignore
  const differing = wordsFor.flatMap((inWords, i) => new Set(twins.map((one) => ways(one)[i])).size > 1 ? inWords(ways(run)[i]) : []); // prettier-ignore
  const end = last(run);
  const stopped = end && !isDone(run) ? [`${say.count(end.step)} of ${say.count(run.goal)} steps`] : [];
  return [...differing, ...stopped].join(', ');
}

export function describe(model: Forgetting, asked: Asked, say: Say): string {
  const run = runOf(model, asked);
  const how = `${held(asked, say)}, learning from ${texts[asked.data]}`;
  const [start, end] = [first(run), last(run)];
  if (!start || !end) {
    const isUndone = comparedWith(model, asked).some(({ key }) => key === keyOf(asked));
    const none = isUndone ? 'what was trained is undone, and its path stays for comparison.' : 'nothing is trained with these settings.'; // prettier-ignore
    return `${how}: ${model.problem ?? none}`;
  }
  const when = isDone(run)
    ? `after ${say.count(end.step)} steps`
    : `measured after ${say.count(end.step)} of ${asked.steps} steps`;
  return (
    `${how}, ${when}: a held-out character of it costs ${say.information(end.unseen)} instead of ${say.amount(start.unseen)}, ` +
    `one of the old novels ${say.amount(end.old)} instead of ${say.amount(start.old)}. ` +
    `Learned: ${say.amount(start.unseen - end.unseen)}${errorOfLearned(end, asked, say)}; forgotten: ${say.amount(end.old - start.old)} ± ${say.amount(end.oldError)}.`
  );
}

interface Row extends Point {
  readonly run: Run;
}

const columns: readonly Column<Row>[] = [
  column('step', 'count', ({ step }) => step),
  column('old novels ({unit})', 'information', ({ old }) => old),
  column('error of the difference', 'information', ({ oldError }) => oldError),
  column('new text, held out ({unit})', 'information', ({ unseen }) => unseen),
  column('error of the difference', 'information', ({ unseenError }) => unseenError),
  column('new text, learned from ({unit})', 'information', ({ seen }) => seen),
  column('drift on the novels ({unit})', 'information', ({ driftOld }) => driftOld),
  column('drift on the new text ({unit})', 'information', ({ driftNew }) => driftNew),
  column('weights moved', 'number', ({ moved }) => moved),
];

/** Every path that is drawn, point by point. */
export function table(model: Forgetting, say: Say, asked: Asked): Table {
  const rows = comparedWith(model, asked).flatMap((run) => run.points.map((point) => ({ ...point, run })));
  const numbers = tableOf(rows, columns, say);
  return {
    columns: ['held by', 'share', ...numbers.columns],
    rows: numbers.rows.map((row, i) => {
      const { method, share } = rows[i].run;
      return [methodNames[method], method === 'none' ? '' : share, ...row];
    }),
  };
}
