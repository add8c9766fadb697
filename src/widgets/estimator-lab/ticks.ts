import { natsPer, type Say } from '#contract/say.ts';

/** A few round numbers in the reader’s unit, also where a panel is so narrow that an axis would have one. */
export function ticksOf(from: number, to: number, say: Say) {
  const unit = natsPer(say.unit);
  const rough = (to - from) / unit / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const inside = (step: number) => [Math.ceil(from / unit / step), Math.floor(to / unit / step)] as const;
  const [least, most] = inside(round);
  // Fewer than three do not say how much.
  const step = most - least < 2 ? round / 2 : round;
  const [first, last] = inside(step);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = Number(((first + i) * step).toPrecision(6));
    return { at: value * unit, text: String(value).replace('-', '−') };
  });
}
