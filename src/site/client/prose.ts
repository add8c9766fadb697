import { holds, parseCondition } from '#contract/condition.ts';
import type { NumberParameter } from '#contract/parameter.ts';
import { count, natsPer, sayIn } from '#contract/say.ts';
import { sayNow } from '#contract/spec.ts';
import { settings } from '#kit/state/settings.ts';
import { snap, trackOf, valueAfterKey } from '#kit/controls/slide.ts';
import type { WidgetStore } from '#kit/state/store.ts';
import { pageUnit } from './page.ts';

/** Pixels of a horizontal drag that go through the whole range of a number in the text. */
const fullDrag = 320;

/** Turns a number in the sentence into a handle of the widget's parameter. */
function bindScrub(element: HTMLElement, store: WidgetStore) {
  const key = element.dataset.scrub!;
  const parameter = store.spec.params[key] as NumberParameter;
  const track = trackOf(parameter);
  const { min, max, step, positionOf, valueAt } = track;
  const value = () => store.getState().values[key] as number;
  const attributes = {
    role: 'slider',
    tabindex: '0',
    'aria-label': parameter.label,
    'aria-valuemin': parameter.min,
    'aria-valuemax': parameter.max,
  };
  for (const [name, text] of Object.entries(attributes)) element.setAttribute(name, String(text));
  element.addEventListener('keydown', (event) => {
    const next = valueAfterKey(event.key, positionOf(value()), track);
    if (next === undefined) return;
    event.preventDefault();
    store.change({ [key]: valueAt(next) });
  });
  element.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    element.focus();
    element.setPointerCapture(event.pointerId);
    store.beginGesture();
    const [from, x] = [positionOf(value()), event.clientX];
    const move = (moved: PointerEvent) =>
      store.change({ [key]: valueAt(snap(from + ((moved.clientX - x) / fullDrag) * (max - min), min, max, step)) });
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), {
      once: true,
    });
  });
  return () => {
    const text = parameter.format(value());
    element.setAttribute('aria-valuenow', text);
    element.textContent =
      parameter.step < 1 ? value().toFixed(Math.ceil(-Math.log10(parameter.step) - 1e-9)) : count(value());
  };
}

function bindValue(element: HTMLElement, store: WidgetStore) {
  const readout = store.spec.readouts[element.dataset.value!];
  return () => {
    const { model, asked } = store.getState();
    const now = readout.of(model, asked);
    const say = sayIn(settings.getState().unit ?? pageUnit());
    if (readout.kind === 'information') element.dataset.nats = String(now);
    const bare = element.dataset.bare !== undefined && !readout.none?.(model, asked);
    element.textContent = bare ? say.amount(now) : sayNow(readout, model, asked, say);
  };
}

function bindShow(element: HTMLElement, store: WidgetStore) {
  const condition = parseCondition(element.dataset.show!)!;
  const { readouts, params } = store.spec;
  return () => {
    const { model, asked } = store.getState();
    const readout = readouts[condition.name];
    const left = readout
      ? readout.of(model, asked) / (readout.kind === 'information' ? natsPer('bits') : 1)
      : params[condition.name].format(asked[condition.name]);
    element.hidden = !holds(condition, left);
  };
}

/** Binds the numbers and handles of the prose around a widget to its values. */
export function bindProse(explore: HTMLElement, store: WidgetStore) {
  const all = (name: string) => [...explore.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  const updates = [
    ...all('scrub').map((element) => bindScrub(element, store)),
    ...all('value').map((element) => bindValue(element, store)),
    ...all('show').map((element) => bindShow(element, store)),
  ];
  const update = () => updates.forEach((run) => run());
  update();
  store.subscribe(update);
}
