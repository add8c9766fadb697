import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { curvePanels, gap, lessonPanels, mapPanels } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';
import { kinds } from './world.ts';

/** One lesson as each sort of student hears it, what such a student then makes of A, and all students for every number of lessons. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { shown } = model;
  return (
    <div>
      <Settings {...props} params={params} show={['withheld', 'lessons', 'temperature', 'scatter']} />
      {shown && (
        <>
          <p className="hint">
            One lesson: what each student is told of the input at the ring. The label is {kinds[shown.label]}.
          </p>
          <Figure {...{ width, say }} gap={gap} rows={[lessonPanels(props)]} label="One lesson" />
          <p className="hint">
            What such a student makes of A after {say.count(values.lessons)} lessons, and the truth: the darker, the
            more probable. Inside the outline A is the first guess.
          </p>
          <Figure {...{ width, say }} gap={gap} rows={[mapPanels(props)]} label="What is an A" />
        </>
      )}
      <Figure {...{ width, say }} rows={[curvePanels(props)]} label="All students" />
      <Settings {...props} params={params} show={['judged', 'control']} />
      <More>
        <Fold question="How good is the teacher, and how simple the student?" holds={['taught', 'width', 'penalty']}>
          <Settings {...props} params={params} show={['taught', 'width', 'penalty']} />
        </Fold>
        <Fold question="Which lessons are drawn?" holds={['seed']}>
          <Settings {...props} params={params} show={['seed']} />
        </Fold>
      </More>
    </div>
  );
}
