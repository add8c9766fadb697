import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { typeOf, type Frame, type Mark, type Role } from '#kit/figure/mark.ts';
import { area, dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { widthOf } from '#kit/figure/measure.ts';
import { Fold, More } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { labeled, mostSamples } from './parameters.ts';
import type { spec } from './spec.ts';

const shares = [0, 0.5, 1].map((at) => ({ at, text: String(at) }));

/** A part of the square, named at one of several heights where the piece is large enough. */
function piece(left: number, right: number, from: number, to: number, role: Role, text: string): Mark {
  const isNamed = right - left > 0.3 && to - from > 0.12;
  return {
    ...area([left, right].map((x) => [x, from, to] as const), { role }), // prettier-ignore
    ...(isNamed && {
      names({ x, y }: Frame) {
        // Where the piece is narrow, or would be if a dashed line divided it, each word has a line of its own.
        const isWide = widthOf(text, typeOf({ ink: role })) < 0.6 * (x(right) - x(left));
        return (isWide ? [text] : text.split(' ')).map((word, i) => ({
          text: word,
          ink: role,
          spots: [0.5, 0.3, 0.7, 0.15, 0.85].flatMap((share) => {
            const height = y(from + share * (to - from)) + (isWide ? 5 : 15 * i - 3);
            return [
              { x: x((left + right) / 2), y: height, anchor: 'middle' as const },
              { x: x(right) - 8, y: height, anchor: 'end' as const },
              { x: x(left) + 8, y: height, anchor: 'start' as const },
            ];
          }),
        }));
      },
    }),
  };
}

/** A square of four readings, cut by q and by the posterior; the bound over the first cut; and the bound with more samples. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { evidence, bound, profile, sampled, draws, now, reach, best } = model;
  const { cuts, fish, river } = values;
  const other = cuts === 'level' ? river : values.other;
  const isFree = cuts === 'free';
  const params = labeled(cuts);
  const set = bind(params, props);

  const square: PanelSpec = {
    height: 210,
    key: 'above',
    title: 'q, as areas, and the posterior',
    x: { domain: [0, 1], label: 'q(fish)', ticks: shares },
    // Below the square there is room for the handle of the first cut.
    y: { domain: [-0.17, 1], label: isFree ? 'q(river | first word)' : 'q(river)', ticks: shares },
    marks: [
      piece(0, fish, 0, river, 'x', 'fish, river'),
      piece(0, fish, river, 1, 'quiet', 'fish, money'),
      piece(fish, 1, 0, other, 'shared', 'guitar, river'),
      piece(fish, 1, other, 1, 'y', 'guitar, money'),
      line([[fish, 0], [fish, 1]], { role: 'model', name: 'cuts of q' }), // prettier-ignore
      line([[0, river], [fish, river]], { role: 'model' }), // prettier-ignore
      line([[fish, other], [1, other]], { role: 'model' }), // prettier-ignore
      line([[model.fish, 0], [model.fish, 1]], { role: 'exact', look: 'dashed' }), // prettier-ignore
      line([[0, model.river], [model.fish, model.river]], { role: 'exact', look: 'dashed' }), // prettier-ignore
      line([[model.fish, model.other], [1, model.other]], { role: 'exact', look: 'dashed', name: 'of the posterior' }), // prettier-ignore
    ],
    drags: [
      { ...set('fish'), along: 'x', across: -0.12 },
      // A piece without width has nothing to cut.
      (!isFree || fish > 0) && { ...set('river'), along: 'y', across: isFree ? fish / 2 : 0.5 },
      isFree && fish < 1 && { ...set('other'), along: 'y', across: (1 + fish) / 2 },
    ],
  };

  const shown = (of: 'free' | 'level') => profile.map((point) => [point.fish, point[of]] as const);
  const low = Math.min(bound, evidence - 1.7, ...profile.flatMap(({ free, level }) => [free, level])) - 0.15;
  const level: PanelSpec = {
    height: 210,
    key: 'above',
    title: 'The bound under the level',
    x: { domain: [0, 1], label: 'q(fish)', ticks: shares },
    y: { domain: [low, evidence + 0.2], label: 'Bound', information: true },
    marks: [
      guide(fish),
      line(shown('free'), { role: 'z', look: 'dotted', name: 'the best q for this q(fish)' }),
      line(shown('level'), { role: 'x', look: 'long', name: 'the best one with words apart' }),
      rule(evidence, { role: 'exact', look: 'solid', name: 'log p(x)' }),
      line([[fish, bound], [fish, evidence]], { role: 'shared', look: 'thick', name: 'gap' }), // prettier-ignore
      dots([[fish, bound]], { role: 'model', r: 5, name: 'bound of this q' }),
    ],
  };

  const deep = Math.min(...draws, sampled[0].mean) - 0.1;
  const more: PanelSpec = {
    height: 150,
    key: 'above',
    title: 'The bound with K samples',
    x: { domain: [1, mostSamples], scale: 'log', base: 2, label: 'K, samples' },
    y: {
      domain: [Math.max(deep, evidence - 5), Math.max(evidence, ...draws) + 0.2],
      label: 'Bound',
      information: true,
    },
    marks: [
      guide(values.samples),
      rule(evidence, { role: 'exact', look: 'solid', name: 'log p(x)' }),
      reach < evidence - 1e-9 && rule(reach, { role: 'quiet', look: 'dashed', name: 'the part that q reaches' }),
      dots(draws.map((nats) => [values.samples, nats] as const), { role: 'quiet', r: 2.4, name: 'single estimates' }), // prettier-ignore
      line(sampled.map(({ samples, mean }) => [samples, mean] as const), { role: 'model', name: 'their mean, exactly' }), // prettier-ignore
      dots([[values.samples, now.mean]], { role: 'model', r: 4.5 }),
    ],
    drags: [{ ...set('samples'), along: 'x' }],
  };

  return (
    <div>
      <Settings {...props} params={params} show={['cuts']} />
      <div style={{ marginTop: '1rem' }}>
        <Figure {...{ width, say }} rows={[[square, level], [more]]} />
      </div>
      <Settings {...props} params={params} show={['fish', 'river', isFree && 'other', 'samples']} />
      {!isFree && <p className="hint">The best straight cuts are {say.information(evidence - best)} short.</p>}
      {isFree && (fish === 0 || fish === 1) && (
        <p className="hint">
          q gives {fish ? 'guitar' : 'fish'} nothing, so q(river | {fish ? 'guitar' : 'fish'}) has no effect.
        </p>
      )}
      <More>
        <Fold question="What if the meanings went together less, or the sentence told more?" holds={['tie', 'favor']}>
          <Settings {...props} params={params} show={['tie', 'favor']} />
        </Fold>
        <Fold question="Which samples are drawn?" holds={['seed']}>
          <Settings {...props} params={params} show={['seed']} />
        </Fold>
      </More>
    </div>
  );
}
