import type { Engine } from '#contract/engine.ts';
import type { RunContext } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { type params } from './parameters.ts';
import { isComplete, readContexts, unreadText, type ContextReading } from './reading.ts';
import { sourceCurves, type SourceCurves } from './source.ts';

export interface ContextLength {
  readonly source: SourceCurves;
  readonly reading: ContextReading;
}

type V = Values<typeof params>;

export const compute = ({ source, first, second, text }: V): ContextLength => ({
  source: sourceCurves(source, first, second),
  reading: unreadText(text),
});

/** Readings that were finished: whoever goes to and fro between texts waits once. */
const finished = new WeakMap<Engine, Recent>();
type Recent = Map<string, ContextReading>;
const mostFinished = 8;

function remember(recent: Recent, reading: ContextReading): void {
  if (!isComplete(reading)) return;
  recent.set(`${reading.asked} ${reading.text}`, reading);
  if (recent.size > mostFinished) recent.delete(recent.keys().next().value as string);
}

/** The source is drawn at once; of a new text the old numbers stand until there are some. */
export async function* run(values: V, context: RunContext<ContextLength>): AsyncGenerator<ContextLength> {
  const { engine, signal, previous } = context;
  const source = sourceCurves(values.source, values.first, values.second);
  const asked = Number(values.targets);
  const recent = finished.get(engine) ?? new Map<string, ContextReading>();
  finished.set(engine, recent);
  if (previous) remember(recent, previous.reading);
  const before = recent.get(`${asked} ${values.text}`) ?? previous?.reading;
  yield { source, reading: before ?? unreadText(values.text) };
  for await (const reading of readContexts(values.text, asked, { engine, signal, previous: before })) {
    remember(recent, reading);
    yield { source, reading };
  }
}
