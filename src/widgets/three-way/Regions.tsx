import type { Say } from '#contract/say.ts';
import type { ThreeWayModel } from './model.ts';

/** Distance of two centers, over the radius: leaves all seven regions room for a label. */
const apart = 1.08;
/** For H(X), H(Y) above the circles and H(Z) below. */
const room = { above: 26, below: 26 };

export const radiusFor = (width: number) => Math.min(130, (width - 4) / (2 + apart));
export const regionsHeight = (radius: number) => room.above + (2 + (apart * Math.sqrt(3)) / 2) * radius + room.below;

interface Region {
  /** Its entry in the notation, if it has one. */
  readonly quantity?: string;
  readonly name: string;
  readonly nats: number;
  readonly color: 'x' | 'y' | 'z' | 'shared';
  /** The base line of the name. */
  readonly x: number;
  readonly y: number;
  /** The square stands on the text instead of hanging below it: where the region narrows upward. */
  readonly isUp?: boolean;
}

interface AmountProps extends Region {
  readonly say: Say;
  readonly minus: string;
  /** Side of the square of one bit. */
  readonly bit: number;
}

/** A term, its number, and a square of that area: filled if positive, hatched and dashed if negative. */
function Amount({ quantity, name, nats, color, x, y, isUp, say, minus, bit }: AmountProps) {
  const size = bit * Math.sqrt(Math.abs(nats) / Math.LN2);
  const shown = say.amount(nats);
  const isNothing = Number(shown.replace('−', '-')) === 0;
  const square = { x: -size / 2, y: isUp ? -14 - size : 22, width: size, height: size };
  return (
    <g transform={`translate(${x},${y})`} data-q={quantity}>
      {!isNothing && nats < 0 && (
        <>
          <rect fill={`url(#${minus})`} {...square} />
          <rect className="three-way-minus" {...square} />
        </>
      )}
      {!isNothing && nats > 0 && <rect className={`fill-${color} three-way-${color}`} {...square} />}
      <text className="three-way-term">{name}</text>
      <text className={isNothing ? 'value soft' : 'value strong'} y={16}>
        {shown}
      </text>
    </g>
  );
}

interface RegionsProps {
  readonly model: ThreeWayModel;
  readonly width: number;
  readonly say: Say;
  /** Id of the hatch that says minus. */
  readonly minus: string;
}

/**
 * Three equal circles that say who shares, and in each region a square that says how much: its area is the number,
 * hatched and dashed where the number is negative. The areas of the circles mean nothing, and could not.
 */
export function Regions({ model: { all, alone }, width, say, minus }: RegionsProps) {
  const radius = radiusFor(width);
  const reach = (apart * radius) / Math.sqrt(3);
  const [x, y] = [width / 2, room.above + radius + reach / 2];
  /** A point at a distance from the middle, in radii, in the direction of an angle in degrees, up being 90. */
  const at = (degrees: number, distance: number) => ({
    x: x + Math.cos((degrees * Math.PI) / 180) * distance * radius,
    y: y - Math.sin((degrees * Math.PI) / 180) * distance * radius,
  });
  const [centerX, centerY, centerZ] = [150, 30, 270].map((degrees) => at(degrees, reach / radius));
  const regions: readonly Region[] = [
    { name: 'H(X | Y, Z)', nats: alone.x, color: 'x', ...at(150, 1.2) },
    { name: 'H(Y | X, Z)', nats: alone.y, color: 'y', ...at(30, 1.2) },
    { name: 'H(Z | X, Y)', nats: alone.z, color: 'z', ...at(270, 0.92) },
    {
      quantity: 'mutual-given-z',
      name: 'I(X;Y | Z)',
      nats: all.informationXYGivenZ,
      color: 'shared',
      isUp: true,
      ...at(90, 0.57),
    },
    { name: 'I(X;Z | Y)', nats: all.informationXZGivenY, color: 'shared', isUp: true, ...at(216.5, 0.755) },
    { name: 'I(Y;Z | X)', nats: all.informationYZGivenX, color: 'shared', isUp: true, ...at(323.5, 0.755) },
    { quantity: 'coinformation', name: 'I(X;Y;Z)', nats: all.coInformation, color: 'shared', ...at(90, 0.2) },
  ];
  const top = centerX.y - radius - 9;
  const title = (name: string, nats: number) => `${name} = ${say.amount(nats)}`;

  return (
    <g textAnchor="middle">
      <circle className="fill-x three-way-disc" data-q="hx" cx={centerX.x} cy={centerX.y} r={radius} />
      <circle className="fill-y three-way-disc" data-q="hy" cx={centerY.x} cy={centerY.y} r={radius} />
      <circle className="fill-z three-way-disc" data-q="hz" cx={centerZ.x} cy={centerZ.y} r={radius} />
      <circle className="stroke-x" cx={centerX.x} cy={centerX.y} r={radius} />
      <circle className="stroke-y" cx={centerY.x} cy={centerY.y} r={radius} />
      <circle className="stroke-z" cx={centerZ.x} cy={centerZ.y} r={radius} />
      <text className="label ink-x" data-q="hx" x={centerX.x} y={top}>
        {title('H(X)', all.entropyX)}
      </text>
      <text className="label ink-y" data-q="hy" x={centerY.x} y={top}>
        {title('H(Y)', all.entropyY)}
      </text>
      <text className="label ink-z" data-q="hz" x={centerZ.x} y={centerZ.y + radius + 18}>
        {title('H(Z)', all.entropyZ)}
      </text>
      {regions.map((region) => (
        <Amount key={region.name} {...region} {...{ say, minus }} bit={0.33 * radius} />
      ))}
    </g>
  );
}
