import { intervals } from '#kit/figure/intervals.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import type { Say } from '#contract/say.ts';
import { boxesOf, middleOf, shownOf, type Coding } from './model.ts';
import { nameOf, type Asked } from './parameters.ts';

const bars = [[32, 18], [46, 34], [56, 40]] as const; // prettier-ignore

/** The intervals so far, each drawn as high as the unit interval; between two, what is drawn large; at the right the digits, on the scale of the last one. */
export function zoom(model: Coding, values: Asked, say: Say): Mark {
  const { stages, stage, place, isReceived, digits } = shownOf(model, values);
  return intervals({
    stages: stages.slice(0, place + 1).map(({ shares, symbol, nats }) => ({
      shares,
      names: shares.map((_, s) => nameOf(s, model.size)),
      taken: symbol,
      below: say.amount(nats, 2),
    })),
    boxes: boxesOf(model, values),
    foot: isReceived ? `${digits} arrived` : `${stage.settled.length} sent`,
    ...(!isReceived && { middle: middleOf(model, values) }),
    bars,
  });
}
