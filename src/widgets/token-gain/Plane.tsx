import type { bind } from '#kit/figure/bind.ts';
import { dots, drawn, line } from '#kit/figure/marks.tsx';
import type { Frame, Mark, Pair } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import { Handle } from '#kit/plot/Handle.tsx';
import { arrow, type Account } from './account.ts';
import { arrowNames } from './describe.ts';
import type { Asked, params } from './parameters.ts';

type Bind = ReturnType<typeof bind<typeof params>>;

/** Each handle has a circle of its own, so that no two lie on each other. */
const radii = [1.15, 1.4, 1.65];
const side = 1.9;
const apart = 0.09;
const roles = ['x', 'y', 'z'] as const;

function head([fromX, fromY]: readonly number[], [toX, toY]: readonly number[]): string {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  const [ux, uy] = [(toX - fromX) / length, (toY - fromY) / length];
  const wing = (s: number) => `${tenth(toX - 9 * ux - s * 4 * uy)},${tenth(toY - 9 * uy + s * 4 * ux)}`;
  return `M${tenth(toX)},${tenth(toY)}L${wing(1)}L${wing(-1)}z`;
}

const pair = ([x, y]: readonly number[]) => `${tenth(x)},${tenth(y)}`;
const place = ({ x, y }: Frame, [a, b]: readonly number[]) => [x(a), y(b)] as const;

function handles(bound: Bind): Mark {
  return drawn((frame) => (
    <>
      {(['a', 'b', 'c'] as const).map((name, i) => {
        const { parameter, value, set } = bound(name);
        const [dx, dy] = arrow(value);
        const [x, y] = place(frame, [dx * radii[i], dy * radii[i]]);
        const toValue = (atX: number, atY: number) => {
          const degrees = (Math.atan2(frame.y.invert(atY), frame.x.invert(atX)) * 180) / Math.PI;
          return degrees < -90 ? 180 : Math.max(0, degrees);
        };
        return (
          <Handle
            key={name}
            moves={name}
            label={`${parameter.label}, in the picture`}
            {...{ x, y, value, toValue, min: parameter.min, max: parameter.max, step: parameter.step }}
            valueText={`${value}°`}
            onChange={set}
          />
        );
      })}
    </>
  ));
}

/** Three arrows of length one; of the chosen one what those before it rebuild, dashed, and what is left. */
export function planePanel(account: Account, asked: Asked, bound: Bind, room: number): PanelSpec {
  const ends = [asked.a, asked.b, asked.c].map(arrow);
  const { token, past, weights } = account;
  const [rebuiltX, rebuiltY] = [0, 1].map((k) => past.reduce((sum, t, i) => sum + weights[i] * ends[t][k], 0));
  // Beside the arrow: between a and b it would lie on it.
  const [tipX, tipY] = ends[token];
  const beside = ([x, y]: readonly number[]): Pair => [x - apart * tipY, y + apart * tipX];
  const [foot, rebuilt, tip] = [[0, 0], [rebuiltX, rebuiltY], ends[token]].map(beside);
  return {
    height: Math.round((room * (side + 0.25)) / (2 * side)),
    key: 'above',
    x: { domain: [-side, side], bare: true },
    y: { domain: [-0.25, side], bare: true },
    marks: [
      line([foot, rebuilt], { role: 'exact', look: 'thick', name: `rebuilt of ${arrowNames[token]}, drawn beside it` }),
      line([rebuilt, tip], { role: 'exact', look: 'dotted', name: 'not reached' }),
      dots([rebuilt], { role: 'exact', r: 4 }),
      drawn((frame) => {
        const origin = place(frame, [0, 0]);
        return (
          <>
            {ends.map((end, i) => {
              const [tip, knob] = [place(frame, end), place(frame, [end[0] * radii[i], end[1] * radii[i]])];
              return (
                <g key={arrowNames[i]}>
                  <path className="stroke-quiet fig-thin" d={`M${pair(tip)}L${pair(knob)}`} />
                  <path className={`solid-${roles[i]}`} d={head(origin, tip)} />
                </g>
              );
            })}
          </>
        );
      }),
      ...ends.map((end, i) => line([[0, 0], end], { role: roles[i], look: 'thick', name: arrowNames[i] })),
      handles(bound),
    ],
  };
}
