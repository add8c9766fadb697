import { signs, signsOf } from '#sim/reduced-text.ts';
import { mostLetters, smallest } from './parameters.ts';

/** The law of the next sign after a text, if it is known. */
export type LawAfter = (text: string) => readonly number[] | undefined;

/**
 * What can be seen of all texts, each of which has a part of [0, 1) as long as it is likely: the part from `low` to `low + size` of the interval
 * of the texts that begin with `written`. No single sign more has all of it.
 */
export interface Window {
  readonly written: string;
  readonly low: number;
  readonly size: number;
}

/** Where in the interval of a text each sign begins and ends. */
export function edgesOf(law: readonly number[]): number[] {
  const edges = [0];
  for (const p of law) edges.push(edges[edges.length - 1] + p);
  // The last sign ends where the interval does, whatever the rounding.
  edges[law.length] = 1;
  return edges;
}

const within = ({ written, low, size }: Window): Window => {
  const shown = Math.min(1, Math.max(smallest, size));
  return { written, size: shown, low: Math.min(1 - shown, Math.max(0, low)) };
};

/** Letters are certain as soon as they have all that can be seen. */
export function settled(window: Window, lawAfter: LawAfter): Window {
  let now = within(window);
  while (now.written.length < mostLetters) {
    const edges = lawAfter(now.written);
    if (!edges) break;
    const all = edgesOf(edges);
    const { low, size } = now;
    const sign = signs.split('').findIndex((_, s) => all[s] <= low && low + size <= all[s + 1]);
    if (sign < 0) break;
    const share = all[sign + 1] - all[sign];
    now = within({ written: now.written + signs[sign], low: (low - all[sign]) / share, size: size / share });
  }
  return now;
}

/** Rounding may put an edge this far out. */
const hair = 1e-12;

/** The view from `from` to `to`, in parts of what can be seen now: below 0 and above 1 it is one zooms out. */
export function zoomed({ written, low, size }: Window, from: number, to: number, lawAfter: LawAfter): Window {
  let now: Window = { written, low: low + from * size, size: (to - from) * size };
  while (now.written !== '' && (now.low < -hair || now.low + now.size > 1 + hair)) {
    const before = now.written.slice(0, -1);
    const law = lawAfter(before);
    if (!law) break;
    const all = edgesOf(law);
    const sign = signs.indexOf(now.written[before.length]);
    const share = all[sign + 1] - all[sign];
    now = { written: before, low: all[sign] + now.low * share, size: now.size * share };
  }
  return settled(now, lawAfter);
}

/** Zooms in by a factor around a place of the view, which stays where it is. */
export const zoomedAt = (window: Window, at: number, factor: number, lawAfter: LawAfter): Window =>
  zoomed(window, at * (1 - factor), at + (1 - at) * factor, lawAfter);

/** The half above or the one below. */
export const half = (window: Window, digit: string, lawAfter: LawAfter): Window =>
  zoomed(window, digit === '0' ? 0 : 0.5, digit === '0' ? 0.5 : 1, lawAfter);

/** −ln P of a text, in nats: the sum over its signs; undefined as long as a law is not known. */
export function surprisalOf(text: string, lawAfter: LawAfter): number | undefined {
  let nats = 0;
  for (const [i, sign] of signsOf(text).entries()) {
    const law = lawAfter(text.slice(0, i));
    if (!law) return undefined;
    nats -= Math.log(law[sign]);
  }
  return nats;
}

/** −ln of the part of all texts that can be seen: the nats that the reader has supplied, and not taken back. */
export function suppliedBy(window: Window, lawAfter: LawAfter): number | undefined {
  const nats = surprisalOf(window.written, lawAfter);
  return nats === undefined ? undefined : nats - Math.log(window.size) + 0;
}
