import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, work, type Distilled, type Judged } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { pointNow, readouts } from './readouts.ts';
import { errors, lessons, means } from './series.ts';
import { sorts } from './targets.ts';

const highest = (values: readonly number[]) => values.reduce((top, value) => Math.max(top, value), 0);
const all = ({ points }: Distilled) => points.flatMap((point) => sorts.map((sort) => point.of[sort]));

export const spec = defineWidget({
  id: 'distill',
  title: 'What the wrong answers teach',
  summary: 'A small student learns from labels, from a teacher’s probabilities, and from a control that keeps only the right answer’s.', // prettier-ignore
  terms: ['cross-entropy', 'distillation', 'temperature'],
  cites: ['hinton2015', 'menon2021', 'szegedy2016'],
  params,
  looks: ['judged'],
  compute,
  work,
  readouts,

  describe(model, asked, say) {
    const now = pointNow(model, asked);
    const start = asked.withheld ? 'No lesson is about an A.' : 'Lessons are about all kinds.';
    if (!now || !model.teacher)
      return `${start} The students of ${say.count(asked.lessons)} lessons have not all been taught yet.`;
    const { labels, teacher, control } = now.of;
    // A share of a millionth is none, to a reader.
    const known = ({ recall }: Judged) => say.probability(Math.round(1000 * recall.mean) / 1000);
    return (
      `${start} After ${say.count(asked.lessons)} lessons students of labels cost ${say.information(labels.excess.mean)} beyond the unavoidable, on average, ` +
      `those of the teacher ${say.amount(teacher.excess.mean)} and those of the control ${say.amount(control.excess.mean)}, at temperature ${say.number(asked.temperature, asked.temperature % 1 === 0 ? 0 : 1)}, with a penalty λ of ${say.number(asked.penalty, asked.penalty < 0.1 ? 3 : 1)}; ` +
      `they know ${known(labels)}, ${known(teacher)} and ${known(control)} of all As. The teacher itself costs ${say.amount(model.teacher.excess)}.`
    );
  },

  table: (model, say) =>
    tableOf(
      model.points,
      [
        lessons,
        ...sorts.flatMap((sort) => [
          means(sort, 'excess'),
          errors(sort, 'excess'),
          means(sort, 'recall'),
          errors(sort, 'recall'),
          means(sort, 'mistakes'),
          errors(sort, 'mistakes'),
        ]),
      ],
      say,
    ),

  laws: [
    {
      name: 'Nobody costs less than the unavoidable: D(P‖Q) ≥ 0',
      tolerance: 1e-9,
      gap: (model) => highest(all(model).map(({ excess }) => -excess.mean)),
    },
    {
      name: 'No student costs less than the best of its kind, on average',
      tolerance: 1e-6,
      gap: (model) => highest(all(model).map(({ excess }) => (model.floor ?? 0) - excess.mean)),
    },
    {
      name: 'Shares are between 0 and 1',
      tolerance: 1e-9,
      gap: (model) => highest(all(model).flatMap(({ recall }) => [recall.mean - 1, -recall.mean])),
    },
    {
      name: 'Nobody guesses better than whoever knows the law',
      tolerance: 1e-9,
      gap: (model) => highest(all(model).map(({ mistakes }) => -mistakes.mean)),
    },
    {
      name: 'Whatever a student is told adds up to 1, and a control of one input leaves the right answer what the teacher gives it',
      tolerance: 1e-5,
      gap({ shown }, { control }) {
        if (!shown) return 0;
        const { told, label } = shown;
        const sums = sorts.map((sort) => Math.abs(told[sort].reduce((sum, p) => sum + p, 0) - 1));
        return Math.max(...sums, control === 'smoothed' ? 0 : Math.abs(told.control[label] - told.teacher[label]));
      },
    },
    {
      name: 'What 500 test labels cost is within six standard errors of what is expected',
      tolerance: 1e-9,
      gap: ({ shown }) => (shown ? Math.abs(shown.test.mean - shown.test.expected) - 6 * shown.test.error - 0.01 : 0),
    },
  ],

  challenges,
  presets,
});
