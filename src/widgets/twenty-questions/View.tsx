import { useContext } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { drawn, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { tenth } from '#kit/plot/path.ts';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { boxes, rowsOf } from './boxes.tsx';
import { games, plans } from './model.ts';
import { params, turned } from './parameters.ts';
import { animals, asked, empty, writePlan } from './plan.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** One question: which questions find the animal soonest, on average? */
export function View(props: Props) {
  const { model, width, say } = props;
  const { draw } = model;
  const rows = rowsOf(model);
  const isFound = model.answers.filter((row) => row === model.answers[draw.animal]).length === 1;
  const inOrder = model.strip.filter(({ from, to }) => to > from).map(({ animal }) => animals[animal]);
  const compared = [
    { at: 0, value: model.asked, role: 'model' as const },
    { at: 1, value: model.byNumber },
    { at: 2, value: model.byProbability },
    { at: 3, value: model.best, role: 'exact' as const },
  ];
  const top = 1.25 * Math.max(1, model.entropy / Math.LN2, ...compared.map(({ value }) => value));
  return (
    <div className="fig-together" style={{ maxWidth: width }}>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 38 * (rows + 0.5),
              x: { domain: [0, 1], label: 'How often: a box is as wide as its question is likely to be asked' },
              // Half a row for the secret that was drawn.
              y: {
                domain: [rows, -0.5],
                ticks: [],
                label: 'One row for each question; colored: what the answer tells',
              },
              marks: [
                boxes(model),
                drawn(
                  ({ x, y }) => (
                    <g>
                      <path
                        className="stroke-model"
                        d={`M${tenth(x(draw.at))},${tenth(y(-0.25))}V${tenth(y(draw.asked + 0.7))}`}
                      />{' '}
                      {/* prettier-ignore */}
                      <circle className="solid-model" cx={tenth(x(draw.at))} cy={tenth(y(-0.25))} r={4} />
                    </g>
                  ),
                  {
                    names: ({ x, y }) => [
                      {
                        ...{ text: `secret: ${animals[draw.animal]}`, ink: 'model', size: 12 },
                        spots: (['start', 'end'] as const).map((anchor, i) => ({ x: x(draw.at) + [9, -9][i], y: y(-0.25) + 4, anchor })), // prettier-ignore
                      },
                    ],
                    lines: ({ x, y }) => [[[x(draw.at), y(-0.25)], [x(draw.at), y(draw.asked + 0.7)]]], // prettier-ignore
                  },
                ),
              ],
              note: [{ text: `From left to right: ${inOrder.join(', ')}.` }],
            },
          ],
        ]}
      />
      <Next {...props} />
      <div className="row">
        <span>
          The secret that was drawn: <strong>{animals[draw.animal]}</strong>, {isFound ? 'found' : 'not found yet'}{' '}
          after {draw.asked} {draw.asked === 1 ? 'question' : 'questions'}. In {games} games:{' '}
          {model.error < 1e-12
            ? `${say.number(model.mean, 0)} in each`
            : `${say.number(model.mean, 2)} ± ${say.number(model.error, 2)} on average`}
          , expected {say.number(model.asked)}.
        </span>
        <Another {...props} />
      </div>
      <Figure
        {...{ say }}
        width={Math.min(width, 520)}
        rows={[
          [
            {
              height: 110,
              x: {
                domain: [-0.5, 3.5],
                ticks: [model.open ? 'so far' : 'yours', 'number', 'chance', 'best'].map((text, at) => ({ at, text })),
                label: 'Halved at each step: the number, the chance',
              },
              y: { domain: [0, top], label: 'Questions, expected' },
              marks: [
                bars(compared.map((bar) => ({ ...bar, says: say.number(bar.value) })), { role: 'quiet', wide: 0.5 }), // prettier-ignore
                rule(model.entropy / Math.LN2, { role: 'exact', look: 'dotted', q: 'entropy' }),
              ],
              note: [
                {
                  text: `Dotted: the entropy, ${say.information(model.entropy)}. One answer tells at most ${say.information(Math.LN2)}.`,
                },
              ],
            },
          ],
        ]}
      />
    </div>
  );
}

const useDisabled = (name: string) => {
  const alive = useAlive();
  return useContext(FixedContext).has(name) || !alive;
};

/** The next question, about the open animals that come up most often. */
function Next({ values, model, set }: Props) {
  const disabled = useDisabled('plan');
  const { open, answers, p } = model;
  const yes = open?.filter((animal) => values.yes.includes(String(animal))) ?? [];
  const isQuestion = open !== undefined && yes.length > 0 && yes.length < open.length;
  const plan = (next: readonly string[]) => set({ plan: writePlan(next), yes: '' });
  return (
    <>
      <div className="row" role="group" aria-label="Who gets a yes in the next question?">
        {open ? (
          <>
            <span>A yes for:</span>
            {open.map((animal) => (
              <button
                key={animal}
                type="button"
                aria-pressed={yes.includes(animal)}
                disabled={disabled}
                onClick={() => set({ yes: turned(values.yes, animal) })}
              >
                {animals[animal]}
              </button>
            ))}
            <button type="button" disabled={disabled || !isQuestion} onClick={() => plan(asked(answers, open, yes))}>
              Ask
            </button>
          </>
        ) : (
          <span>All animals are told apart.</span>
        )}
        <button
          type="button"
          disabled={disabled || values.plan === empty}
          onClick={() => set({ plan: empty, yes: '' })}
        >
          Make a plan of your own
        </button>
      </div>
      <div className="row" role="group" aria-label="Plans">
        <button type="button" disabled={disabled} onClick={() => plan(plans.number(p))}>
          Halve the number here
        </button>
        <button type="button" disabled={disabled} onClick={() => plan(plans.probability(p))}>
          Halve the probability here
        </button>
        <button type="button" disabled={disabled} onClick={() => plan(plans.huffman(p))}>
          The best here
        </button>
      </div>
    </>
  );
}

function Another({ values, set }: Props) {
  const disabled = useDisabled('seed');
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={() => set({ seed: (values.seed * 48271 + 11) % params.seed.max })}
    >
      Another secret
    </button>
  );
}

function More({ values, set }: Props) {
  return (
    <Folds>
      <Fold question="How often is each animal thought of?" holds={['p']}>
        <SimplexControl parameter={params.p} value={values.p} onChange={(p) => set({ p })} />
      </Fold>
    </Folds>
  );
}
View.More = More;
