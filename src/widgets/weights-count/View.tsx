import type { ViewProps } from '#contract/spec.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Look, Mark, Pair } from '#kit/figure/mark.ts';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { held } from './measured.ts';
import { plain, symbolOf, type Coder, type Race } from './model.ts';
import { fewest, params } from './parameters.ts';
import type { spec } from './spec.ts';

type CountProps = ViewProps<typeof spec>;

const points = 160;
/** The text as it is stored is 8 bits high; what is higher than that is worse than nothing. */
const highest = 1.06 * plain;

const lengthsTo = (most: number) =>
  Array.from({ length: points + 1 }, (_, i) => fewest * (most / fewest) ** (i / points));

function curve(coder: Coder, { most }: Race, look: Look): Mark {
  const all = lengthsTo(most).flatMap((length): Pair[] => {
    const nats = coder.at(length);
    return nats === undefined ? [] : [[length, nats]];
  });
  // From the top of the picture on; a little of what is above it lets the line begin there.
  const first = all.findIndex(([, nats]) => nats <= highest);
  if (first < 0) return {};
  const begin = first === 0 ? [] : [above(all[first - 1], all[first])];
  return line([...begin, ...all.slice(first)], look);
}

/** Where a falling curve comes into the picture. */
function above([x0, y0]: Pair, [x1, y1]: Pair): Pair {
  const share = (y0 - highest) / (y0 - y1);
  return [x0 * (x1 / x0) ** share, highest];
}

/** Strokes of those that are not chosen, in turn, where a key has to tell them apart. */
const strokes = ['thin', 'long', 'dashed', 'dotted', 'solid', 'thick'] as const;

function lookOf(coder: Coder, race: Race, i: number, isNarrow: boolean): Parameters<typeof line>[1] {
  if (i === race.chosen) return { role: 'x', look: 'thick', name: coder.name, prefer: 'start' };
  if (coder.measured === 'counts') return { role: 'exact', look: 'solid', name: coder.name, prefer: 'middle' };
  if (coder.measured === 'online') return { role: 'shared', look: 'solid', name: coder.name };
  if (coder.parameters === 0) return { role: 'quiet', look: 'dashed', name: coder.name };
  const before = race.coders.slice(0, i).filter(({ parameters }, j) => parameters > 0 && j !== race.chosen).length;
  return {
    role: 'model',
    look: isNarrow ? strokes[before % strokes.length] : 'thin',
    name: coder.name,
    prefer: 'start',
  };
}

/** What stands under a bar: on a phone as short as can be read. */
const under = (name: string, isNarrow: boolean) =>
  name === 'learned on the way'
    ? 'on the way'
    : isNarrow
      ? name.replace(/^0/, '').replace('LZMA', 'lzma').replace('L 7B', 'L7B')
      : name;

const inWords = (tick: number) => (tick >= 1e12 ? `${tick / 1e12} T` : tick >= 1e9 ? `${tick / 1e9} G` : tick >= 1e6 ? `${tick / 1e6} M` : `${tick / 1e3} k`); // prettier-ignore

