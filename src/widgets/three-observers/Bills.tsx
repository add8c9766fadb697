import type { Say } from '#contract/say.ts';
import type { ViewProps } from '#contract/spec.ts';
import { gave, observers, sure, type Observer, type Observers } from './model.ts';
import type { Asked } from './parameters.ts';
import type { spec } from './spec.ts';

const cellsOf = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

/** What each of them believes before the first digit, and what they found out. */
function beliefOf(who: Observer, model: Observers, { order, cells }: Asked, say: Say): string {
  if (who === 'coin') return 'Every digit is a fair coin.';
  if (who === 'counter')
    return order === 0
      ? 'Zeros and ones may come unequally often. Counts them.'
      : `The last ${order === 1 ? 'digit says' : `${order} digits say`} something about the next. Counts.`;
  const { told, lengths, read } = model;
  const shortest = lengths[read];
  const fits = told === 'form' && shortest > 0 ? `; the shortest that fits has ${cellsOf(shortest)}` : '';
  const belief = {
    form: 'Some register wrote it, or coins.',
    length: `A register of ${cellsOf(cells)} wrote it, or coins.`,
    taps: `This register wrote it, from some seed, or coins.`,
    seed: `This register wrote it from this seed, or coins.`,
  } as const;
  return `${belief[told]} The probability of a register is ${say.probability(sure(model))} by now${fits}.`;
}

const names: Record<Observer, string> = { coin: 'Coin thrower', counter: 'Counter', solver: 'Solver' };

/** One row for each observer: what he believes, what he expected of the last digit, what he has paid. */
export function Bills({ model, values, width, say }: ViewProps<typeof spec>) {
  const { digits, read } = model;
  // One line on a wide page, two on a phone.
  const window = width < 560 ? 64 : Math.min(128, 2 * Math.floor(width / 20));
  const from = Math.max(0, Math.min(read - window / 2, digits.length - window));
  const shown = digits.slice(from, from + window);
  return (
    <div>
      <p className="three-observers-string" aria-label={`The last digits read: ${digits.slice(from, read).join('')}`}>
        {from > 0 && '…'}
        <b>{shown.slice(0, Math.max(0, read - from)).join('')}</b>
        <span>{shown.slice(Math.max(0, read - from)).join('')}</span>
        {from + window < digits.length && '…'}
      </p>
      <table className="three-observers-bills">
        <thead>
          <tr>
            <th scope="col">Who, and what they believe</th>
            <th scope="col">{read > 0 ? `gave digit ${read}, a ${digits[read - 1]}` : 'gave'}</th>
            <th scope="col">has paid, {say.unit}</th>
          </tr>
        </thead>
        <tbody>
          {observers.map((who) => (
            <tr key={who}>
              <th scope="row">
                <b className={`three-observers-${who}`}>{names[who]}.</b> {beliefOf(who, model, values, say)}
              </th>
              <td>{read > 0 ? say.probability(gave(model, who)) : '—'}</td>
              <td>
                <b>{say.amount(model[who][read], 1)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
