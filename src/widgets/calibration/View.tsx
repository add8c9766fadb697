import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { Folds } from './Folds.tsx';
import { saysBest, temperatures } from './halves.ts';
import { sayNothing, type Calibrated, type Looked } from './model.ts';
import { longestText, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const inBins = ({ bins }: Looked, role: 'model' | 'x', name: string) => [
  whiskers(bins.map(({ said, low, high }) => [said, low, high] as const), { role }), // prettier-ignore
  dots(bins.map(({ said, came }) => [said, came] as const), { role, name }), // prettier-ignore
];

function reliabilityPanel({ model, values, say }: Props): PanelSpec {
  const { shown, yours, run, source } = model;
  return {
    height: 250,
    title: 'Said, and came true',
    key: 'above',
    x: {
      domain: [0, 1],
      label: source === 'learned' ? 'Probability given to yes' : 'Probability given to the likeliest token',
    },
    y: { domain: [0, 1], label: 'Share that came true' },
    marks: [
      line([[0, 0], [1, 1]], { role: 'quiet', look: 'dashed', name: 'calibrated' }), // prettier-ignore
      run && line(run.curve, { role: 'exact', look: 'dotted', name: 'in the long run, exactly' }),
      shown &&
        line(shown.blocks.flatMap(({ from, to, share }) => [[from, share], [to, share]] as const), { role: 'model', look: 'thin', name: 'without bins' }), // prettier-ignore
      ...(shown ? inBins(shown, 'model', 'in bins, with 95 % intervals') : []),
      ...(yours ? inBins(yours, 'x', 'your bets') : []),
    ],
    note: shown
      ? [
          {
            text: `Calibration error in bins: ${say.number(shown.error, 3)}. Were each forecast exactly right: ${say.number(shown.chance.mean, 3)} ±\u00a0${say.number(shown.chance.deviation, 3)}.`,
          },
        ]
      : [{ text: sayNothing(values) }],
  };
}

function lossPanel(props: Props): PanelSpec {
  const { model, say } = props;
  const { halves, own, run, source, at } = model;
  const curve = (losses: readonly number[]) => losses.map((loss, i) => [temperatures[i], loss] as const);
  const drawn = [
    ...(halves ? [halves.first, halves.second] : []),
    ...(own ? [own.losses] : []),
    ...(run ? [run.losses] : []),
  ];
  const [least, most] = drawn.length > 0 ? [Math.min(...drawn.flat()), Math.max(...drawn.flat())] : [0, 1];
  const room = 0.08 * (most - least);
  return {
    height: 250,
    title: 'What a temperature costs',
    key: 'above',
    x: { domain: [0.5, 4], scale: 'log', base: 2, label: 'Temperature T' },
    y: {
      domain: [Math.max(0, least - room), most + room],
      label: 'Paid',
      information: source === 'learned' ? 'per case' : 'per token',
    },
    marks: [
      guide(at),
      own && line(curve(own.losses), { role: 'quiet', look: 'long', name: 'its own examples' }),
      run && line(curve(run.losses), { role: 'exact', look: 'dotted', name: 'new cases, expected' }),
      halves && line(curve(halves.first), { role: 'model', look: 'dashed', name: 'first half' }),
      halves && line(curve(halves.second), { role: 'model', name: 'second half' }),
    ],
    drags: [{ ...bind(params, props)('temperature'), along: 'x' }],
    note: halves && [
      {
        text: `Best on the first half: T ${saysBest(halves.best, say)}. On the second it saves ${say.information(halves.gain)} ±\u00a0${say.amount(halves.gainError)}.`,
      },
    ],
  };
}

function binsPanel(props: Props): PanelSpec {
  const { shown, perBins, run } = props.model;
  const { bins } = props.values;
  const spans = perBins.map(
    ({ bins: at, chance: { mean, deviation } }) => [at, mean - deviation, mean + deviation] as const,
  );
  const most = Math.max(0.1, shown?.error ?? 0, ...perBins.map(({ error }) => error), ...spans.map(([, , to]) => to));
  return {
    height: 150,
    title: 'The error depends on the bins',
    key: 'above',
    x: { domain: [1, 50], scale: 'log', label: 'Bins' },
    y: { domain: [0, 1.1 * most], label: 'Calibration error' },
    marks: [
      area(spans, { role: 'exact', name: 'if each were right, ± 1 deviation' }),
      line(perBins.map(({ bins: at, chance }) => [at, chance.mean] as const), { role: 'exact', name: 'its mean, exactly' }), // prettier-ignore
      run && rule(run.error, { role: 'quiet', look: 'dotted', name: 'in the long run' }),
      line(perBins.map(({ bins: at, error }) => [at, error] as const), { role: 'model', name: 'these forecasts' }), // prettier-ignore
      guide(bins),
      shown && dots([[bins, shown.error]], { role: 'model' }),
    ],
    drags: [{ ...bind(params, props)('bins'), along: 'x' }],
  };
}

/** Whether the network has still to say what is asked, in a sentence. */
function saysState({ isPrepared, at, source, shown, tokens }: Calibrated, temperature: number): string {
  if (source !== 'network') return '';
  if (isPrepared)
    return at === temperature
      ? 'These forecasts were prepared with the network and stand in the page.'
      : 'This is T = 1, as it was prepared: for another temperature the network has to read, which needs its weights from the net.';
  return shown && shown.count < tokens ? `${shown.count} of ${tokens} tokens are read.` : '';
}

export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const state = saysState(model, values.temperature);
  return (
    <div>
      {values.source === 'network' && (
        <TextInput label="A text" text={values.text} longest={longestText} say={say} onText={(text) => set({ text })} />
      )}
      {state && <p className="hint">{state}</p>}
      <Figure {...{ width, say }} rows={[[reliabilityPanel(props), lossPanel(props)], [binsPanel(props)]]} />
      <Settings
        {...props}
        params={params}
        show={[
          'source',
          'temperature',
          'bins',
          values.source === 'learned' && 'examples',
          values.source === 'learned' && 'forecasts',
        ]}
      />
    </div>
  );
}

View.More = Folds;
