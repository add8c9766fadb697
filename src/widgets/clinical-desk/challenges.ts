import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Desk } from './model.ts';
import { params, type Asked } from './parameters.ts';

const kept = (asked: Asked, ...free: (keyof Asked)[]) =>
  Object.entries(params).every(([key, { default: usual }]) => free.includes(key as keyof Asked) || asked[key as keyof Asked] === usual); // prettier-ignore
const least = ({ entropyCurve }: Desk) => Math.min(...entropyCurve.map(({ cost }) => cost));

export const challenges: readonly Challenge<Desk, Asked>[] = [
  {
    id: 'best-threshold',
    task: 'Leave the stakes as they are. Find the threshold for which the rule of entropy costs least, to within 0.005. Does it come down to the rule of cost?',
    start: { threshold: 0.3 },
    score: (m, asked) => (kept(asked, 'threshold') ? within(m.byEntropy.cost - least(m), 0.005, 1) : 0),
    hints: [
      { when: (_, asked) => !kept(asked, 'threshold'), say: 'Something else than the threshold has been changed. Put it back.' }, // prettier-ignore
      { when: (m) => m.byEntropy.share > 0.2, say: 'The doctor is asked about too many harmless doubts. Raise the threshold.' }, // prettier-ignore
      { when: (m) => m.byEntropy.share < 0.1, say: 'Too few are asked about. Lower the threshold.' },
      { when: () => true, say: 'Close. The lowest place of the curve on the right shows which share should be asked about.' }, // prettier-ignore
    ],
    solved:
      'This is as low as entropy gets, 0.517, against 0.452 for the rule of cost. No threshold will do, since patients of one entropy are in different danger.',
    solution: { threshold: 0.9 },
  },
  {
    id: 'ask-nobody',
    task: 'The doctor examines, and a look costs 1. How often must she be mistaken before asking is cheapest at no chance of the fever? Make the band vanish.',
    start: {},
    score: (m, asked) =>
      kept(asked, 'error', 'threshold') && m.band === null ? 1 : kept(asked, 'error', 'threshold') ? within(m.byCost.share, 0, 1) * 0.9 : 0, // prettier-ignore
    hints: [
      { when: (_, asked) => !kept(asked, 'error', 'threshold'), say: 'Only the doctor’s share of mistakes may change.' }, // prettier-ignore
      { when: (_, { error }) => error < 0.3, say: 'The band is still wide. She may be mistaken far more often than one would think. The control is under the figure, with the doctor.' }, // prettier-ignore
      { when: () => true, say: 'A narrow band is left. A little more.' },
    ],
    solved:
      'The band is gone, while the entropies are what they were. Entropy says what the reader does not know. Asking pays where somebody else knows more.',
    solution: { error: 0.45 },
  },
  {
    id: 'worse-than-entropy',
    task: 'Choose a reader for whom the rule of expected cost costs more than the rule of entropy.',
    start: {},
    score: (m, asked) => (kept(asked, 'reader') ? (m.byCost.cost > m.byEntropy.cost ? 1 : within(m.byEntropy.cost - m.byCost.cost, 0, 1) * 0.9) : 0), // prettier-ignore
    hints: [
      { when: (_, asked) => !kept(asked, 'reader'), say: 'Change only who reads the notes.' },
      { when: (_, { reader }) => reader === 'exact', say: 'This reader’s expectations are right, and then no rule beats the rule of cost. Choose one who is wrong.' }, // prettier-ignore
      { when: () => true, say: 'This reader is wrong, but not wrong enough about those who have the fever.' },
    ],
    solved:
      'The rule of cost is best for beliefs that are right. To this reader a note without green all but rules out the fever, and the rule believes him.',
    solution: { reader: 'elsewhere' },
  },
];
