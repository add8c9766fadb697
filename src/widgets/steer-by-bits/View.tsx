import { useContext, useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { uniforms } from '#sim/random.ts';
import { Keys, Switch, type Stop } from './Buttons.tsx';
import { field, halves, reachOf } from './field.tsx';
import { stand } from './model.ts';
import { mostLetters, params, smallest, targets } from './parameters.ts';
import { readouts } from './readouts.ts';
import type { spec } from './spec.ts';
import { useClock, useSteering } from './steering.ts';
import { half, suppliedBy, zoomed, type Window } from './window.ts';

type SteerProps = ViewProps<typeof spec>;

const tosses = 10;
const thousandth = (x: number) => Number(x.toFixed(3));

/** The letters that are certain, and how the sentence goes on that was to be written. */
function Written({
  written,
  middle,
  target,
}: {
  readonly written: string;
  readonly middle: string;
  readonly target: string;
}) {
  const isOn = target.startsWith(written.slice(0, target.length));
  return (
    <p className="steer-text">
      <span className="value strong">{written === '' ? '' : written.replaceAll(' ', '\u00a0')}</span>
      <span className="soft">{middle.replaceAll(' ', '\u00a0')}</span>
      <span className="steer-caret">|</span>
      {isOn && written.length < target.length && <small className="soft"> to write: {target}</small>}
      {isOn && written.length >= target.length && <small className="soft"> written</small>}
    </p>
  );
}

/** All texts in one interval, and what it takes to steer to one of them. */
export function View(props: SteerProps) {
  const { values, model, width, say, set } = props;
  const place = stand(model, values);
  const { window, lawAfter } = place;
  const alive = useAlive();
  const fixed = useContext(FixedContext);
  const [touch, setTouch] = useState(false);
  const [lit, setLit] = useState<Stop>();
  const sinceKey = useClock();
  const { way } = values;
  const height = width < 480 ? 300 : 360;

  const to = (next: Window, seconds: number, lost: number, rest: Partial<typeof values>) =>
    set({
      ...{ written: next.written, low: next.low, size: next.size },
      ...(lost > 0 && { lost: thousandth(Math.min(params.lost.max, values.lost + lost / Math.LN2)) }),
      seconds: Math.min(params.seconds.max, values.seconds + seconds),
      // What was there before the clock ran is nobody’s speed.
      ...(values.seconds === 0 && { given: window.written.length }),
      ...rest,
    });
  const isFull = window.written.length >= mostLetters || window.size < 4 * smallest;
  const atStart = window.written === '' && window.size === 1;
  const steps = {
    ...{ atStart, isFull },
    onHalf: (digit: '0' | '1') => to(half(window, digit, lawAfter), sinceKey(), 0, { digits: (values.digits + digit).slice(0, params.digits.maximumLength) }), // prettier-ignore
    onBack() {
      // The key before led here from the half that the last digit tells.
      const from = values.digits.at(-1) === '1' ? -1 : values.digits.at(-1) === '0' ? 0 : -0.5;
      const back = zoomed(window, from, from + 2, lawAfter);
      const lost = (suppliedBy(window, lawAfter) ?? 0) - (suppliedBy(back, lawAfter) ?? 0);
      to(back, sinceKey(), lost, { digits: values.digits.slice(0, -1) });
    },
    onCoins() {
      const [next, from] = [uniforms(values.seed), values.tosses];
      const coins = Array.from({ length: from + tosses }, () => (next() < 0.5 ? '0' : '1'))
        .slice(from)
        .join('');
      let after = window;
      for (const digit of coins) after = half(after, digit, lawAfter);
      to(after, 0, 0, { digits: (values.digits + coins).slice(0, params.digits.maximumLength), tosses: Math.min(params.tosses.max, from + tosses), seconds: 0, given: after.written.length }); // prettier-ignore
    },
    onOver: () => set({ written: '', low: 0, size: 1, lost: 0, digits: '', tosses: 0, seconds: 0, given: 0 }),
  };
  const plot = { left: 0, right: width - 8, top: 4, bottom: 4 + height };
  const { live, ...pointer } = useSteering({
    ...{ window, lawAfter, plot, touch },
    ...{ speed: values.speed, disabled: !alive || way !== 'point' || isFull || fixed.has('written') },
    onMove: (held) => to(held.window, held.seconds, held.lost, { digits: '' }),
  });
  const shown = live ?? window;
  const reach = reachOf(width);
  const of = (id: keyof typeof readouts) => {
    const one = readouts[id];
    if ('none' in one && one.none(model, values)) return '—';
    const value = one.of(model, values);
    return one.kind === 'information'
      ? say.information(value, 1)
      : one.kind === 'count'
        ? say.count(value)
        : say.number(value, 0);
  };
  const rows = (['spent', 'each', 'keys', 'minute'] as const).map((id) => [readouts[id].label, of(id)] as const);
  return (
    <div className="steer-by-bits">
      <Written written={shown.written} middle={live ? '' : place.middle} target={targets[values.target]} />
      <div className={touch || way !== 'point' ? 'steer-field steered' : 'steer-field'} {...pointer}>
        <Figure
          {...{ width, say }}
          rows={[
            [
              {
                height,
                x: {
                  domain: [0, reach * Math.LN2],
                  label: 'Until the box of a letter fills the height',
                  information: true,
                },
                y: { domain: [0, 1], bare: true },
                marks: [
                  field(shown, lawAfter, 2 ** -reach, way !== 'point'),
                  way !== 'point' && halves(lit === '0' || lit === '1' ? lit : undefined),
                ],
              },
            ],
          ]}
        />
      </div>
      {way === 'switch' ? <Switch {...steps} pause={values.pause} onStop={setLit} /> : <Keys {...steps} />}
      {way === 'point' && (
        <div className="row steer-touch">
          <button type="button" disabled={!alive || fixed.has('written')} onClick={() => setTouch(!touch)}>
            {touch ? 'Let a finger scroll again' : 'Steer with a finger'}
          </button>
          <span className="hint">
            Hold {touch ? '' : 'the mouse button '}down to go: faster at the right, back at the left edge.
          </span>
        </div>
      )}
      {values.digits !== '' && (
        <p className="hint steer-digits">
          Digits pressed or tossed: <span className="value">{values.digits}</span>
        </p>
      )}
      {model.problem !== undefined && values.predictor === 'network' && (
        <p className="hint">The network does not predict: {model.problem}</p>
      )}
      <dl className="amounts ruled">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Settings
        {...props}
        params={params}
        show={[
          'predictor',
          'way',
          way === 'point' && 'speed',
          way === 'switch' && 'pause',
          'target',
          values.tosses > 0 && 'seed',
        ]}
      />
    </div>
  );
}
