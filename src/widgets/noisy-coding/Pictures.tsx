import type { PanelSpec } from '#kit/figure/panel.ts';
import { drawn } from '#kit/figure/marks.tsx';
import type { Say } from '#contract/say.ts';
import { pictureAddress } from './bmp.ts';
import { pictureOf, side } from './drawing.ts';
import { rateOf } from './measure.ts';
import type { Noisy } from './model.ts';
import type { Asked } from './parameters.ts';
import { randomBits, randomLength, wrongAt, type Sent } from './send.ts';

/** What was sent, what came without a code, and what each code made of its own trip through the line; while it is on its way, faintly what came before. */
export function pictures(model: Noisy, before: Sent | undefined, values: Asked, say: Say, size: number): PanelSpec[] {
  const picture = pictureOf(values.picture);
  const sent = model.sent ?? before;
  const isOld = model.sent === undefined;
  const one = (title: string, rate: number | undefined, wrong: readonly number[] | undefined): PanelSpec => ({
    // The picture goes on into the room that a panel keeps for ticks.
    height: size - 20,
    share: 1,
    title,
    x: { domain: [0, side], bare: true },
    y: { domain: [0, side], bare: true },
    marks: [
      drawn(({ box }) => {
        const width = Math.min(size, box.right - box.left);
        const at = { x: box.left, y: box.top, width, height: width };
        return wrong ? (
          <image
            {...at}
            href={pictureAddress(picture, wrong)}
            className="noisy-coding-picture"
            opacity={isOld && rate !== undefined ? 0.35 : undefined}
          />
        ) : (
          <rect {...at} className="stroke-quiet fig-dashed" fill="none" />
        );
      }),
    ],
    note: [
      // Two lines, at every width and whatever is known.
      { text: rate === undefined ? 'as it is' : `rate ${say.number(rate, 2)}\n` },
      {
        text: rate === undefined ? '' : wrong && !isOld ? `${say.count(wrong.length)} wrong` : 'on its way',
        ink: 'strong',
      },
    ],
  });
  return [
    one('Sent', undefined, []),
    one('No code', 1, sent?.received),
    one(`${values.repeats} times`, 1 / Number(values.repeats), sent?.repetition),
    one('Hamming', 4 / 7, sent?.hamming),
    one('Random', randomBits / randomLength, sent?.random),
    one('LDPC', rateOf(values.rate), sent && wrongAt(sent, values.steps)),
  ];
}
