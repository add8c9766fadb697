import type { Progress } from '#contract/spec.ts';
import { truthOf, workOnCounts } from './discrete.ts';
import type { Lab } from './lab.ts';
import { truthOfNumbers, workOnNumbers } from './numbers.ts';
import { workOnColumns } from './own.ts';
import { beginOwnCritic, workOnOwnCritic } from './ownCritic.ts';
import { mostPairs, type Asked } from './parameters.ts';
import { readColumns } from './columns.ts';
import { workOnCritic } from './training.ts';

export function compute(asked: Asked): Lab {
  const { source } = asked;
  if (source === 'columns') {
    if (asked.by === 'critic') return beginOwnCritic(asked);
    const read = readColumns(asked.columns);
    if ('problem' in read) return { source, n: 0, rows: [], problem: read.problem };
    const { kind, said, scatter } = read;
    return { source, n: read.n, rows: [], own: { kind, said }, ...(scatter && { scatter }) };
  }
  const n = Math.min(asked.pairs, mostPairs[source]);
  const truth = source === 'names' || source === 'rare' ? truthOf(asked) : truthOfNumbers(asked);
  return { source, n, truth, rows: [] };
}

const works = {
  names: workOnCounts,
  rare: workOnCounts,
  numbers: workOnNumbers,
  critic: workOnCritic,
  columns: (asked: Asked, begun: Lab) => (asked.by === 'critic' ? workOnOwnCritic : workOnColumns)(asked, begun),
} as const;

export function* work(asked: Asked): Generator<Progress<Lab>> {
  const begun = compute(asked);
  if (begun.problem !== undefined) return yield { share: 1, model: begun };
  yield* works[asked.source](asked, begun);
}
