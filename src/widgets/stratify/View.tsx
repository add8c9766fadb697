import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { interaction, type Row, type Stratified } from './model.ts';
import { markers, params, real } from './parameters.ts';
import { nameOf, trialInWords, type spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const kinds = ['prognostic', 'predictive', 'both', 'neither'] as const;
/** Where the bars of a group stand: without the marker, with it; usual, new. */
const places = [[1, 2], [3.6, 4.6]] as const; // prettier-ignore

/** Good outcomes in both arms, without the marker and with it. */
function markerPanel({ model, ...props }: Props, k: number): PanelSpec {
  const { recorded, caused } = model.exact[k];
  const { values } = props;
  const bound = bind(params, props);
  const bar = (t: number) => [0, 1].map((m) => ({ at: places[m][t], value: recorded[m][t] }));
  const drag = (key: 'prognostic' | 'predictive' | 'turn', base: number, across: number) => ({
    ...bound(key),
    ...{ along: 'y' as const, across, at: (value: number) => base + value, from: (at: number) => at - base },
  });
  return {
    height: 140,
    key: k === 0 ? 'above' : 'elsewhere',
    share: 1,
    title: `${markers[k]}: ${kinds[k]}`,
    x: { domain: [0.2, 5.4], ticks: [{ at: 1.5, text: 'without' }, { at: 4.1, text: 'with' }] }, // prettier-ignore
    y: { domain: [0, 1], ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })) },
    marks: [
      bars(bar(0), { role: 'quiet', wide: 0.9, ...(k === 0 && { name: 'usual treatment' }) }),
      bars(bar(1), { role: 'model', wide: 0.9, ...(k === 0 && { name: 'new treatment' }) }),
      values.steered !== 0 && dots(caused.flatMap((row, m) => row.map((p, t) => [places[m][t], p] as const)), { role: 'exact', ...(k === 0 && { name: 'if a coin decides' }) }), // prettier-ignore
    ],
    drags: [
      k === 0 && drag('prognostic', 0.5, 4.1),
      k === 1 && drag('predictive', 0.5 + values.advantage, places[1][1]),
      k === 2 && drag('turn', 0.5 + values.main + values.advantage, places[1][1]),
    ],
  };
}

const four = markers.map((name, k) => ({ at: k + 1, text: name }));

/** One number for each of the four markers. */
function scorePanel(title: string, values: readonly number[], least: number, information: boolean): PanelSpec {
  const [low, high] = [Math.min(0, ...values), Math.max(least, ...values)];
  return {
    height: 100,
    title,
    x: { domain: [0.4, 4.6], ticks: four },
    y: {
      domain: [1.15 * low, 1.15 * high],
      label: information ? 'Information' : 'In 100 patients',
      ...(information && { information: true as const }),
    },
    marks: [bars(values.map((value, k) => ({ at: k + 1, value })), { role: information ? 'shared' : 'exact', wide: 0.6 })], // prettier-ignore
  };
}

/** Four markers in two arms, and three scores of them. */
export function View(props: Props) {
  const { model, width, say } = props;
  const all = markers.map((_, k) => markerPanel(props, k));
  return (
    <div>
      <Figure
        {...{ width, say }}
        gap={width < 620 ? 20 : 24}
        rows={[
          ...(width < 620 ? [all.slice(0, 2), all.slice(2)] : [all]),
          [
            scorePanel('Tells of the outcome', model.exact.map(({ told }) => told), 0.01, true), // prettier-ignore
            scorePanel('Tells more within the arms', model.exact.map(interaction), 0.01, true),
            scorePanel('More good outcomes, if it chooses', model.exact.map(({ worth }) => 100 * worth), 1, false), // prettier-ignore
          ],
        ]}
      />
      <Settings {...props} params={params} show={['advantage']} />
    </div>
  );
}

