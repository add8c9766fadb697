import { useContext } from 'react';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { Blocks } from './Blocks.tsx';
import { letters, params, wordsOf } from './parameters.ts';
import type { CodeProps } from './props.ts';
import { verdictSentence } from './says.ts';
import { rowsOf, shelf, tree } from './tree.tsx';
import { Words } from './Words.tsx';

/** One question: how short can the words be? */
export function View(props: CodeProps) {
  return (
    <div className="code-builder fig-together" style={{ maxWidth: props.width }}>
      {props.values.seen === 'blocks' ? <Blocks {...props} /> : <Symbols {...props} />}
      <Settings {...props} params={params} show={['seen']} />
    </div>
  );
}

function Symbols(props: CodeProps) {
  const { values, model, width, say, set } = props;
  const alive = useAlive();
  const isFixed = useContext(FixedContext).has('words');
  const rows = rowsOf(model);
  const chosen = Math.min(values.chosen, model.p.length - 1);
  /** To the chosen symbol; then it is the turn of the next that has none. */
  const give = (word: string) => {
    const words = wordsOf(values).map((old, i) => (i === chosen ? (old === word ? '' : word) : old));
    const next = words.indexOf('');
    set({ words: words.join(','), chosen: next < 0 ? chosen : next });
  };
  const compared = [
    { at: 0, value: model.isComplete ? model.mean : 0, role: 'model' as const, says: model.isComplete ? say.number(model.mean) : '—' }, // prettier-ignore
    { at: 1, value: model.huffman, role: 'exact' as const, says: say.number(model.huffman) },
    { at: 2, value: model.fano, says: say.number(model.fano) },
    { at: 3, value: model.shannon ?? 0, says: model.shannon === undefined ? '—' : say.number(model.shannon) }, // prettier-ignore
  ];
  const top = 1.25 * Math.max(1, ...compared.map(({ value }) => value));
  return (
    <>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 28 * rows,
              x: { domain: [0, 1], ticks: [] },
              y: { domain: [rows, 0], bare: true, label: `Choose a word for ${letters[chosen]}: each word above those that begin with it` }, // prettier-ignore
              marks: [tree(model, alive && !isFixed ? give : undefined)],
            },
          ],
          [
            {
              height: 30,
              x: {
                domain: [0, Math.max(1, model.kraft)],
                ticks: [0, 0.5, 1].map((at) => ({ at, text: ['0', '½', '1'][2 * at] })),
                label: 'The shelf has length 1: a word of ℓ digits takes 2 to the power −ℓ',
              },
              y: { domain: [0, 1], bare: true },
              marks: [shelf(model)],
            },
          ],
        ]}
      />
      <p className="hint">{verdictSentence(model, say)}</p>
      <Words {...props} chosen={chosen} />
      <Figure
        {...{ say }}
        width={Math.min(width, 520)}
        rows={[
          [
            {
              height: 110,
              x: {
                domain: [-0.5, 3.5],
                ticks: ['yours', 'Huffman', 'Fano', 'Shannon'].map((text, at) => ({ at, text })),
              },
              y: { domain: [0, top], label: 'Digits for a symbol, expected' },
              marks: [bars(compared, { role: 'quiet', wide: 0.5 }), rule(model.entropy / Math.LN2, { role: 'exact', look: 'dotted', q: 'entropy' })], // prettier-ignore
              note: [
                {
                  text: `Dotted: the entropy, ${say.information(model.entropy)}. A digit holds at most ${say.information(Math.LN2)}.`,
                },
              ],
            },
          ],
        ]}
      />
    </>
  );
}

function More({ values, set }: CodeProps) {
  const { p, words } = values;
  const rest = p.slice(0, -1);
  const left = rest.reduce((a, b) => a + b, 0);
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('p') || !alive;
  return (
    <Folds>
      <Fold question="How often does each symbol come?" holds={['p']}>
        <SimplexControl
          parameter={{ ...params.p, names: letters.slice(0, p.length) }}
          value={p}
          onChange={(next) => set({ p: next })}
        />
        <div className="row">
          <button
            type="button"
            disabled={disabled || p.length === letters.length}
            onClick={() => set({ p: [...p.map((pi) => 0.9 * pi), 0.1], words: `${wordsOf(values).join(',')},` })}
          >
            One symbol more
          </button>
          <button
            type="button"
            disabled={disabled || p.length === 2}
            onClick={
              () =>
              set({ p: rest.map((pi) => (left > 0 ? pi / left : 1 / rest.length)), words: words.split(',').slice(0, rest.length).join(',') }) // prettier-ignore
            }
          >
            One fewer
          </button>
        </div>
      </Fold>
    </Folds>
  );
}
View.More = More;
