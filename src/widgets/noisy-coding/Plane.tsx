import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { spotsAlong } from '#kit/figure/along.ts';
import { typeOf, type Frame, type Mark, type Pair } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { rateAtBitError } from '#theory/codes/random-code.ts';
import type { Measured } from './measure.ts';
import type { Point } from './model.ts';
import { lastStep, params } from './parameters.ts';
import { wrongAt, type Sent } from './send.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Low enough for the codes of 480 bits at rate one half. */
const floor = 1e-9;
const ticks = ['1', '10⁻²', '10⁻⁴', '10⁻⁶', '10⁻⁸'].map((text, i) => ({ at: 100 ** -i, text }));
/** Shares at which the limit for wrong bits is drawn, from the floor to one half. */
const shares = Array.from({ length: 60 }, (_, i) => floor * (0.5 / floor) ** (i / 59));
/** Zero has no place on a logarithmic axis: as far below as to be out of sight. */
const low = (share: number) => Math.max(share, floor / 10);

const rateAt = (flip: number) => capacityBinarySymmetric(flip) / Math.LN2;

/** The flip rate at which a line carries so much, by halving. */
function flipAt(rate: number): number {
  let [from, to] = [0, 0.5];
  for (let i = 0; i < 40; i++) {
    const middle = (from + to) / 2;
    if (rateAt(middle) > rate) from = middle;
    else to = middle;
  }
  return from;
}

/** The mean over all codes of one length, which is written beside it. */
function curve(n: number, points: readonly Pair[], isThick: boolean): Mark {
  const mark = line(points, {
    role: 'x',
    look: isThick ? 'thick' : 'thin',
    name: 'random codes of so many bits, mean',
  });
  const name = { text: String(n), ink: 'x', size: 12 } as const;
  const names = (frame: Frame) => [{ ...name, spots: spotsAlong(mark.lines!(frame)[0], frame.box, widthOf(name.text, typeOf(name)), 12, 'start') }]; // prettier-ignore
  return { ...mark, names };
}

/** Rate against error, the wall at capacity, and codes on both sides of it; in gray what was measured for the line before, until it is measured anew. */
export function plane(props: Props, before: readonly Measured[]): PanelSpec {
  const { model, values } = props;
  const { capacity, random, repetition, hamming, measured, least, length, flip } = model;
  const isBit = values.count === 'bit';
  const of = ({ rate, block, bit }: Point) => [rate, low(isBit ? bit : block)] as const;
  const wall = capacity / Math.LN2;
  const bound = bind(params, props);
  const forbidden = isBit
    ? shares.map((share) => [Math.min(1, rateAtBitError(flip, share)), floor, share] as const)
    : least.map(({ rate, block }) => [rate, floor, low(block)] as const);
  const spans = measured.map((one) => {
    const [mean, error] = isBit ? [one.bit, one.bitError] : [one.block, one.blockError];
    return { ...one, mean, from: low(mean - error), to: low(mean + error) };
  });
  const old = before.slice(measured.length).map((one) => [one.rate, low(isBit ? one.bit : one.block)] as const);
  const marksOf = (code: 'ldpc' | 'random') => spans.filter((one) => one.code === code);
  return {
    height: 250,
    key: 'above',
    x: { domain: [0, 1], label: 'Rate: message bits for each bit sent' },
    y: {
      ...{ domain: [floor, 1], scale: 'log', label: isBit ? 'Chance that a message bit is wrong' : 'Chance that a block is wrong' }, // prettier-ignore
      ticks,
    },
    marks: [
      area(forbidden, { role: 'quiet', name: isBit ? 'no code, however long' : `no code of ${length} bits` }),
      line([[wall, 1], [wall, floor]], { role: 'exact', look: 'thick', name: 'capacity' }), // prettier-ignore
      ...random.map(({ length: n, points }) => curve(n, points.map(of), n === length)),
      dots(old, { role: 'quiet', r: 3 }),
      dots(marksOf('random').map(({ rate, mean }) => [rate, low(mean)]), { role: 'x', shape: 'ring', name: 'the same, measured' }), // prettier-ignore
      whiskers(
        marksOf('random').map(({ rate, from, to }) => [rate, from, to]),
        { role: 'x' },
      ),
      line(repetition.map(of), { role: 'y', look: 'dashed', name: 'repetition' }),
      dots(repetition.map(of), { role: 'y', name: 'repetition' }),
      dots(hamming.map(of), { role: 'exact', shape: 'diamond', name: 'Hamming' }),
      whiskers(
        marksOf('ldpc').map(({ rate, from, to }) => [rate, from, to]),
        { role: 'model' },
      ),
      dots(marksOf('ldpc').map(({ rate, mean }) => [rate, low(mean)]), { role: 'model', r: 5, name: `LDPC of ${length} bits, measured` }), // prettier-ignore
    ],
    drags: [{ ...bound('flip'), along: 'x', at: rateAt, from: flipAt }],
  };
}

/** How the picture clears up; faintly, while it is on its way, how the one before did. */
export function steps(props: Props, before: Sent | undefined): PanelSpec {
  const { model, values } = props;
  const sent = model.sent ?? before;
  const role = model.sent ? 'model' : 'quiet';
  const wrong = Array.from({ length: lastStep + 1 }, (_, t) => [t, sent ? wrongAt(sent, t).length : 0] as const);
  const most = Math.max(10, ...wrong.map(([, pixels]) => pixels), sent?.repetition.length ?? 0);
  const bound = bind(params, props);
  return {
    height: 100,
    key: 'above',
    x: { domain: [0, lastStep], label: 'Steps of belief propagation' },
    y: { domain: [0, 1.15 * most], label: 'Wrong pixels' },
    marks: [
      guide(values.steps),
      // The key keeps its entries while nothing is there yet, so that the plane below stands still.
      rule(sent ? sent.repetition.length : -most, { role: model.sent ? 'y' : 'quiet', look: 'dashed', name: `each sent ${values.repeats} times` }), // prettier-ignore
      line(sent ? wrong : [], { role, name: 'LDPC' }),
      sent && dots([wrong[values.steps]], { role }),
    ],
    drags: [{ ...bound('steps'), along: 'x' }],
  };
}
