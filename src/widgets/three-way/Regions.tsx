import type { Say } from '#contract/say.ts';
import type { ThreeWayModel } from './model.ts';

/** Distance of two centers, over the radius: leaves all seven regions room for a label. */
const apart = 1.08;
const room = { above: 24, below: 24 };

export const radiusFor = (width: number) => Math.min(150, (width - 4) / (2 + apart));
export const regionsHeight = (radius: number) => room.above + (2 + (apart * Math.sqrt(3)) / 2) * radius + room.below;

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
  /** Side of a square of one bit. */
  const side = 0.4 * radius;
  const regions = [
    { name: 'H(X | Y, Z)', nats: alone.x, color: 'x', ...at(150, 1.13) },
    { name: 'H(Y | X, Z)', nats: alone.y, color: 'y', ...at(30, 1.13) },
    { name: 'H(Z | X, Y)', nats: alone.z, color: 'z', ...at(270, 1.1) },
    { name: 'I(X;Y | Z)', nats: all.informationXYGivenZ, color: 'shared', ...at(90, 0.68) },
    { name: 'I(X;Z | Y)', nats: all.informationXZGivenY, color: 'shared', ...at(210, 0.74) },
    { name: 'I(Y;Z | X)', nats: all.informationYZGivenX, color: 'shared', ...at(330, 0.74) },
    { name: 'I(X;Y;Z)', nats: all.coInformation, color: 'shared', ...at(0, 0) },
  ];
  const top = centerX.y - radius - 9;
  const title = (name: string, nats: number) => `${name} = ${say.amount(nats)}`;

  return (
    <g textAnchor="middle">
      <circle className="fill-x three-way-disc" cx={centerX.x} cy={centerX.y} r={radius} />
      <circle className="fill-y three-way-disc" cx={centerY.x} cy={centerY.y} r={radius} />
      <circle className="fill-z three-way-disc" cx={centerZ.x} cy={centerZ.y} r={radius} />
      <circle className="stroke-x" cx={centerX.x} cy={centerX.y} r={radius} />
      <circle className="stroke-y" cx={centerY.x} cy={centerY.y} r={radius} />
      <circle className="stroke-z" cx={centerZ.x} cy={centerZ.y} r={radius} />
      <text className="label ink-x" x={centerX.x} y={top}>
        {title('H(X)', all.entropyX)}
      </text>
      <text className="label ink-y" x={centerY.x} y={top}>
        {title('H(Y)', all.entropyY)}
      </text>
      <text className="label ink-z" x={centerZ.x} y={centerZ.y + radius + 18}>
        {title('H(Z)', all.entropyZ)}
      </text>
      {regions.map(({ name, nats, color, ...point }) => {
        const size = side * Math.sqrt(Math.abs(nats) / Math.LN2);
        const shown = say.amount(nats);
        const square = { x: -size / 2, y: 7 - size / 2, width: size, height: size };
        return (
          <g key={name} transform={`translate(${point.x},${point.y})`}>
            {nats < 0 ? (
              <>
                <rect fill={`url(#${minus})`} {...square} />
                <rect className="three-way-minus" {...square} />
              </>
            ) : (
              <rect className={`fill-${color} three-way-${color}`} {...square} />
            )}
            <text className="three-way-term" y={-10 - Math.max(0, size / 2 - 12)}>
              {name}
            </text>
            <text className={Number(shown) === 0 ? 'value soft' : 'value strong'} y={12}>
              {shown}
            </text>
          </g>
        );
      })}
    </g>
  );
}
