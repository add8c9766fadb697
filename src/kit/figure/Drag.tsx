import type { ChoiceParameter, NumberParameter } from '#contract/parameter.ts';
import { trackOf, type Track } from '#kit/controls/slide.ts';
import { Handle } from '#kit/plot/Handle.tsx';
import type { Bound } from './bind.ts';
import type { Frame } from './mark.ts';
import type { Point } from './place.ts';
import type { Scale } from './scale.ts';

interface Standing {
  readonly along: 'x' | 'y';
  /** Where it stands on the other axis; on the axis itself unless told. */
  readonly across?: number;
}

/** A number that is dragged along an axis, in the units of that axis unless `at` says where a value stands. Label, limits, steps are the parameter's. */
export interface NumberDrag extends Bound<NumberParameter>, Standing {
  /** Where not all values of the parameter are legal now. */
  readonly max?: number;
  readonly at?: (value: number) => number;
  /** From a place on the axis to a value, if `at` is given. */
  readonly from?: (at: number) => number;
  says?(value: number): string;
}

/** A choice that is dragged from option to option. */
export interface ChoiceDrag extends Bound<ChoiceParameter>, Standing {
  at(value: string): number;
}

export type DragSpec = NumberDrag | ChoiceDrag;

const isChoice = (drag: DragSpec): drag is ChoiceDrag => drag.parameter.kind === 'choice';

/** The datum at which a handle stands. */
const datumOf = (drag: DragSpec): number =>
  isChoice(drag) ? drag.at(drag.value) : (drag.at ?? Number)(Math.min(drag.value, drag.max ?? Infinity));

/** Where it stands, in pixels. */
export function standOf(drag: DragSpec, { x, y, box }: Frame): Point {
  const datum = datumOf(drag);
  return drag.along === 'x'
    ? [x(datum), drag.across === undefined ? box.bottom : y(drag.across)]
    : [drag.across === undefined ? box.left : x(drag.across), y(datum)];
}

/** The slider behind a handle: its stops, where it stands, what it says, and which position is nearest to a place on the axis. */
function sliderOf(
  drag: DragSpec,
  scale: Scale,
): Track & { position: number; text?: string; nearest(at: number): number; move(position: number): void } {
  if (isChoice(drag)) {
    const { options } = drag.parameter;
    const values = options.map(({ value }) => value);
    const places = values.map((value) => scale(drag.at(value)));
    const position = values.indexOf(drag.value);
    return {
      ...{ min: 0, max: values.length - 1, step: 1, page: 10, position, text: options[position]?.label },
      positionOf: (at) => at,
      valueAt: (at) => at,
      nearest: (at) =>
        places.reduce((best, place, i) => (Math.abs(place - at) < Math.abs(places[best] - at) ? i : best), 0),
      move: (to) => drag.set(values[to]),
    };
  }
  const { parameter, max = parameter.max, from = (at) => at } = drag;
  const track = trackOf({ ...parameter, max });
  const value = Math.min(max, drag.value);
  const text = drag.says?.(value) ?? `${parameter.format(value)}${parameter.unit ? ` ${parameter.unit}` : ''}`;
  return {
    ...{ ...track, position: track.positionOf(value), text },
    nearest: (at) => track.positionOf(Math.min(max, Math.max(parameter.min, from(scale.invert(at))))),
    move: (to) => drag.set(track.valueAt(to)),
  };
}

/** The handle of a parameter. */
export function Drag({ drag, frame }: { readonly drag: DragSpec; readonly frame: Frame }) {
  const [x, y] = standOf(drag, frame);
  const { min, max, step, page, position, text, nearest, move } = sliderOf(drag, frame[drag.along]);
  return (
    <Handle
      moves={drag.name}
      label={`${drag.parameter.label}, in the picture`}
      orientation={drag.along === 'y' ? 'vertical' : 'horizontal'}
      {...{ x, y, min, max, step, page, value: position, valueText: text }}
      toValue={(atX, atY) => nearest(drag.along === 'x' ? atX : atY)}
      onChange={move}
    />
  );
}
