import { useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Balance, balanceHeight } from './Balance.tsx';
import { radiusFor, Regions, regionsHeight } from './Regions.tsx';
import type { spec } from './spec.ts';
import { Wiring, wiringHeight } from './Wiring.tsx';

/** The seven signed regions of three bits, the story that made them, and what two of them tell about the third. */
export function View({ values, model, width, say }: ViewProps<typeof spec>) {
  const id = useId();
  const [minus, together] = [`${id}minus`, `${id}together`];
  const roomy = width >= 600;
  const column = roomy ? Math.round(0.38 * width) : width;
  const regionsWidth = roomy ? width - column - 24 : width;
  const regionsTall = regionsHeight(radiusFor(regionsWidth));
  const beside = wiringHeight + 14 + balanceHeight;
  const height = roomy ? Math.max(regionsTall, beside) : regionsTall + 18 + beside;
  const x = roomy ? width - column : 0;
  const y = roomy ? 0 : regionsTall + 18;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <pattern id={minus} width={5} height={5} patternUnits="userSpaceOnUse">
        <path className="three-way-hatch" d="M0,2.5H5" />
      </pattern>
      <pattern id={together} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="three-way-together" d="M0,0V6" />
      </pattern>
      <Regions {...{ model, say, minus }} width={regionsWidth} />
      <Wiring {...{ values, x, y, say }} />
      <Balance {...{ model, say, together, x }} y={y + wiringHeight + 14} width={column} />
    </svg>
  );
}
