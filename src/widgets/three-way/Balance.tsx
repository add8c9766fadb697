import type { Say } from '#contract/say.ts';
import type { ThreeWayModel } from './model.ts';

const row = 25;
const bars = { label: 92, value: 48, top: 30 };
const step = 42;
export const balanceHeight = bars.top + 4 * row + 44 + 2 * step + 24;

/** Amounts as a sum with their own signs: `0.000 + 1.000 − 1.000`. */
function asSum(amounts: readonly number[], say: Say): string {
  return amounts
    .map((nats, i) => {
      const shown = say.amount(nats);
      if (i === 0) return shown;
      return shown.startsWith('−') ? ` − ${shown.slice(1)}` : ` + ${shown}`;
    })
    .join('');
}

interface BalanceProps {
  readonly model: ThreeWayModel;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly say: Say;
  /** Id of the hatch of synergy. */
  readonly together: string;
}

/** What X and Y tell about Z, split into four parts, and the sums that the signed regions keep. */
export function Balance({ model: { all, parts, alone }, x, y, width, say, together }: BalanceProps) {
  const { redundancy, uniqueX, uniqueY, synergy } = parts;
  const room = width - bars.label - bars.value;
  const rows = [
    { name: 'redundant', quantity: 'redundancy', nats: redundancy, color: 'shared' },
    { name: 'unique to X', nats: uniqueX, color: 'x' },
    { name: 'unique to Y', nats: uniqueY, color: 'y' },
    { name: 'synergy', quantity: 'synergy', nats: synergy, color: 'exact' },
  ];
  const sums = [
    {
      left: 'I(X;Y)',
      quantity: 'mutual',
      right: 'I(X;Y | Z) + I(X;Y;Z)',
      value: all.informationXY,
      terms: [all.informationXYGivenZ, all.coInformation],
      ink: 'ink-shared',
    },
    {
      left: 'I(X;Y;Z)',
      quantity: 'coinformation',
      right: 'redundancy − synergy',
      value: all.coInformation,
      terms: [redundancy, -synergy],
      ink: 'ink-shared',
    },
    {
      left: 'H(X)',
      quantity: 'hx',
      right: 'its four regions',
      value: all.entropyX,
      terms: [alone.x, all.informationXYGivenZ, all.informationXZGivenY, all.coInformation],
      ink: 'ink-x',
    },
  ];
  const below = bars.top + 4 * row;
  return (
    <g transform={`translate(${x},${y})`}>
      <text className="label" data-q="pair-with-z" y={12}>
        X and Y tell <tspan className="strong value">{say.information(all.informationPairXYWithZ)}</tspan> about Z:
      </text>
      {rows.map(({ name, quantity, nats, color }, i) => (
        <g key={name} data-q={quantity} transform={`translate(0,${bars.top + i * row})`}>
          <text className={`label ink-${color}`} y={12}>
            {name}
          </text>
          <rect className="three-way-track" x={bars.label} width={room} height={16} />
          <rect
            className={`fill-${color} three-way-${color}`}
            x={bars.label}
            width={(room * nats) / Math.LN2}
            height={16}
          />
          {color === 'exact' && (
            <rect fill={`url(#${together})`} x={bars.label} width={(room * nats) / Math.LN2} height={16} />
          )}
          <text className="value" x={width} y={13} textAnchor="end">
            {say.brief(nats)}
          </text>
        </g>
      ))}
      <text className="three-way-note soft" y={below + 14}>
        Redundancy after Williams and Beer.
      </text>
      {sums.map(({ left, quantity, right, value, terms, ink }, i) => (
        <g key={left} transform={`translate(0,${below + 44 + i * step})`}>
          <text>
            <tspan className={ink} data-q={quantity}>
              {left}
            </tspan>{' '}
            = {right}
          </text>
          <text className="three-way-note value soft" y={18}>
            {say.amount(value)} = {asSum(terms, say)}
          </text>
        </g>
      ))}
    </g>
  );
}
