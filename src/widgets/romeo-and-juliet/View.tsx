import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { symbols } from '#sim/author-symbols.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** So much evidence for either author, in nats, has room at least; that of the whole past leaves the picture. */
const reach = 6 * Math.LN2;
/** Letters of which the predictions are drawn. */
const likeliest = 8;

const nameOf = (symbol: number) => (symbols[symbol] === ' ' ? '␣' : symbols[symbol]);

/** The text with its window, what both believe along it, and what both expect next. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { text, isRead, read, whole, windowed, now } = model;
  const from = Math.max(0, read - values.window);
  const most = now.whole.prediction.map((p, y) => Math.max(p, now.window.prediction[y]));
  const shown = Array.from(most.keys())
    .sort((a, b) => most[b] - most[a])
    .slice(0, likeliest);
  const range = [Math.min(-reach, ...windowed), Math.max(reach, ...windowed)] as const;
  // The whole past soon leaves the picture: then its name says where it is.
  const { odds } = now.whole;
  const isOut = odds < range[0] || odds > range[1];
  const past = isOut ? `whole past, here at ${say.information(odds, 1)}` : 'whole past';
  return (
    <div>
      <p className="tiny-authors-text" aria-busy={!isRead}>
        {!isRead && <span className="hint">The two networks write and read. </span>}
        <span className="tiny-authors-past">{text.slice(0, from)}</span>
        <mark>{text.slice(from, read)}</mark>
        {text.slice(read)}
      </p>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 150,
              key: 'above',
              x: { domain: [2, Math.max(3, text.length)], label: 'Letters read' },
              y: {
                domain: range,
                label: 'Evidence: up for Austen, down for Melville',
                information: true,
              },
              marks: [
                rule(0, { role: 'quiet' }),
                guide(read),
                line(whole.map((odds, i) => [i + 2, odds] as const), { role: 'exact', look: 'long', name: past }), // prettier-ignore
                line(windowed.map((odds, i) => [i + 2, odds] as const), { role: 'model', look: 'solid', name: 'window' }), // prettier-ignore
                dots([[read, now.whole.odds]], { role: 'exact' }),
                dots([[read, now.window.odds]], { role: 'model' }),
              ],
              drags: [{ ...bind(params, props)('read'), along: 'x', max: Math.max(3, text.length) }],
            },
          ],
          [
            {
              height: 100,
              key: 'above',
              x: {
                domain: [-0.6, likeliest - 0.4],
                label: 'The next letter, the likeliest ones',
                ticks: shown.map((symbol, at) => ({ at, text: nameOf(symbol) })),
              },
              y: { domain: [0, 1.1 * Math.max(...most)], label: 'Probability' },
              marks: [
                bars(shown.map((symbol, at) => ({ at, value: now.whole.prediction[symbol] })), { role: 'exact', wide: 0.6, name: 'whole past' }), // prettier-ignore
                dots(shown.map((symbol, at) => [at, now.window.prediction[symbol]] as const), { role: 'model', r: 4.5, name: 'window' }), // prettier-ignore
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        most={{ read: Math.max(read, text.length) }}
        show={['authors', ['window', 'read'], ['author', 'seed'], 'own']}
      />
    </div>
  );
}
