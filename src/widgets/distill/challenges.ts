import type { Challenge } from '#contract/spec.ts';
import type { Distilled } from './model.ts';
import type { Asked } from './parameters.ts';
import { pointNow } from './readouts.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));
const isOurWorld = ({ width, penalty, seed }: Asked) => width === 1 && penalty === 0.1 && seed === 1;

export const challenges: readonly Challenge<Distilled, Asked>[] = [
  {
    id: 'hear-of-a',
    task: 'The kinds are far apart and no lesson is about an A. With 16 lessons, and the same teacher, get the students of the teacher to know three quarters of the As.',
    start: { scatter: 0.3, lessons: 16 },
    score(model, asked) {
      const now = pointNow(model, asked);
      if (!now || asked.scatter !== 0.3 || asked.lessons > 16 || !asked.withheld || asked.taught !== 1024) return 0;
      if (!isOurWorld(asked)) return 0;
      const { mean } = now.of.teacher.recall;
      return mean >= 0.75 ? 1 : nearly(mean / 0.75);
    },
    hints: [
      { when: (_, { withheld }) => !withheld, say: 'Now there are lessons about A. There should be none.' },
      { when: (_, { scatter, width }) => scatter !== 0.3 || width !== 1, say: 'The kinds are to stay as they are, with σ = 0.3.' }, // prettier-ignore
      { when: (_, { lessons }) => lessons > 16, say: 'With more lessons it is too easy. Sixteen, please.' },
      { when: (_, { taught, penalty, seed }) => taught !== 1024 || penalty !== 0.1 || seed !== 1, say: 'Leave the teacher, the penalty and the draws as they were.' }, // prettier-ignore
      { when: (_, { temperature }) => temperature < 1, say: 'A lower temperature makes the teacher’s probabilities more like labels. That is the wrong way.' }, // prettier-ignore
      { when: () => true, say: 'A is in the lessons already, with probabilities too small to count against the penalty. What makes small probabilities larger?' }, // prettier-ignore
    ],
    solved:
      'At a high temperature the student matches the teacher’s log-odds, of likely and unlikely answers alike. So it hears of A in every lesson, and the penalty outweighs that no longer. At T = 1 a smaller penalty would have done much of it, too.',
    solution: { temperature: 10 },
  },
  {
    id: 'beat-the-teacher',
    task: 'Find a student of the teacher that is better than its teacher: on average it costs less than half as much beyond the unavoidable.',
    start: { withheld: false, judged: 'mistakes', lessons: 64 },
    score(model, asked) {
      const now = pointNow(model, asked);
      if (!now || !model.teacher) return 0;
      const ratio = now.of.teacher.excess.mean / model.teacher.excess;
      return ratio < 0.5 ? 1 : nearly(0.5 / ratio);
    },
    hints: [
      { when: (_, asked) => isOurWorld(asked) && asked.scatter === 0.5 && !asked.withheld && asked.taught >= 512 && asked.temperature === 1 && asked.lessons < 256, say: 'With more lessons the students of this teacher get there too. Or give the teacher fewer labels, a hundred or so.' }, // prettier-ignore
      { when: (_, { taught }) => taught >= 512, say: 'This teacher is too good to leave much room. Give it fewer labels.' }, // prettier-ignore
      { when: (_, { lessons }) => lessons < 32, say: 'With so few lessons the student has faults of its own. Give it more.' }, // prettier-ignore
      { when: (_, { temperature }) => temperature > 2, say: 'At a high temperature the student copies the teacher’s log-odds where hardly anything comes, and they are the worst. Take T = 1.' }, // prettier-ignore
      { when: () => true, say: 'A teacher with few labels is overconfident in a crooked way, and a simple student cannot follow every crook.' }, // prettier-ignore
    ],
    solved:
      'The student cannot express all that the teacher has made of its labels. Matched to the teacher, it is nearer to the truth than the teacher is. How much nearer depends on the form of the student. It is no law.',
    solution: { taught: 60 },
  },
];