/** One question: who has the shortest file for a text of this length, if its weights are in the file? */
export function View(props: CountProps) {
  const { values, model, width, say } = props;
  const { coders, length, most, chosen } = model;
  const unit = say.unit === 'bits' ? Math.LN2 : 1;
  const symbol = symbolOf(values.set);
  const isNarrow = width < 560;
  const rates = coders.map((coder) => coder.at(length));
  const decades = Array.from({ length: 12 }, (_, i) => fewest * 10 ** i).filter((at) => at <= most);
  const steps = Math.ceil(decades.length / (width < 480 ? 4 : 8));
  const cut = (nats: number) => Math.min(highest, nats);
  const unmeasured = coders.flatMap(({ name }, at) => (rates[at] === undefined ? [{ at, name }] : []));
  const written = (nats: number) => say.amount(nats, nats >= 9.95 * unit ? 0 : width < 360 ? 1 : 2);
  const parts = coders.flatMap((coder, i) => (rates[i] === undefined ? [] : [{ at: i, name: coder.name, rate: rates[i], text: rates[i] - coder.model / length }])); // prettier-ignore
  return (
    <div className="weights-count">
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 260,
              ...(isNarrow && { key: 'above' as const }),
              x: {
                domain: [fewest, most],
                scale: 'log',
                label: `Length of the text, ${symbol}s`,
                ticks: decades.filter((_, i) => i % steps === 0).map((at) => ({ at, text: inWords(at) })),
              },
              y: { domain: [0, highest], label: 'Weights and text together', information: `a ${symbol}` },
              marks: [
                rule(plain, { role: 'quiet', look: 'dotted', name: 'as stored' }),
                guide(length),
                ...coders.map((coder, i) => curve(coder, model, lookOf(coder, model, i, isNarrow))),
                dots(parts.filter(({ at, rate }) => at === chosen && rate <= highest).map(({ rate }) => [length, rate] as const), { role: 'x' }), // prettier-ignore
              ],
              drags: [{ ...bind(params, props)('corpus'), along: 'x', max: most, says: (at: number) => `${say.count(at)} ${symbol}s` }], // prettier-ignore
            },
          ],
          [
            {
              height: 150,
              key: 'above',
              title: `What a text of ${say.count(length)} ${symbol}s takes${unmeasured.map(({ name }) => `; ${name} were not measured on so much`).join('')}`,
              x: { domain: [-0.6, coders.length - 0.4], ticks: coders.map(({ name }, at) => ({ at, text: under(name, isNarrow) })) }, // prettier-ignore
              y: { domain: [0, 1.2 * plain], label: '', information: `a ${symbol}`, ticks: [0, 2, 4, 6, 8].filter((tick) => tick * unit < highest).map((tick) => ({ at: tick * unit, text: String(tick) })) }, // prettier-ignore
              marks: [
                bars(parts.map(({ at, text, rate }) => ({ at, value: cut(text), ...(at === chosen && { role: 'x' as const }), ...(rate <= text && { says: written(rate) }) })), { role: 'exact', wide: 0.7, name: 'text' }), // prettier-ignore
                bars(
                  parts
                    .filter(({ rate, text }) => rate > text)
                    .map(({ at, text, rate }) => ({
                      at,
                      from: text,
                      value: cut(rate),
                      broken: rate > highest,
                      says: written(rate),
                    })),
                  { role: 'model', wide: 0.7, name: 'weights' },
                ),
                bars(
                  unmeasured.map(({ at }) => ({ at, value: 0, says: '?' })),
                  { role: 'quiet', wide: 0.7 },
                ),
                rule(plain, { role: 'quiet', look: 'dotted' }),
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={{ ...params, corpus: { ...params.corpus, unit: `${symbol}s` } }}
        show={[
          'set',
          values.set === 'book' ? 'network' : values.set === 'online' ? 'learner' : 'large',
          'digits',
          'corpus',
        ]}
        most={{ corpus: most }}
      />
    </div>
  );
}

/** What is in the weights, as far as anybody has measured it. */
function More(props: CountProps) {
  const { values, width, say } = props;
  const digits = Number(values.digits);
  const all = [
    { at: 0, value: digits * Math.LN2, called: 'in the file' },
    { at: 1, value: held.noise * Math.LN2, called: 'of noise' },
    { at: 2, value: held.facts * Math.LN2, called: 'of facts' },
  ];
  return (
    <Folds>
      <Fold question="How much can a weight hold?">
        <Figure
          {...{ width, say }}
          label="Bits for each weight"
          rows={[
            [
              {
                height: 130,
                x: { domain: [-0.6, 2.6], ticks: all.map(({ at, called }) => ({ at, text: called })) },
                y: { domain: [0, 1.2 * Math.max(...all.map(({ value }) => value))], label: 'Sent, and held according to two experiments', information: 'a weight' }, // prettier-ignore
                marks: [
                  bars(all.map(({ at, value }) => ({ at, value, says: say.amount(value, 1) })), { role: 'model', wide: 0.5 }), // prettier-ignore
                ],
              },
            ],
          ]}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
