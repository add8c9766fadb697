import type { Say } from '#contract/say.ts';
import { temperatureOfLargest, type Shaped } from '#theory/language-models/truncation.ts';
import { floor } from './curves.ts';
import { params, type Asked } from './parameters.ts';
import { linear } from '#kit/plot/linear.ts';

/** The plots from side to side, in pixels. */
export const margin = { left: 52, right: 20 };
/** The handle of top-p stands beside its axis, clear of its numbers. */
const beside = 10;
const gap = 46;
/** From the middle of a handle to its name. */
const aside = 14;

/** A piece of text around its baseline y. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const legendNames = ['the model', 'what is drawn from', 'at this temperature, before a cut'] as const;

/**
 * Where everything lies, so that no name meets another whatever the settings are: the temperature at the left of the upper plot
 * and min-p at its right, what is cut above it; top-p high in the lower plot and top-k low in it.
 */
export function layoutOf(
  shaped: Shaped,
  { temperature, topK, topP, minP }: Asked,
  topKMass: number,
  width: number,
  say: Say,
) {
  const { left, right } = margin;
  const n = shaped.logModel.length;
  // The rows do not depend on the settings: a plot that moved while a handle is dragged would take it from under the pointer.
  const narrow = width < 540;
  const upper = { top: narrow ? 66 : 62, height: 150 };
  const lower = { top: upper.top + upper.height + gap, height: width < 460 ? 100 : 120 };
  const [upperEnd, lowerEnd] = [upper.top + upper.height, lower.top + lower.height];
  const x = linear([0, Math.log10(n)], [left, width - right]);
  const y = linear([floor, 0], [upperEnd, upper.top]);
  const together = linear([0, 1], [lowerEnd, lower.top]);

  /** Base-ten logarithm of the likeliest token's probability at this temperature, before a cut. */
  const largest = shaped.logTempered[shaped.order[0]] / Math.LN10;
  const handles = {
    temperature: { x: left, y: y(Math.max(floor, largest)) },
    minP: { x: width - right, y: y(minP > 0 ? Math.max(floor, Math.log10(minP) + largest) : floor) },
    // Above what top-k has left, top-p cuts nothing more.
    topP: { x: left + beside, y: together(topP < 1 ? topP * topKMass : 1) },
    topK: { x: x(Math.log10(Math.min(topK, n))), y: lowerEnd },
  } satisfies Record<string, Place>;

  const topKIsRight = handles.topK.x > width / 2;
  const names = {
    temperature: {
      text: `temperature ${params.temperature.format(temperature)}`,
      x: left + aside,
      // Above a curve that begins near one half.
      y: upper.top + 10,
      anchor: 'start',
    },
    minP: {
      text: `min-p ${minP > 0 ? params.minP.format(minP) : 'off'}`,
      // Clear of a curve that falls to the floor just before the last rank.
      x: handles.minP.x - aside - 10,
      y: Math.max(upper.top + 30, handles.minP.y - 7),
      anchor: 'end',
    },
    topP: {
      text: `top-p ${topP < 1 ? params.topP.format(topP) : 'off'}`,
      x: handles.topP.x + aside,
      y: Math.min(handles.topP.y + 17, lowerEnd - 26),
      anchor: 'start',
    },
    topK: {
      text: `top-k ${topK < n ? say.count(topK) : 'off'}`,
      x: handles.topK.x + (topKIsRight ? -aside : aside),
      y: lowerEnd - 8,
      anchor: topKIsRight ? 'end' : 'start',
    },
  } satisfies Record<string, Label>;

  const across = [28, 136, narrow ? 28 : 296];
  const legend = legendNames.map((text, i): Label => ({
    text,
    x: across[i],
    y: narrow && i === 2 ? 32 : 14,
    anchor: 'start',
  }));
  const cut: Label | undefined =
    shaped.kept < n
      ? {
          text: `cut: ${say.count(n - shaped.kept)}${width < 340 ? '' : ' tokens'}`,
          x: width - right,
          y: upper.top - 10,
          anchor: 'end',
        }
      : undefined;
  return { upper, lower, upperEnd, lowerEnd, height: lowerEnd + 44, x, y, together, handles, names, legend, cut };
}

/** Titles of the two axes that stand above them, on one line with what is cut, and between the plots. */
export const axisTitles = { upper: 'probability of a token', lower: 'of the likeliest together' };

/** The temperature at which the likeliest token has the probability 10^log, cuts aside. */
export const temperatureAt = (log: number, { logModel }: Shaped) =>
  temperatureOfLargest(logModel, Math.min(1, 10 ** log), params.temperature.max);
