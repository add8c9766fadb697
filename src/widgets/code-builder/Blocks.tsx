import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { letters, params } from './parameters.ts';
import type { CodeProps } from './props.ts';

/** What each symbol costs if k of them share a word. */
export function Blocks(props: CodeProps) {
  const { model, width, say } = props;
  const { blocks, block, p } = model;
  const entropy = model.entropy / Math.LN2;
  const points = blocks.map((length, i) => [i + 1, length] as const);
  const bounds = Array.from({ length: 10 * (blocks.length - 1) + 1 }, (_, i) => [1 + i / 10, entropy + 1 / (1 + i / 10)] as const); // prettier-ignore
  return (
    <>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 210,
              key: 'above',
              x: {
                domain: [1, blocks.length],
                ticks: points.map(([at]) => ({ at, text: String(at) })),
                label: 'k, symbols that share a word',
              },
              y: { domain: [0, 1.05 * (entropy + 1)], label: 'Digits for each symbol, expected' },
              marks: [
                guide(block),
                line(bounds, { role: 'quiet', look: 'dashed', name: 'entropy + 1/k, in bits' }),
                rule(entropy, { role: 'exact', look: 'dotted', name: 'entropy, in bits', q: 'entropy' }),
                line(points, { role: 'model', look: 'solid', name: 'Huffman’s code for blocks' }),
                dots(points, { role: 'model' }),
              ],
              drags: [{ ...bind(params, props)('block'), value: block, along: 'x', max: blocks.length }],
            },
          ],
        ]}
      />
      <p className="hint">
        {p.map((pi, i) => `${letters[i]} ${say.probability(pi)}`).join(', ')}. With{' '}
        {block === 1 ? 'one symbol' : `${block} symbols`} in a word: <strong>{say.number(blocks[block - 1])}</strong>{' '}
        digits for each. The entropy is {say.information(model.entropy)}.
      </p>
      <Settings {...props} params={params} show={['block']} most={{ block: blocks.length }} />
    </>
  );
}
