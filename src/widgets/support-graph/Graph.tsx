import { useContext, useState, type KeyboardEvent } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { arrowOf, graphHeight, graphWidth, nodeRadius, nodes } from './geometry.ts';
import { names, type Pair } from './model.ts';
import { letters, mostWeight, size, written } from './parameters.ts';

interface GraphProps {
  readonly model: Pair;
  readonly which: 0 | 1;
  onChange(chain: string): void;
}

const places = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const);

/** ½, ⅓ …: what a row of weights 1 and 2 can come to. */
const fractions: readonly (readonly [number, string])[] = [
  [1, '1'],
  [1 / 2, '½'],
  [1 / 3, '⅓'],
  [2 / 3, '⅔'],
  [1 / 4, '¼'],
  [1 / 5, '⅕'],
  [2 / 5, '⅖'],
];
export const fraction = (p: number) => fractions.find(([value]) => Math.abs(value - p) < 1e-9)?.[1] ?? '0';

/** A chain as a graph. Arrows of both chains look alike in both; those of a shortest shared cycle are lit. */
export function Graph({ model, which, onChange }: GraphProps) {
  const { weights, chains, shared, cycle } = model;
  const [mine, chain, name] = [weights[which], chains[which], names[which]];
  const own = which === 0 ? 'x' : 'y';
  const isLit = (x: number, y: number) => cycle.some((from, i) => from === x && cycle[(i + 1) % cycle.length] === y);
  const drawn = places.filter(([x, y]) => mine[x][y] > 0);
  return (
    <svg
      className="support-graph-chain"
      viewBox={`0 0 ${graphWidth} ${graphHeight}`}
      width={graphWidth}
      height={graphHeight}
      role="group"
      aria-label={`The ${name} chain`}
    >
      <text className={`label ink-${own}`} x={0} y={14}>
        {which === 0 ? 'First chain' : 'Second chain'}
      </text>
      {places.map(
        ([x, y]) =>
          mine[x][y] === 0 && <path key={nameOf(x, y)} className="support-graph-ghost" d={arrowOf(x, y).path} />,
      )}
      {drawn.map(
        ([x, y]) => isLit(x, y) && <path key={nameOf(x, y)} className="support-graph-lit" d={arrowOf(x, y).path} />,
      )}
      <Targets {...{ model, which, onChange }} />
      {drawn.map(([x, y]) => {
        const { path, head } = arrowOf(x, y);
        const isShared = shared[x][y];
        return (
          <g key={nameOf(x, y)}>
            <path
              className={`stroke-${isShared ? 'shared' : own} support-graph-arrow is-${Math.ceil(3 * chain[x][y])}${isShared ? '' : ' is-own'}`}
              d={path}
            />
            <path className={`solid-${isShared ? 'shared' : own}`} d={head} />
          </g>
        );
      })}
      {nodes.map(([x, y], i) => (
        <g key={i}>
          <circle className="support-graph-node" cx={x} cy={y} r={nodeRadius} />
          <text className="support-graph-letter" x={x} y={y} dy="0.34em" textAnchor="middle">
            {letters[i]}
          </text>
        </g>
      ))}
      {drawn.map(([x, y]) => {
        const [labelX, labelY] = arrowOf(x, y).label;
        return (
          <text key={nameOf(x, y)} className="support-graph-odds" x={labelX} y={labelY} dy="0.36em" textAnchor="middle">
            {fraction(chain[x][y])}
          </text>
        );
      })}
    </svg>
  );
}

const nameOf = (x: number, y: number) => `${letters[x]}${letters[y]}`;

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Every arrow that there could be, to be pressed. With the Tab key one comes to the graph, with the arrow keys from arrow to arrow. */
function Targets({ model, which, onChange }: GraphProps) {
  const [current, setCurrent] = useState(0);
  const fixed = useContext(FixedContext);
  const alive = useAlive();
  if (!alive || fixed.has(names[which])) return null;
  const mine = model.weights[which];
  // An arrow that stands alone at its letter is taken for sure: twice its weight is the same chain.
  const turned = (row: readonly number[], y: number) =>
    row.every((w, j) => j === y || w === 0) ? Number(row[y] === 0) : (row[y] + 1) % (mostWeight + 1);
  const turn = (x: number, y: number) =>
    onChange(written(mine.map((row, i) => row.map((w, j) => (i === x && j === y ? turned(row, y) : w)))));
  const keyDown = (event: KeyboardEvent<SVGGElement>, i: number) => {
    const [x, y] = places[i];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      turn(x, y);
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = event.currentTarget.parentElement!.children[(i + step + places.length) % places.length];
    (next as SVGGElement).focus();
  };
  return (
    <g>
      {places.map(([x, y], i) => {
        const { path } = arrowOf(x, y);
        const odds = mine[x][y] === 0 ? 'no arrow' : fraction(model.chains[which][x][y]);
        return (
          <g
            key={nameOf(x, y)}
            className="support-graph-target"
            role="button"
            tabIndex={i === current ? 0 : -1}
            aria-label={`The ${names[which]} chain from ${letters[x]} to ${letters[y]}: ${odds}`}
            onClick={() => turn(x, y)}
            onFocus={() => setCurrent(i)}
            onKeyDown={(event) => keyDown(event, i)}
          >
            <path d={path} />
          </g>
        );
      })}
    </g>
  );
}
