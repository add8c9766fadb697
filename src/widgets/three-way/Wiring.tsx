import type { Say } from '#contract/say.ts';
import { sayings, type Story, type ThreeWayValues } from './model.ts';

type Node = readonly [name: string, x: number, y: number];
type Arrow = readonly [from: number, to: number, kind: 'sure' | 'noisy' | 'equal'];

const gate = (symbol: string): Drawing => ({
  nodes: [['X', 0, 0], ['Y', 0, 1], [symbol, 0.5, 0.5], ['Z', 1, 0.5]],
  arrows: [[0, 2, 'sure'], [1, 2, 'sure'], [2, 3, 'noisy']],
}); // prettier-ignore

interface Drawing {
  readonly nodes: readonly Node[];
  readonly arrows: readonly Arrow[];
}

/** Who makes whom; nodes in a box of width and height 1. */
const drawings: Readonly<Record<Story, Drawing>> = {
  xor: gate('XOR'),
  and: gate('AND'),
  or: gate('OR'),
  copy: { nodes: [['X', 0, 0], ['Y', 0, 1], ['Z', 1, 0]], arrows: [[0, 1, 'equal'], [0, 2, 'noisy']] },
  'one-source': { nodes: [['X', 0, 0], ['Y', 0, 1], ['Z', 1, 0]], arrows: [[0, 2, 'noisy']] },
  chain: { nodes: [['X', 0, 0.5], ['Y', 0.5, 0.5], ['Z', 1, 0.5]], arrows: [[0, 1, 'noisy'], [1, 2, 'noisy']] },
  'common-cause': { nodes: [['X', 0, 0], ['Y', 0, 1], ['Z', 1, 0.5]], arrows: [[2, 0, 'noisy'], [2, 1, 'noisy']] },
  independent: { nodes: [['X', 0, 0.5], ['Y', 0.5, 0.5], ['Z', 1, 0.5]], arrows: [] },
}; // prettier-ignore

const inks: Readonly<Record<string, string>> = { X: 'x', Y: 'y', Z: 'z' };
const rim = 13;
const pad = rim + 2;
const box = { width: 168, height: 52 };
export const wiringHeight = box.height + 2 * pad + 40;

interface WiringProps {
  readonly values: ThreeWayValues;
  readonly x: number;
  readonly y: number;
  readonly say: Say;
}

/** The story as a drawing of who is made from whom, and in words. */
export function Wiring({ values: { story, noise }, x, y, say }: WiringProps) {
  const { nodes, arrows } = drawings[story];
  const at = (index: number) => [pad + nodes[index][1] * box.width, pad + nodes[index][2] * box.height] as const;
  return (
    <g transform={`translate(${x},${y})`}>
      {arrows.map(([from, to, kind]) => {
        const [[x1, y1], [x2, y2]] = [at(from), at(to)];
        const length = Math.hypot(x2 - x1, y2 - y1) - 2 * (rim + 5);
        const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
        return (
          <g key={`${from}${to}`} transform={`translate(${x1},${y1}) rotate(${angle}) translate(${rim + 5},0)`}>
            {kind === 'equal' ? (
              <path className="three-way-arrow" d={`M0,-2H${length}M0,2H${length}`} />
            ) : (
              <>
                <path className={`three-way-arrow ${kind}`} d={`M0,0H${length - 2}`} />
                <path className="three-way-arrow" d={`M${length - 6},-4L${length},0l-6,4`} />
              </>
            )}
          </g>
        );
      })}
      {nodes.map(([name], index) => {
        const [cx, cy] = at(index);
        const isVariable = name in inks;
        return (
          <g
            key={name}
            data-q={isVariable ? inks[name] : undefined}
            transform={`translate(${cx},${cy})`}
            textAnchor="middle"
          >
            {isVariable && <circle className={`stroke-${inks[name]}`} r={rim} />}
            <text className={isVariable ? `ink-${inks[name]}` : 'strong'} y={5}>
              {name}
            </text>
          </g>
        );
      })}
      <text className="three-way-note soft" y={box.height + 2 * pad + 17}>
        {sayings[story]}.
      </text>
      {arrows.some(([, , kind]) => kind === 'noisy') && (
        <text className="three-way-note value soft" y={box.height + 2 * pad + 34}>
          Dashed arrows flip with chance {say.number(noise, 2)}.
        </text>
      )}
    </g>
  );
}
