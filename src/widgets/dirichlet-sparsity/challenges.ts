import type { Challenge } from '#contract/spec.ts';
import type { Mixture } from './mixture.ts';
import type { MixtureValues } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Mixture, MixtureValues>[] = [
  {
    id: 'cheap-million',
    task: 'Take at least 100,000 sources. Make it cost less than one bit, on average, to say which of them wrote a document, for someone who knows the shares.',
    score({ exact }, { sources }) {
      const cost = exact.entropy / bit;
      if (sources < 100_000) return Math.min(0.4, 0.4 / Math.max(cost, 1e-9));
      return cost < 1 ? 1 : Math.max(0.4, 0.95 / cost);
    },
    hints: [
      {
        when: (_, { sources }) => sources < 100_000,
        say: 'At least 100,000 sources first. Watch how little that changes.',
      },
      {
        when: ({ exact }) => exact.entropy > 2 * bit,
        say: 'N hardly matters any more. The other slider decides how many sources carry the weight.',
      },
      {
        when: () => true,
        say: 'R well below 1 is needed, not much above one half: most of the weight on a single source.',
      },
    ],
    solved:
      'At R = 0.5 the busiest source writes about three quarters of everything on average, and more if R is smaller. Its rivals together are the answer one time in four, and a few of them share most of that.',
    solution: { sources: 1_000_000, scale: 0.5 },
  },
  {
    id: 'formula-fails',
    task: 'R ln(1 + M/R) is sometimes used for the number of different sources. Find a case in which more than twice as many are expected.',
    score({ exact }) {
      const ratio = exact.distinct / exact.published;
      return ratio > 2 ? 1 : Math.max(0, Math.min(0.95, 0.95 * (ratio - 1)));
    },
    hints: [
      {
        when: ({ exact }) => exact.distinct < exact.published,
        say: 'Now the formula is above the exact number: some documents meet a source twice because N is small. Take more sources.',
      },
      {
        when: (_, { documents }) => documents > 3,
        say: 'With endlessly many sources the two differ by less than one, whatever M is. Where does less than one matter most: where the count is large, or where it is small?',
      },
      {
        when: () => true,
        say: 'One document has one source, whatever R is. For which R does the formula say less than a half?',
      },
    ],
    solved:
      'For small R the formula says much less than is expected, most so among few documents. With endlessly many sources it is short by less than one, whatever R and M are; as a ratio it is unbounded.',
    solution: { scale: 0.2, documents: 1 },
  },
  {
    id: 'n-matters',
    task: 'Find a prior for which log N is right after all, with at least four sources: E H(α) within 0.1 bits of log N.',
    score({ exact }, { sources }) {
      const gap = (exact.logSources - exact.entropy) / bit;
      if (sources < 4) return Math.min(0.5, Math.max(0, 0.5 - gap / 8));
      return gap <= 0.1 ? 1 : Math.max(0, Math.min(0.95, 0.95 - gap / 8));
    },
    hints: [
      { when: (_, { sources }) => sources < 4, say: 'At least four sources, please.' },
      {
        when: (_, { scale, sources }) => sources > 4 * scale,
        say: 'There are more sources than R can serve: the shares are far from equal. Which of the two should move?',
      },
      {
        when: () => true,
        say: 'Equal shares need R much larger than N: the parameter of each, R/N, must be large.',
      },
    ],
    solved:
      'When R is large against N, all shares are nearly equal and log N is nearly what a name costs. When N is large against R, it is R that says what a name costs.',
    solution: { scale: 50, sources: 6 },
  },
];
