import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointsOf } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { signs } from '#sim/reduced-text.ts';
import { blockOf, searched, type Look } from './model.ts';
import { fewest, most, mostBlock, params } from './parameters.ts';
import { columns, rowsOf } from './series.ts';
import type { spec } from './spec.ts';

/** Points on a logarithmic axis so dense that a line through them has no corners. */
function thinned(phrases: Look['phrases']): (readonly [number, number])[] {
  let next = 16;
  return phrases.flatMap(({ read, nats }, i) => {
    if (read < next && i < phrases.length - 1) return [];
    next = read * 1.03;
    return [[read, nats / read] as const];
  });
}

/** One sequence, and what three tests say of it. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say, set } = props;
  const { symbols, alphabet, exact, cells, circle } = model;
  const bound = bind(params, props);
  const rows = rowsOf(model);
  const k = blockOf(model, values);
  const isText = values.source === 'text';
  const rate = thinned(model.phrases);
  const perCoin = Math.log(alphabet);
  // Of a text there may be fewer.
  const there = Math.max(fewest, Math.min(most, model.available));
  // Room for a register’s sixteen bits, which no estimate reaches.
  const highest = 1.08 * Math.max(1, ...model.ceilings, Math.min(16 * Math.LN2, exact?.at(-1) ?? 0));
  const coins = line([[0, 0], [mostBlock, mostBlock * perCoin]].map(([x, y]) => y > highest ? [highest / perCoin, highest] as const : [x, y] as const), { role: 'quiet', look: 'dashed', name: isText ? '27 fair signs' : 'fair coins' }); // prettier-ignore
  const phrases: PanelSpec = {
    height: 150,
    key: 'above',
    title: 'Lempel and Ziv',
    x: { domain: [16, most], scale: 'log', base: 2, label: 'Symbols looked at, n' },
    y: { domain: [0, 1.08 * Math.max(1.6 * perCoin, ...rate.map(([, nats]) => nats))], label: 'Paid', information: isText ? 'per sign' : 'per digit' }, // prettier-ignore
    marks: [
      guide(Math.min(values.symbols, there)),
      rule(perCoin, { role: 'quiet', look: 'dashed', name: isText ? '27 fair signs' : 'fair coins' }),
      line(rate, { role: 'model', name: 'phrases' }),
    ],
    drags: [{ ...bound('symbols'), along: 'x', max: there }],
  };
  const last = Math.min(searched, Math.max(1, symbols.length));
  const register: PanelSpec = {
    height: 150,
    key: 'above',
    title: 'Berlekamp and Massey',
    x: { domain: [0, last], label: 'Digits looked at' },
    y: { domain: [0, Math.max(0.56 * last, 1.04 * (cells.at(-1) ?? 0))], label: 'Cells of the shortest register' },
    marks: [
      line([[0, 0], [last, last / 2]], { role: 'quiet', look: 'dashed', name: 'about what coins need' }), // prettier-ignore
      line(
        cells.flatMap((count, n) => (n % 8 === 0 || n === last || count !== cells[n - 1] ? [[n, count] as const] : [])),
        { role: 'exact', look: 'thick', name: 'these digits' },
      ), // prettier-ignore
    ],
  };
  return (
    <div className="looks-random">
      <Settings {...props} params={params} show={['source', values.source === 'logistic' && 'precision']} />
      <p className="looks-random-symbols" dir="ltr">
        {symbols
          .slice(0, 192)
          .map((symbol) => (isText ? signs[symbol] : symbol))
          .join('')}
        {symbols.length > 192 && '…'}
      </p>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 230,
              key: 'above',
              title: 'Blocks of k symbols',
              x: { domain: [0, mostBlock], label: 'Block length, k' },
              y: { domain: [0, highest], label: 'A block holds', information: true },
              marks: [
                guide(k),
                coins,
                line(pointsOf(rows, columns.k, columns.ceiling), { role: 'x', look: 'long', name: 'the most that n symbols can show' }), // prettier-ignore
                exact && line(pointsOf(rows, columns.k, columns.exact).filter(([, nats]) => nats <= highest), { role: 'exact', look: 'thick', name: values.source === 'logistic' ? 'exactly, with real numbers' : 'exactly' }), // prettier-ignore
                dots(pointsOf(rows, columns.k, columns.estimate), { role: 'model', r: 2.8, name: 'seems to hold' }),
              ],
              drags: [{ ...bound('block'), along: 'x', max: Math.max(1, Math.min(mostBlock, symbols.length)) }],
              note: circle && [{ text: `The map is after ${say.count(circle.again)} steps where it was after ${say.count(circle.first)}: from there it goes in a circle of ${say.count(circle.again - circle.first)}.` }], // prettier-ignore
            },
          ],
          cells.length > 0 ? [phrases, register] : [phrases],
        ]}
      />
      {isText && (
        <TextInput
          label={params.text.label}
          text={values.text}
          longest={most}
          say={say}
          onText={(text) => set({ text })}
        />
      )}
      <Settings
        {...props}
        params={params}
        show={['block', 'symbols', ['register', 'generator', 'logistic'].includes(values.source) && 'seed']}
        most={{ symbols: there }}
      />
    </div>
  );
}
