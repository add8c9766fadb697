import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { wholeModel, type AnyWidget, type Readout } from '#contract/spec.ts';
import type { Trainer } from '#contract/training.ts';
import { defaultValues } from '#contract/values.ts';
import { noAddresses } from '#kit/host/Share.tsx';
import { createWidgetStore } from '#kit/state/store.ts';
import { WidgetHost } from '#kit/host/WidgetHost.tsx';
import { widgets } from '#site/widgets.ts';
import { book } from '../fixtures/book.ts';
import { createByteEngine } from '../fixtures/byteEngine.ts';
import { isChosen } from '../fixtures/chosen.ts';
import { createConstantTrainer } from '../fixtures/constantTrainer.ts';
import { createLearnerTrainer } from '../fixtures/learnerTrainer.ts';
import { withShippedInside } from '../fixtures/shippedEngine.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { withLit } from './styles.ts';

/** For widgets that would train, or read many sequences. */
const standIns: Readonly<Record<string, () => Trainer>> = {
  'train-it': () => createConstantTrainer().trainer,
  'wind-tunnel': () => createLearnerTrainer().trainer,
};

/** What a widget shows by itself, or in the end, where a model that is known has read for it. */
async function shownBy(spec: AnyWidget): Promise<unknown> {
  const values = defaultValues(spec.params);
  let model = wholeModel(spec, values);
  const trainer = (standIns[spec.id] ?? createPlainTrainer)();
  const services = { engine: withShippedInside(createByteEngine()), trainer };
  const context = { ...services, signal: new AbortController().signal, pause: () => Promise.resolve() };
  for await (const next of spec.run?.(values, context) ?? []) model = next;
  return model;
}

/** Of these a widget speaks, and its picture shows them only as parts of a sum. */
const unmarked: Readonly<Record<string, readonly string[]>> = { 'three-way': ['hxyz', 'ixz', 'iyz'] };
/** Widgets whose picture is one of quantities. */
const ofQuantities = [
  'context-length',
  'dirichlet-sparsity',
  'entropy-venn',
  'first-sentence',
  'new-name',
  'perplexity-lab',
  'read-my-text',
  'relay-cascade',
  'sampling-lab',
  'slepian-wolf',
  'surprising-evidence',
  'three-way',
  'two-coins',
];

const chosen = widgets.filter(({ id }) => isChosen('WIDGETS', id));

describe.each(chosen.map((entry) => [entry.id, entry] as const))('the picture of %s', (id, entry) => {
  it('marks quantities of the notation, and those of which a readout speaks', async () => {
    const [{ spec }, { View }] = await Promise.all([entry.spec(), entry.view()]);
    const html = renderToString(
      createElement(WidgetHost, {
        store: createWidgetStore(spec, { model: await shownBy(spec) }),
        View,
        unit: 'bits',
        share: noAddresses,
      }),
    );
    const marked = new Set(Array.from(html.matchAll(/ data-q="([^"]*)"/g), ([, id]) => id));
    for (const quantity of marked) expect(book.notation.has(quantity), quantity).toBe(true);
    if (!ofQuantities.includes(id)) return;
    const spoken = Object.values(spec.readouts as Record<string, Readout<never, never>>).flatMap(
      ({ quantity }) => quantity ?? [],
    );
    expect([...new Set(spoken)].filter((quantity) => !marked.has(quantity))).toEqual(unmarked[id] ?? []);
  });
});

it('the stylesheet lights each quantity by the attribute of the root', () => {
  expect(withLit('a:lit{b:c} :literal', ['x', 'hx'])).toBe(
    "a:is(:root[data-lit~='x'] [data-q='x'],:root[data-lit~='hx'] [data-q='hx']){b:c} :literal",
  );
});