/** Worth, or interaction, of B and C for every average advantage. */
function curvePanel(props: Props, of: 'worth' | 'interaction'): PanelSpec {
  const { curve } = props.model;
  const isWorth = of === 'worth';
  const points = (key: keyof Row) => curve.map((row) => [100 * row.advantage, (isWorth ? 100 : 1) * row[key]] as const);
  const [b, c] = isWorth ? [points('worthB'), points('worthC')] : [points('interactionB'), points('interactionC')];
  const bound = bind(params, props);
  return {
    height: 120,
    key: isWorth ? 'above' : 'elsewhere',
    title: isWorth ? 'Choosing by the marker brings' : 'The marker’s interaction',
    x: { domain: [-7, 7], label: 'New treatment: good outcomes above 50, in 100 patients' },
    y: {
      domain: [0, 1.15 * Math.max(isWorth ? 1 : 0.01, ...[...b, ...c].map(([, y]) => y))],
      label: isWorth ? 'Good outcomes, in 100 patients' : 'Information',
      ...(!isWorth && { information: true as const }),
    },
    marks: [
      guide(100 * props.values.advantage),
      line(b, { role: 'exact', look: 'solid', ...(isWorth && { name: 'B' }) }),
      line(c, { role: 'shared', look: 'long', ...(isWorth && { name: 'C' }) }),
    ],
    drags: [isWorth && { ...bound('advantage'), along: 'x' as const, at: (d: number) => 100 * d, from: (at: number) => at / 100 }], // prettier-ignore
  };
}

/** Twelve markers in one trial, beside what is true, and what the largest is where there is nothing. */
function trialPanel({ trial, exact }: Stratified): PanelSpec {
  const { estimated, means, errors, byChance } = trial;
  const truth = estimated.map((_, k) => interaction(exact[Math.min(k, real)]));
  const top = Math.max(...estimated, ...truth, byChance, ...means.map((mean, k) => mean + errors[k]));
  const low = Math.min(0, ...estimated, ...truth, ...means.map((mean, k) => mean - errors[k]));
  const places = estimated.map((_, k) => k + 1);
  return {
    height: 180,
    key: 'above',
    title: 'Twelve markers in one trial',
    x: {
      domain: [0.4, 12.6],
      ticks: places.map((at) => ({ at, text: at <= 4 ? markers[at - 1] : nameOf(at - 1).slice(1) })),
      label: 'A, B, C and nine coins: D and 2 to 9',
    },
    y: { domain: [1.1 * low, 1.1 * top], label: 'Interaction', information: true },
    marks: [
      rule(0, { role: 'quiet', look: 'thin' }),
      rule(byChance, { role: 'x', look: 'dashed', name: 'largest, markers dealt anew' }),
      whiskers(places.map((at, k) => [at, means[k] - errors[k], means[k] + errors[k]] as const), { role: 'quiet' }), // prettier-ignore
      dots(
        places.map((at, k) => [at, truth[k]] as const),
        { role: 'exact', name: 'exact' },
      ),
      dots(
        places.map((at, k) => [at, estimated[k]] as const),
        { role: 'model', name: 'in this trial' },
      ),
    ],
    note: [{ text: 'Whiskers: mean of 30 other trials of this size, ± one standard deviation', ink: 'soft' }],
  };
}

function More(props: Props) {
  const { model, values, width, say } = props;
  const [usual, fresh] = model.recorded.map((p) => say.number(100 * p, 1));
  return (
    <Folds>
      <Fold question="When does an interaction change the choice?" holds={['advantage']}>
        <Figure
          {...{ width, say }}
          rows={[[curvePanel(props, 'worth'), curvePanel(props, 'interaction')]]}
          label="When an interaction changes the choice"
        />
      </Fold>
      <Fold question="What would a trial say?" holds={['patients', 'seed']}>
        <Figure {...{ width, say }} rows={[[trialPanel(model)]]} label="What a trial says" />
        <p>{trialInWords(model, values.patients, say)}</p>
        <Settings {...props} params={params} show={['patients', 'seed']} />
      </Fold>
      <Fold question="What if no coin decides who gets which treatment?" holds={['steered']}>
        <Settings {...props} params={params} show={['steered']} />
        <p>
          Recorded: {usual} good outcomes in 100 patients with the usual treatment, {fresh} with the new one. If a coin
          decides: {say.number(50 - 100 * values.advantage, 1)} and {say.number(50 + 100 * values.advantage, 1)}.
        </p>
      </Fold>
      <Fold question="The effects, as numbers" holds={['prognostic', 'predictive', 'main', 'turn']}>
        <Settings
          {...props}
          params={params}
          show={[
            ['prognostic', 'predictive'],
            ['main', 'turn'],
          ]}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
