import { bind } from '#kit/figure/bind.ts';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { AxisSpec, PanelSpec } from '#kit/figure/panel.ts';
import { compare, meansOf, type Comparison } from './comparison.ts';
import type { ContextLength } from './model.ts';
import { params } from './parameters.ts';
import { contexts } from './source.ts';

/** Contexts stand evenly: every step doubles them, but for the first two, 0 and 1. */
const overContexts: AxisSpec = {
  domain: [-0.3, contexts.length - 0.7],
  ticks: contexts.map((context, at) => ({ at, text: String(context) })),
};

/** A little above the highest and below the lowest value, so that names have room. */
function around(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = 0.22 * Math.max(most - least, 0.035);
  return [least - room, most + room];
}
const placed = (nats: readonly number[], from = 0) => nats.map((amount, i) => [from + i, amount] as const);

/** What the next symbol of a known source costs: whoever knows it, and somebody who believes something else. */
export function sourcePanel({ source: { exact, believer, rate } }: ContextLength): PanelSpec {
  const [toBeliever, toKnower] = [
    { role: 'model', q: 'cross-entropy' },
    { role: 'exact', q: 'next-given-past' },
  ] as const;
  return {
    height: 150,
    title: 'Of a source whose law is known',
    x: overContexts,
    y: { domain: around([rate, ...exact, ...believer]), label: 'Expected cost of the next', information: 'per symbol' },
    marks: [
      rule(rate, { role: 'quiet', look: 'dashed', q: 'entropy-rate', name: 'entropy rate' }),
      line(placed(believer), { ...toBeliever, name: 'to the believer' }),
      dots(placed(believer), toBeliever),
      line(placed(exact), { ...toKnower, look: 'solid', name: 'to one who knows it' }),
      dots(placed(exact), toKnower),
    ],
  };
}

/** Mean surprisal of the same tokens of the text after more and more context; whiskers are for the difference from the last. */
export function textPanel(
  { reading }: ContextLength,
  found: Comparison,
  bound: ReturnType<typeof bind<typeof params>>,
): PanelSpec {
  const means = meansOf(reading);
  const last = means.length - 1;
  const first = contexts.indexOf(reading.contexts[0]);
  const errors = means.slice(0, last).map((nats, i): readonly [number, number, number] => {
    const error = compare(reading, reading.contexts[i])?.standardError ?? 0;
    return [first + i, nats - error, nats + error];
  });
  const [before, after] = found.at.map((i) => means[i]);
  const [from, to] = found.at.map((i) => first + i);
  const model = { role: 'model', q: 'surprisal' } as const;
  const less = bound('less');
  const domain = around([...means, ...errors.flatMap(([, low, high]) => [low, high])]);
  return {
    height: 150,
    title: 'Of your text, to the model',
    x: { ...overContexts, label: 'Symbols or tokens of context' },
    y: { domain, label: 'Mean cost of the same tokens', information: 'per token' },
    marks: [
      guide(from, domain[0], before),
      line([[from, before], [to, before]], { role: 'quiet', look: 'dashed' }), // prettier-ignore
      line([[to, before], [to, after]], { role: 'y', look: 'thick' }), // prettier-ignore
      whiskers(errors, model),
      line(placed(means, first), model),
      dots(placed(means, first), model),
    ],
    drags: [
      {
        ...{
          ...less,
          value: String(found.shorter),
          along: 'x',
          at: (value: string) => contexts.indexOf(Number(value)),
        },
        parameter: { ...params.less, options: params.less.options.filter(({ value }) => Number(value) < found.longer) },
        set: (value: string) => less.set(value as typeof less.value),
      },
    ],
  };
}
