import { natsPer, type Say } from '#contract/say.ts';
import { scaleTop, type Shown } from './cells.ts';
import { shareStyle } from './TokenText.tsx';

const words: Record<Shown, (unit: string) => string> = {
  surprisal: (unit) => `surprisal in ${unit}`,
  entropy: (unit) => `entropy in ${unit}`,
  rank: () => 'rank',
};

/** What colors and bars mean: sample tokens on the same scale. */
export function Legend({ shown, say }: { readonly shown: Shown; readonly say: Say }) {
  const step = say.unit === 'bits' ? 3 : 2;
  const amounts = Array.from({ length: 5 }, (_, i) => i * step);
  const samples =
    shown === 'rank'
      ? [1, 4, 16, 64, 256, 1024].map((rank) => ({ text: say.count(rank), nats: Math.log(rank) }))
      : amounts.map((amount) => ({
          text: `${amount}${amount === amounts[4] ? ' or more' : ''}`,
          nats: Math.min(scaleTop, amount * natsPer(say.unit)),
        }));
  return (
    <p className="token-legend">
      <span data-q={shown === 'rank' ? undefined : shown}>{words[shown](say.unit)}</span>
      {samples.map(({ text, nats }) => (
        <span key={text} className="token" style={shareStyle(nats)}>
          {text}
        </span>
      ))}
    </p>
  );
}
