import type { Law } from '#contract/spec.ts';
import { summaries, type SentenceDistance } from './model.ts';
import type { Asked } from './parameters.ts';

const most = (all: readonly number[]) => all.reduce((a, b) => Math.max(a, b), 0);

export const laws: readonly Law<SentenceDistance, Asked>[] = [
  {
    name: 'No distance is negative; an angle’s is at most 2, and that of counts of words at most 1',
    tolerance: 1e-3,
    gap: ({ stages, words }) =>
      Math.max(
        most(words.map((d) => Math.max(-d, d - 1))),
        ...stages.flatMap(({ mean, last, covariance }) => [
          most([...mean, ...last].map((d) => Math.max(-d, d - 2))),
          most(covariance.map((d) => -d)),
        ]),
      ),
  },
  {
    name: 'There is a distance for each pair',
    tolerance: 0,
    gap: ({ texts, stages, words }) => {
      const pairs = (texts.length * (texts.length - 1)) / 2;
      return most([words.length, ...stages.flatMap((stage) => summaries.map((s) => stage[s].length))].map((n) => Math.abs(n - pairs))); // prettier-ignore
    },
  },
  {
    name: 'A correlation is between −1 and 1',
    tolerance: 0,
    gap: ({ relation }) =>
      relation
        ? most([relation.words, ...relation.stages.flatMap((stage) => summaries.map((s) => stage[s]))].map(({ correlation }) => Math.abs(correlation) - 1)) // prettier-ignore
        : 0,
  },
  {
    name: 'The plane shows no more than there is',
    tolerance: 0,
    gap: ({ pair }) => (pair ? Math.max(0, pair.plane.share - 1) : 0),
  },
];
