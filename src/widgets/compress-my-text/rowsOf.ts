import type { Say } from '#contract/say.ts';
import { nameOf } from './describe.ts';
import { whos, type Packing, type Who } from './model.ts';
import type { Asked } from './parameters.ts';
import { rate } from './rates.ts';
import { rateOf, weightsOf } from './readouts.ts';
import type { Row } from './rows.tsx';

const roleOf = (who: Who) => (who === 'network' ? 'exact' : who === 'mixture' ? 'model' : 'quiet');

/** What of the .bpt file is not the code of the mixture: its header, in nats per character. */
function headerOf({ file, bits, characters }: Packing): number {
  return file?.method === 'network' && bits.mixture !== null ? rate(8 * file.bytes - bits.mixture, characters) : 0;
}

function rowOf(who: Who, model: Packing, values: Asked, say: Say): Row {
  const isOurs = who === 'mixture';
  const weights = values.counted && (isOurs || who === 'network') ? weightsOf(model, values) : 0;
  const header = isOurs ? headerOf(model) : 0;
  const whole = rateOf(model, who);
  const nats = (whole ?? 0) - header;
  const amount = () => {
    if (whole === null) return who === 'brotli' ? 'where the browser has it' : model.file ? 'none' : '…';
    if (weights > 0) return `${say.amount(whole, 2)} + ${say.amount(weights, weights < 100 ? 2 : 0)} of weights`;
    return header > 0 ? `${say.amount(nats, 2)} + ${say.amount(header, 2)} of header` : say.amount(nats, 2);
  };
  return {
    says: `${isOurs ? 'both mixed' : nameOf[who]}: ${amount()}`,
    parts: [
      { nats, role: roleOf(who) },
      { nats: header, role: 'quiet' },
      { nats: whole === null ? 0 : weights, role: 'shared' },
    ],
    isOurs,
  };
}

/** All compressors, and the text as it is. */
export function rowsOf({
  model,
  values,
  say,
}: {
  readonly model: Packing;
  readonly values: Asked;
  readonly say: Say;
}): Row[] {
  const { bytes, characters } = model;
  const plain = characters === 0 ? 0 : rate(8 * bytes, characters);
  return [
    {
      says: `as it is, in ${say.unit} per character: ${say.amount(plain, 2)}`,
      parts: [{ nats: plain, role: 'quiet' }],
      isOurs: false,
    },
    ...whos.map((who) => rowOf(who, model, values, say)),
  ];
}
