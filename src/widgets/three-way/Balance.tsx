import type { Say } from '#contract/say.ts';
import type { ThreeWayModel } from './model.ts';

const row = 25;
const bars = { label: 92, value: 48, top: 30 };
export const balanceHeight = bars.top + 4 * row + 28 + 4 * 38;

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
  /** Ids of the hatches of redundancy and synergy. */
  readonly minus: string;
}

/** What X and Y tell about Z, split into four parts, and the sums that the signed regions keep. */
export function Balance({ model: { all, parts, alone }, x, y, width, say, minus }: BalanceProps) {
  const { redundancy, uniqueX, uniqueY, synergy } = parts;
  const room = width - bars.label - bars.value;
  const rows = [
    { name: 'redundant', nats: redundancy, color: 'shared' },
    { name: 'X only', nats: uniqueX, color: 'x' },
    { name: 'Y only', nats: uniqueY, color: 'y' },
    { name: 'synergy', nats: synergy, color: 'exact' },
  ];
  const sums = [
    {
      name: 'I(X;Y)',
      value: all.informationXY,
      terms: [all.informationXYGivenZ, all.coInformation],
      ink: 'ink-shared',
    },
    {
      name: 'H(X)',
      value: all.entropyX,
      terms: [alone.x, all.informationXYGivenZ, all.informationXZGivenY, all.coInformation],
      ink: 'ink-x',
    },
  ];
  const below = bars.top + 4 * row;
  return (
    <g transform={`translate(${x},${y})`}>
      <text className="label" y={12}>
        X and Y tell <tspan className="strong value">{say.information(all.informationPairXYWithZ)}</tspan> about Z:
      </text>
      {rows.map(({ name, nats, color }, i) => (
        <g key={name} transform={`translate(0,${bars.top + i * row})`}>
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
            <rect fill={`url(#${minus})`} x={bars.label} width={(room * nats) / Math.LN2} height={16} />
          )}
          <text className="value" x={width} y={13} textAnchor="end">
            {say.amount(nats)}
          </text>
        </g>
      ))}
      {sums.map(({ name, value, terms, ink }, i) => (
        <g key={name} transform={`translate(0,${below + 26 + i * 38})`}>
          <text className="value">
            <tspan className={ink}>{name}</tspan> = {say.amount(value)}
          </text>
          <text className="three-way-note value soft" x={12} y={17}>
            = {asSum(terms, say)}
          </text>
        </g>
      ))}
    </g>
  );
}
