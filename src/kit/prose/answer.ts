import { numberIn } from '#contract/numberIn.ts';
import { natsPer, sayIn } from '#contract/say.ts';
import { sayReadout, type Readout } from '#contract/spec.ts';

const written = (text: string) => numberIn(text.replace(/\sbits?$/, ''));

/** An answer in bits, with as many digits as tell what lies within the tolerance of it and what does not. */
export function sayAnswer(readout: Readout<never, never>, now: number, within: number): string {
  const text = sayReadout(readout, now, sayIn('bits'));
  const value = readout.kind === 'information' ? now / natsPer('bits') : now;
  const isNear = (said: number) => Math.abs(said - value) <= within / 10;
  if (within === 0 || isNear(written(text)) || !Number.isFinite(value)) return text;
  let digits = 0;
  while (digits < 12 && !isNear(Number(value.toFixed(digits)))) digits++;
  const more = value.toFixed(digits).replace('-', '−');
  return readout.kind === 'information' ? `${more} bits` : more;
}
