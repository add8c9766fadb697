import { seed, simplex, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { halvingTheNumber } from '#theory/codes/questions.ts';
import { animals, asked, empty, groupsOf, isPlan, readPlan, writePlan } from './plan.ts';

const byNumber = writePlan(halvingTheNumber(8));
const isSome = (raw: string) => /^[0-7]*$/.test(raw) && new Set(raw).size === raw.length;
const sorted = (digits: Iterable<string>) => [...digits].sort().join('');

/** A plan made by random questions, which may stop early. */
function somePlan(next: () => number): string {
  let answers = readPlan(empty);
  for (let turn = 0; turn < 7; turn++) {
    const open = groupsOf(answers).filter((group) => group.length > 1);
    if (open.length === 0 || next() < 0.1) break;
    const group = open[Math.floor(next() * open.length)];
    const yes = group.slice(1).filter(() => next() < 0.4);
    answers = asked(answers, group, yes.length > 0 ? yes : [group[0]]);
  }
  return writePlan(answers);
}

export const params = {
  p: simplex({
    label: 'How often each is thought of',
    default: [0.48, 0.2, 0.14, 0.06, 0.04, 0.04, 0.02, 0.02],
    names: animals,
    control: 'view',
  }),
  plan: {
    ...text({ label: 'The plan of questions', default: byNumber, maximumLength: 80, control: 'view' as const }),
    parse: (raw: string) =>
      isPlan(raw)
        ? { value: raw }
        : {
            value: byNumber,
            problem: 'The plan of questions: expected the answers of eight animals, 0 for yes and 1 for no, such that every question has both; the plan that halves the number is used.', // prettier-ignore
          },
    sample: somePlan,
  },
  /** Places of the animals that get a yes in the next question. */
  yes: {
    ...text({ label: 'A yes in the next question', default: '', maximumLength: 8, control: 'view' as const }),
    parse: (raw: string) =>
      isSome(raw)
        ? { value: sorted(raw) }
        : { value: '', problem: 'A yes in the next question: digits from 0 to 7, each at most once; none is used.' },
    sample: (next: () => number) => sorted([...'01234567'].filter(() => next() < 0.4)),
  },
  seed: { ...seed({ label: 'Which secret', default: 3 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;

export const turned = (yes: string, animal: number) =>
  yes.includes(String(animal)) ? yes.replace(String(animal), '') : sorted(yes + animal);
