import { natsPer } from '#contract/say.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, guide, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { lawEdges, rowEdges, standing, type TunerProps } from './drags.ts';
import { LineTable } from './LineTable.tsx';
import { below, columns, ribbons, strips, ties } from './lineMarks.tsx';
import { cleanOf, closedForm, unchangedIfEven, type Tuned } from './model.ts';
import { mostRounds, params } from './parameters.ts';
import { Rounds } from './Rounds.tsx';

const tall = 210;
/** How high the columns are drawn: what tells more than this is cut off, with an arrowhead. */
const topOf = (tuned: Tuned) => 1.3 * cleanOf(tuned);

/** The line as a flow of probability, and on each letter what it tells. */
function flow(props: TunerProps): PanelSpec {
  const { model, say } = props;
  const { now } = model;
  const clean = cleanOf(model);
  // What no way to send could save: the highest column is below the best line with so many letters by so much.
  const lost = clean - (now.upper ?? Infinity);
  const top = topOf(model);
  const unit = natsPer(say.unit);
  // The floor of the columns is 0; what is below is drawn in pixels.
  const floor = (-top * below) / tall;
  const step = top / unit > 1.6 ? 0.5 : 0.25;
  const ticks = Array.from({ length: Math.floor(top / unit / step) + 1 }, (_, i) => ({ at: i * step * unit, text: String(i * step) })); // prettier-ignore
  const highest = Math.min(top, now.upper ?? Infinity);
  const isCut = (now.upper ?? Infinity) > top;
  const drags = lawEdges(props);
  return {
    height: tall + below,
    key: 'above',
    x: { domain: [0, 1], bare: true },
    y: { domain: [floor, top], ticks, label: 'What a letter tells if it is sent, D(Wₓ‖Q)', information: true },
    marks: [
      lost > 1e-9 && area([0, 1].map((x) => [x, clean - lost, clean] as const), { role: 'quiet', name: `lost on the way, for sure: ${say.amount(lost)}` }), // prettier-ignore
      columns(model, top),
      ribbons(model),
      area([0, 1].map((x) => [x, now.lower, highest] as const), { role: 'shared', name: 'the capacity is in here' }), // prettier-ignore
      rule(clean, { role: 'z', look: 'solid', name: 'the best line with so many letters' }),
      !isCut && rule(highest, { role: 'quiet', look: 'dashed', name: 'the highest column: at most' }), // prettier-ignore
      rule(now.lower, { role: 'exact', look: 'dotted', name: 'the mean, I(X;Y): at least' }),
      ties(standing(drags)),
    ],
    drags,
    note: [
      {
        text: `Drag the edge between two letters to send one of them more often.${isCut ? ' A column with an arrowhead goes on above the picture.' : ''}`,
      },
    ],
  };
}

const noiseOf: Readonly<Record<string, string>> = {
  flips: 'How often a letter is flipped',
  erases: 'How often a letter is erased',
  fades: 'How often a 1 becomes a 0',
  slips: 'How often the next key is struck',
};

/** The capacity over the noise, beside what one would think who counts the errors. */
function curve(props: TunerProps): PanelSpec {
  const { model, values } = props;
  const noises = Array.from({ length: 101 }, (_, i) => i / 100);
  const clean = cleanOf(model);
  return {
    height: 150,
    key: 'above',
    title: 'What the noise costs',
    x: { domain: [0, 1], label: noiseOf[values.line] },
    y: { domain: [0, 1.1 * clean], label: 'Capacity', information: 'per letter' },
    marks: [
      guide(values.noise),
      line(noises.map((f) => [f, clean * unchangedIfEven(values, f)] as const), { role: 'quiet', look: 'dashed', name: 'if only the share of errors were lost' }), // prettier-ignore
      line(noises.map((f) => [f, closedForm(values, f)!] as const), { role: 'model', name: 'capacity' }), // prettier-ignore
    ],
    drags: [{ ...bind(params, props)('noise'), along: 'x', across: closedForm(values, values.noise) }],
  };
}

/** The reader’s own line, row by row. */
function rows(props: TunerProps): PanelSpec {
  const { model, width } = props;
  const { sent } = model;
  const drags = rowEdges(props, width >= 560 ? width / 2 - 40 : width - 30);
  return {
    height: 46 * sent.length,
    title: 'Your line: what arrives for each letter',
    x: { domain: [0, 1], label: 'W(y|x): drag the edges' },
    y: { domain: [0, sent.length], ticks: sent.map((text, i) => ({ at: sent.length - i - 0.5, text })) },
    marks: [strips(model), ties(standing(drags))],
    drags,
  };
}

/** Both bounds, round by round. */
function certificate(props: TunerProps): PanelSpec {
  const { model, values } = props;
  const top = topOf(model);
  const cut = (nats: number | null) => Math.min(top, nats ?? Infinity);
  return {
    height: 150,
    key: 'above',
    title: 'Both bounds, round by round',
    x: { domain: [-2, mostRounds], label: 'Rounds from the law that you chose' },
    y: { domain: [0, 1.1 * cleanOf(model)], label: 'Capacity', information: 'per letter' },
    marks: [
      area(model.trail.map(({ lower, upper }, i) => [i, lower, cut(upper)] as const), { role: 'shared' }), // prettier-ignore
      guide(values.rounds),
      line(model.trail.map(({ upper }, i) => [i, cut(upper)] as const), { role: 'quiet', look: 'dashed', name: 'at most' }), // prettier-ignore
      line(model.trail.map(({ lower }, i) => [i, lower] as const), { role: 'exact', look: 'dotted', name: 'at least' }), // prettier-ignore
    ],
    drags: [{ ...bind(params, props)('rounds'), along: 'x' }],
  };
}

export function View(props: TunerProps) {
  const { values, now = values, width, say } = props;
  const isOwn = values.line === 'own';
  return (
    <div>
      <Figure {...{ width, say }} rows={[[flow(props)], [isOwn ? rows(props) : curve(props), certificate(props)]]} />
      <Settings {...props} params={params} show={['line', now.line !== 'own' && 'noise']} />
      <Rounds {...props} />
    </div>
  );
}

function More(props: TunerProps) {
  return (
    <Folds>
      <Fold question="Which numbers exactly?" holds={['channel']}>
        <LineTable {...props} />
      </Fold>
    </Folds>
  );
}
View.More = More;
