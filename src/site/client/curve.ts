import { rounded } from '#kit/controls/slide.ts';
import { sayGuess, startOf, type Asked } from '#kit/prose/prediction.ts';
import { snap, valueAfterKey } from '#kit/controls/slide.ts';
import { part } from './part.ts';

/** How far right a point of a curve is, between 0 and 1. */
const across = (at: readonly number[], i: number) => (at[i] - at[0]) / (at.at(-1)! - at[0]);

/** The point that is nearest to a place on the horizontal axis. */
function nearest(at: readonly number[], x: number): number {
  const distances = at.map((_, i) => Math.abs(across(at, i) - x));
  return distances.indexOf(Math.min(...distances));
}

/** A curve as the path of a picture of 100 by 100. */
export const drawn = ({ at = [], top }: Asked, values: readonly number[]) =>
  `M${values.map((value, i) => `${100 * across(at, i)},${100 - (100 * value) / top}`).join('L')}`;

/** The curve after the pen went from one place to another: every point that it passed, and the nearest to where it stopped. */
export function afterStroke(
  { at = [] }: Pick<Asked, 'at'>,
  curve: readonly number[],
  from: { x: number; y: number },
  to: { x: number; y: number },
): number[] {
  const last = nearest(at, to.x);
  const [low, high] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  return curve.map((value, i) => {
    if (i === last) return to.y;
    const x = across(at, i);
    return x > low && x < high ? from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y) : value;
  });
}

/**
 * A copy of the axes to draw on: the pointer draws across it, and each point is a slider. Left and right go from point to
 * point, so that the curve is one stop of the Tab key. Returns the guess, which changes with them.
 */
export function askCurve(form: HTMLFormElement, sketch: HTMLElement, asked: Asked): readonly number[] {
  const { at = [], min, max, step, top } = asked;
  const guess = startOf(asked);
  const board = sketch.cloneNode(true) as HTMLElement;
  part(board, '.key').remove();
  const line = part<SVGPathElement>(board, 'path.truth');
  line.setAttribute('class', 'yours');
  const pad = part(board, '.pad');
  const [up, along] = board.querySelectorAll(':scope > p');
  const points = at.map((x, i) => {
    const point = document.createElement('span');
    point.className = 'point';
    point.style.left = `${100 * across(at, i)}%`;
    const attributes = { role: 'slider', 'aria-orientation': 'vertical', 'aria-valuemin': min, 'aria-valuemax': max };
    for (const [name, value] of Object.entries(attributes)) point.setAttribute(name, String(value));
    point.setAttribute('aria-label', `${up.textContent}, where ${along.textContent} is ${x}`);
    return point;
  });
  function show() {
    line.setAttribute('d', drawn(asked, guess));
    points.forEach((point, i) => {
      point.style.bottom = `${(100 * guess[i]) / top}%`;
      point.setAttribute('aria-valuenow', String(rounded(guess[i], asked.step)));
      point.setAttribute('aria-valuetext', sayGuess(guess[i], asked));
    });
  }
  function choose(i: number) {
    points.forEach((point, other) => (point.tabIndex = other === i ? 0 : -1));
    points[i].focus({ preventScroll: true });
  }
  points.forEach((point, i) => {
    point.tabIndex = i === 0 ? 0 : -1;
    point.addEventListener('keydown', (event) => {
      const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const next = aside ? undefined : valueAfterKey(event.key, guess[i], asked);
      if (!aside && next === undefined) return;
      event.preventDefault();
      if (next !== undefined) guess[i] = next;
      else if (points[i + aside]) choose(i + aside);
      show();
    });
  });

  pad.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    const box = pad.getBoundingClientRect();
    const place = ({ clientX, clientY }: PointerEvent) => ({
      x: Math.min(1, Math.max(0, (clientX - box.left) / box.width)),
      y: top * Math.min(1, Math.max(0, (box.bottom - clientY) / box.height)),
    });
    let pen = place(event);
    const draw = (moved: PointerEvent) => {
      const to = place(moved);
      const after = afterStroke(asked, guess, pen, to);
      after.forEach((value, i) => (guess[i] = snap(value, min, max, step)));
      pen = to;
      show();
      choose(nearest(at, to.x));
    };
    draw(event);
    pad.addEventListener('pointermove', draw);
    const stop = () => pad.removeEventListener('pointermove', draw);
    pad.addEventListener('lostpointercapture', stop, { once: true });
  });

  pad.append(...points);
  show();
  form.prepend(board);
  return guess;
}
