import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { indexOf, priorOf, type Lengths } from './model.ts';
import { longest, params, textLength } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Where the axis of misses ends below; it has no zero. */
const lowest = 1e-6;
const powers = ['10⁻⁶', '10⁻⁴', '0.01', '1'];

/** The letter after which both chains go on alike, if there is just one. */
function lettersAlike({ firstA, firstB, secondA, secondB }: Props['values']): 'a' | 'b' | undefined {
  if ((firstA === secondA) === (firstB === secondB)) return undefined;
  return firstA === secondA ? 'a' : 'b';
}

/** Above one text, and what is believed along it; below all windows, of every length and of this one. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { window, writer } = values;
  const j = indexOf(writer);
  const { lengths, bins, whole, seen, areSame } = model;
  const along = (beliefs: readonly number[]) => beliefs.map((belief, t) => [t + 1, belief] as const);
  const curve = (of: (lengths: Lengths) => number) =>
    lengths.filter((one) => of(one) > 0).map((one) => [one.length, of(one)] as const);
  // After a letter after which the chains go on alike nothing is missed: the mean counts that, the best window does not.
  const alike = lettersAlike(values);
  const highest = Math.max(...bins.map(({ share }) => share));
  // Of chains that are the same no letter tells which of them runs.
  const inTheEnd = areSame ? priorOf(values) : 1;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 150,
              key: 'above',
              title: 'Along one text: how probable the chain that runs is',
              x: { domain: [0, textLength], label: 'Letters so far' },
              y: { domain: [0, 1.04], ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })) },
              marks: [
                line(along(seen), { role: 'model', look: 'thin', name: `to one who sees ${window === 1 ? 'the last letter' : `the last ${window} letters`}` }), // prettier-ignore
                line(along(whole), { role: 'exact', look: 'thick', name: 'to one who sees the whole past' }),
              ],
            },
          ],
          [
            {
              height: 150,
              key: 'above',
              title: 'How far a window’s prediction is off, in the long run',
              x: {
                domain: [0.5, longest + 0.5],
                label: 'Letters in the window, w',
                ticks: [1, 4, 8, 12, 16, 20, 24].map((w) => ({ at: w, text: String(w) })),
              },
              y: {
                domain: [lowest, 1],
                scale: 'log',
                ticks: powers.map((text, i) => ({ at: 100 ** (i - 3), text })),
              },
              marks: [
                line(
                  curve(({ greatest }) => greatest[j]),
                  { role: 'y', look: 'dashed', name: 'worst window' },
                ),
                line(
                  curve(({ mean }) => mean[j]),
                  { role: 'model', look: 'solid', name: alike ? `mean, also after ${alike}` : 'mean' },
                ),
                line(
                  curve(({ least }) => least[j]),
                  {
                    role: 'x',
                    look: 'long',
                    name: alike ? `best window after ${alike === 'a' ? 'b' : 'a'}` : 'best window',
                  },
                ),
                guide(window),
              ],
              drags: [{ ...bind(params, props)('window'), along: 'x' }],
            },
            {
              height: 150,
              key: 'above',
              title: `All ${say.count(2 ** window)} windows of ${window === 1 ? 'one letter' : `${window} letters`}`,
              x: { domain: [0, 1.02], label: 'It gives the chain that runs' },
              y: { domain: [0, 1.1 * highest], label: 'Share of windows' },
              marks: [
                bars(
                  bins.filter(({ share }) => share > 0).map(({ from, share }) => ({ at: from + 0.025, value: share })),
                  { role: 'model', wide: 0.04 },
                ),
                dots([[inTheEnd, 0]], { role: 'exact', name: 'whole past, in the end' }),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['window', 'writer']} />
    </div>
  );
}

View.More = (props: Props) => (
  <More>
    <Fold
      question="Other chains, and other odds beforehand?"
      holds={['firstA', 'firstB', 'secondA', 'secondB', 'prior', 'seed']}
    >
      <Settings {...props} params={params} show={['prior', ['firstA', 'firstB'], ['secondA', 'secondB'], 'seed']} />
    </Fold>
  </More>
);
