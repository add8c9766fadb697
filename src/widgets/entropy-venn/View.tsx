import { useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { TableControl } from '#kit/controls/TableControl.tsx';
import { natsPer, type Say } from '#contract/say.ts';
import { Circles, circlesHeight, scaleFor } from './Circles.tsx';
import { Ruler, rulerHeight } from './Ruler.tsx';
import type { spec } from './spec.ts';
import { Squares, squaresHeight } from './Squares.tsx';

/** Side of a tenth of a bit (or nat) at a scale in pixels for √nat. */
const sideOfTenth = (scale: number, say: Say) => scale * Math.sqrt(0.1 * natsPer(say.unit));

/** The two circles, the table that they come from, and the two rulers that ask for a straight line. */
export function View({ values, model, width, set, say }: ViewProps<typeof spec>) {
  const id = useId();
  const [hatchX, hatchY] = [`${id}x`, `${id}y`];
  const roomy = width >= 540;
  const tableWidth = roomy ? Math.min(300, Math.max(212, Math.round(0.36 * width))) : width;
  const circlesWidth = roomy ? width - tableWidth - 16 : width;
  const circlesTall = circlesHeight(circlesWidth);
  const tableTall = squaresHeight(tableWidth);

  const tenth = sideOfTenth(scaleFor(circlesWidth), say);
  /** The square of a tenth with its label. */
  const unit = tenth + 46;
  const first = roomy ? Math.max(circlesTall, tableTall) + 14 : circlesTall + 16 + tableTall + 18;
  const rulers = roomy ? (width - unit - 2 * 28) / 2 : width;
  const height = first + (roomy ? Math.max(rulerHeight, tenth) : 2 * rulerHeight + 10) + 2;
  const shown = (value: number | null) => (value === null ? 'not defined' : say.number(value, 2));
  const table = roomy
    ? { x: width - tableWidth, y: Math.max(0, (circlesTall - tableTall) / 2) }
    : { x: 0, y: circlesTall + 16 };
  const square = roomy ? { x: width - unit, y: first + 1 } : { x: width - unit, y: first - tenth - 16 };

  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {[hatchX, hatchY].map((pattern, i) => (
        <pattern
          key={pattern}
          id={pattern}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${i === 0 ? 45 : -45})`}
        >
          <path className={`entropy-venn-hatch ${i === 0 ? 'ink-x' : 'ink-y'}`} d="M0,0V7" />
        </pattern>
      ))}
      <Circles {...{ model, say, hatchX, hatchY }} width={circlesWidth} />
      <Squares {...{ model, values, set, say }} {...table} width={tableWidth} />
      <Ruler
        quantity="correlation"
        name="correlation"
        value={model.correlation}
        shown={shown(model.correlation)}
        from={-1}
        x={0}
        y={first}
        width={rulers}
      />
      <Ruler
        quantity="distance-correlation"
        name="distance correlation"
        value={model.distanceCorrelation}
        shown={shown(model.distanceCorrelation)}
        from={0}
        x={roomy ? rulers + 28 : 0}
        y={roomy ? first : first + rulerHeight + 10}
        width={rulers}
      />
      <g transform={`translate(${square.x},${square.y})`}>
        <rect className="entropy-venn-unit" width={tenth} height={tenth} />
        <text className="entropy-venn-tick soft" x={tenth + 6} y={tenth / 2}>
          <tspan>area of</tspan>
          <tspan x={tenth + 6} dy={13}>
            0.1 {say.unit === 'bits' ? 'bit' : 'nat'}
          </tspan>
        </text>
      </g>
    </svg>
  );
}
View.Table = TableControl;
