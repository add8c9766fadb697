import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { curvePanels, gap, inRows, leaving, lessonPanels, mapPanels } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';
import { kinds } from './world.ts';

/** One lesson as each sort of student hears it, what such a student then makes of A, and all students for every number of lessons. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { shown } = model;
  return (
    <div>
      <Settings {...props} params={params} show={['withheld', 'lessons', 'temperature', 'penalty', 'scatter']} />
      {shown && (
        <>
          <p className="hint">
            One lesson: what each student is told of the input at the ring
            {values.temperature !== 1 &&
              `, probabilities at T = ${say.number(values.temperature, values.temperature % 1 === 0 ? 0 : 1)}`}
            . The label is {kinds[shown.label]}.
          </p>
          <Figure {...{ width, say }} gap={gap} rows={inRows(lessonPanels(props), width)} label="One lesson" />
          <p className="hint">
            What such a student makes of A after {say.count(values.lessons)} lessons, and the truth: the stronger the
            color, the more probable, in steps at 5, 15, 30, 50 and 70 percent. Inside the outline A is the first guess.
          </p>
          <Figure {...{ width, say }} gap={gap} rows={inRows(mapPanels(props), width)} label="What is an A" />
        </>
      )}
      <Figure {...{ width, say }} rows={[curvePanels(props)]} label="All students" />
      {leaving(props) && (
        <p className="hint">A line that leaves a picture goes on outside. Its numbers are in the data table.</p>
      )}
      <Settings {...props} params={params} show={['judged', 'control']} />
      <More>
        <Fold question="How good is the teacher, and how far does A scatter?" holds={['taught', 'width']}>
          <Settings {...props} params={params} show={['taught', 'width']} />
        </Fold>
        <Fold question="Which lessons are drawn?" holds={['seed']}>
          <Settings {...props} params={params} show={['seed']} />
        </Fold>
      </More>
    </div>
  );
}
