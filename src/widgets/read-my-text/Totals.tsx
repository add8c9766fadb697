import { isComplete, per, rateOf, totalsOf } from '#contract/reading.ts';
import { natsPer, type Say } from '#contract/say.ts';
import { sayLarge } from './describe.ts';
import type { ReadMyText } from './state.ts';

interface TotalsProps {
  readonly model: ReadMyText;
  /** The text that is in the box, which may be ahead of what is read. */
  readonly asked: string;
  readonly say: Say;
}

/** What the whole text cost, and how far the reading is. */
export function Totals({ model, asked, say }: TotalsProps) {
  const { reading, file } = model;
  const totals = totalsOf(reading);
  const rate = rateOf(reading);
  const isOf = rate?.unit ?? (file ? 'byte' : 'character');
  const mean = per(totals.surprisal, totals.tokens);
  const expected = per(totals.entropy, totals.withEntropy);
  const most = per(totals.entropyAtMost, totals.withEntropy);
  const least = say.amount(expected, 2);
  const bounds = most === expected ? least : most === Infinity ? `≥ ${least}` : `${least} to ${say.amount(most, 2)}`;
  const busy = !file && (!isComplete(reading) || reading.text !== asked);
  // Nothing has no mean.
  const unlessNone = (value: string, count = totals.tokens) => (count > 0 ? value : '—');
  const numbers = [
    {
      quantity: 'bits-per-character',
      value: rate ? say.amount(rate.nats, 2) : '—',
      name: `${say.unit} per ${isOf === 'byte' ? 'UTF-8 byte' : 'character'}`,
    },
    { quantity: 'surprisal', value: unlessNone(say.amount(mean, 2)), name: `${say.unit} per token` },
    { quantity: 'perplexity', value: unlessNone(say.perplexity(mean)), name: 'perplexity per token' },
    { quantity: 'entropy', value: unlessNone(bounds, totals.withEntropy), name: `${say.unit} per token expected` },
    {
      quantity: 'surprisal',
      value: unlessNone(sayLarge(totals.surprisal / natsPer(say.unit), say)),
      name: `${say.unit} in all`,
    },
  ];
  return (
    <div className="read-my-text-totals ruled" aria-busy={busy}>
      <dl className="amounts">
        {numbers.map(({ quantity, value, name }) => (
          <div key={name} data-q={quantity}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {busy && reading.total > 0 && reading.done < reading.total && (
        <p className="read-my-text-progress">
          <progress max={reading.total} value={reading.done} aria-label="Read so far" /> {say.count(reading.done)} of{' '}
          {say.count(reading.total)} tokens read
        </p>
      )}
    </div>
  );
}
