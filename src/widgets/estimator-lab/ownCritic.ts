import type { Progress } from '#contract/spec.ts';
import { drawOrder } from '#sim/draw-pairs.ts';
import { fewestRows, splitsOf, trainHeldOut, type HeldOut, type Splits } from '#sim/held-out-critic.ts';
import { uniforms } from '#sim/random.ts';
import { counted, readColumns, type Columns } from './columns.ts';
import { rounded } from './estimates.ts';
import type { Held, Lab } from './lab.ts';
import { mostPairs, type Asked } from './parameters.ts';

type Read = Exclude<Columns, { readonly problem: string }>;

/** The reader’s columns for a critic: of more than 2000 pairs the first. */
const readFor = ({ columns }: Asked) => readColumns(columns, mostPairs.ownCritic);

const inParts = (n: number, { parts, batch }: Splits) => {
  const size = Math.floor(n / parts);
  return `In each of ${parts} splits ${n - 2 * size} of them train a critic, ${size} say when to stop, and ${size} others judge it, ${batch} at a time.`;
};

/** What is known before the training: the splits, or why there can be none. */
export function beginOwnCritic(asked: Asked): Lab {
  const read = readFor(asked);
  const refused = (problem: string): Lab => ({ source: 'columns', n: 0, rows: [], problem });
  if ('problem' in read) return refused(read.problem);
  const { n, kind, scatter, x, y } = read;
  const splits = splitsOf(n);
  if (!splits)
    return refused(
      `A critic needs ${fewestRows} pairs or more: half of them to be trained on, a quarter to say when to stop, and a quarter, a batch of 16 at least, to be judged on. Here ${n === 1 ? 'is' : 'are'} ${counted(n, 'pair')}.`,
    );
  const still = [x, y].findIndex((column) => new Set<unknown>(column).size < 2);
  if (still >= 0) return refused(`The ${still === 0 ? 'first' : 'second'} column has one name throughout. What does not vary shares nothing.`); // prettier-ignore
  return {
    ...{ source: 'columns', n, rows: [], candidates: splits.batch },
    own: { kind, said: `${read.said} ${inParts(n, splits)}` },
    ...(scatter && { scatter: scatter.slice(0, mostPairs.numbers) }),
  };
}

/** One split: found once all steps are taken. */
function* splitOf(
  read: Read,
  y: Read['y'],
  order: readonly number[],
  splits: Splits,
  part: number,
  { bound, seed }: Asked,
) {
  // prettier-ignore
  let found: HeldOut | undefined;
  for (const one of trainHeldOut(read.x, y, order, splits, { part, bound }, uniforms(seed, 103, part))) {
    found = one;
    yield;
  }
  const short = (nats: number) => rounded(nats, 1e3);
  const { looks, held, own, ...rest } = found!;
  return {
    ...{ ...rest, held: short(held), own: short(own) },
    looks: looks.map(({ step, ...look }) => ({ step, own: short(look.own), choosing: short(look.choosing), held: short(look.held) })), // prettier-ignore
  } satisfies HeldOut;
}

/** Those that were trained last: another look at the same columns asks for nothing anew. */
const done = new Map<string, Held>();
const mostDone = 6;

/** Each split twice, with the columns as they are and with the second one shuffled, and all else alike. */
export function* workOnOwnCritic(asked: Asked, begun: Lab): Generator<Progress<Lab>> {
  const { columns, bound, seed } = asked;
  const key = [bound, seed, columns].join();
  const known = done.get(key);
  if (known) return yield { share: 1, model: { ...begun, held: known } };
  const read = readFor(asked);
  if ('problem' in read) return;
  const splits = splitsOf(read.n)!;
  const order = drawOrder(read.n, uniforms(seed, 97));
  const held = { real: [] as HeldOut[], shuffled: [] as HeldOut[] };
  for (let part = 0; part < splits.parts; part++) {
    const shuffle = drawOrder(read.n, uniforms(seed, 101, part));
    const shuffled = shuffle.map((i) => read.y[i]) as unknown as Read['y'];
    for (const [name, y] of [['real', read.y], ['shuffled', shuffled]] as const) {
      const share = (part + (name === 'real' ? 0 : 0.5)) / splits.parts;
      const steps = splitOf(read, y, order, splits, part, asked);
      let next = steps.next();
      for (; !next.done; next = steps.next()) yield { share };
      held[name].push(next.value);
    } // prettier-ignore
    yield { share: (part + 1) / splits.parts, model: { ...begun, held: { real: [...held.real], shuffled: [...held.shuffled] } } }; // prettier-ignore
  }
  if (done.size >= mostDone) done.delete([...done.keys()][0]);
  done.set(key, held);
  yield { share: 1, model: { ...begun, held } };
}
