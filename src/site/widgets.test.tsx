import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '#contract/parameter.ts';
import { decode, encode, type Content } from '#contract/pin.ts';
import { pinKey } from '#contract/pinNames.ts';
import type { Places } from '#contract/places.ts';
import { sayIn, type Unit } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues, readValues, writeValues } from '#contract/values.ts';
import { createWidgetStore } from '#kit/state/store.ts';
import { isChosen } from '../../fixtures/chosen.ts';
import { asHtml, drawn, expectLoyal } from '../../fixtures/loyal.tsx';
import { expectChallenges, expectDescribed, expectLawful, legal, presetStates } from '../../fixtures/legalStates.ts';
import { widgets } from './widgets.ts';

/** What pages, their hosts and chapters say in an address or of a figure: no parameter is called so. */
const reserved = new Set(['unit', 'theme', 'motion', 'ui', 'lock', 'hide', 'preset', 'widget', 'id', pinKey]);

const entries = Object.entries as (params: AnyWidget['params']) => [string, Parameter][];

const loaded = await Promise.all(
  widgets
    .filter(({ id }) => isChosen('WIDGETS', id))
    .map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec, View: (await entry.view()).View })),
);

it('the registry lists exactly the folders, in order', () => {
  const folders = readdirSync(new URL('../widgets', import.meta.url)).sort();
  expect(widgets.map(({ id }) => id)).toEqual(folders);
});

it.each([true, false, undefined])('a reader in nats is told where words stay in bits: %s', (wordsInBits) => {
  const found = loaded.find(({ spec }) => spec.wordsInBits === wordsInBits);
  if (!found) return;
  const told = (unit: Unit) =>
    drawn(createWidgetStore(found.spec), found.View, unit).includes('The words of cases and challenges stay in bits');
  expect([told('bits'), told('nats')]).toEqual([false, wordsInBits === true]);
});

describe.each(loaded)('$id', ({ id, spec, View }) => {
  it('is named after its folder and says what it is', () => {
    expect(spec.id).toBe(id);
    expect(spec.summary).toMatch(/[.?]$/);
    expect(spec.presets.length).toBeGreaterThanOrEqual(2);
  });

  it('says whether its words stay in bits', () => {
    const words = [
      ...spec.presets.flatMap(({ title, why }) => [title, why]),
      ...spec.challenges.flatMap(({ task, solved, hints }) => [task, solved, ...hints.map(({ say }) => say)]),
    ];
    expect(spec.wordsInBits !== undefined).toBe(words.some((text) => /\bbits?\b/i.test(text)));
  });

  it('says of which text a case speaks that leaves the reader’s own in its place', () => {
    const first = defaultValues(spec.params) as Readonly<Record<string, unknown>>;
    const own = { ...first, text: 'a text of the reader’s' };
    for (const { id: name, keeps, why } of spec.presets) {
      if ((keeps?.(own) as { readonly text?: unknown } | undefined)?.text !== own.text) continue;
      expect(why, name).not.toMatch(/\bthis (passage|text|sentence)\b/);
      // A number comes of one text.
      if (/\d\.\d/.test(why)) expect(why, name).toMatch(/prepared text|written for this figure/);
    }
  });

  it('restores every legal state from its URL', () => {
    for (const values of [
      ...legal(spec.params),
      ...spec.presets.map((preset) => ({ ...defaultValues(spec.params), ...(preset.values as object) })),
    ]) {
      const query = writeValues(spec.params, values as never);
      const back = readValues(spec.params, new URLSearchParams(new URLSearchParams(query).toString()));
      expect(back.problems).toEqual([]);
      expect(writeValues(spec.params, back.values)).toEqual(query);
    }
  });

  it('has cases and challenges with values that an address may have', () => {
    const changes = [
      ...spec.presets.map(({ values }) => values as object),
      ...spec.challenges.flatMap(({ start, solution }) => [(start ?? {}) as object, solution as object]),
    ];
    for (const [key, value] of changes.flatMap((change) => Object.entries(change) as [string, unknown][])) {
      const parameter = spec.params[key] as AnyWidget['params'][string];
      const written = parameter.format(value);
      const { value: read, problem } = parameter.parse(written);
      expect(problem, `${key} ${written}`).toBeUndefined();
      expect(parameter.format(read), key).toBe(written);
    }
  });

  it('answers junk in every parameter with a reason, and legal values', () => {
    for (const [key, parameter] of entries(spec.params)) {
      if (parameter.transient || parameter.kind === 'text') continue;
      const { values, problems } = readValues(spec.params, [[key, '\u0000junk;;,']]);
      expect(problems, key).toHaveLength(1);
      expect(values).toEqual(defaultValues(spec.params));
    }
  });

  it('shows the reasons for what it did not take from an address, each in a paragraph', () => {
    const junk = entries(spec.params).map(([key]) => [key, '\u0000junk;;,'] as [string, string]);
    const { values, problems } = readValues(spec.params, junk);
    const html = drawn(createWidgetStore(spec, { values, problems }), View);
    expect(problems.filter((problem) => !html.includes(`<p>${asHtml(problem)}</p>`))).toEqual([]);
  });

  it.each(spec.presets)(
    'shows its case $id in the frame around it, with the reason why it is there',
    ({ values, why, title }) => {
      const shown = { ...defaultValues(spec.params), ...(values as object) };
      const store = createWidgetStore(spec, { values: shown });
      const html = drawn(store, View);
      const described = spec.describe(store.getState().model, shown, sayIn('bits'));
      const wanted = [described, why].map(asHtml);
      const pressed = `<button type="button" aria-pressed="true">${asHtml(title)}</button>`;
      expect([...wanted, pressed].filter((part) => !html.includes(part))).toEqual([]);
      expect(html.match(/NaN|undefined|Infinity/)).toBeNull();
    },
  );

  // Presets and challenges whose sums take longer than a frame, and values from all over what is legal, have slow tests.
  it('obeys its laws at first and for its presets, and no readout is NaN', () => {
    expect(spec.laws.length).toBeGreaterThan(0);
    for (const values of [defaultValues(spec.params), ...(spec.work ? [] : presetStates(spec))])
      expectLawful(spec, values);
  });

  it('describes itself at first and in every preset differently, in both units, with a table', () => {
    expectDescribed(spec, defaultValues(spec.params));
    if (spec.work) return;
    // The default may be one of the presets; the presets differ among themselves.
    const described = presetStates(spec).map((values) => expectDescribed(spec, values));
    if (!spec.run) expect(new Set(described).size).toBe(spec.presets.length);
  });

  it.skipIf(spec.work)('has challenges that begin unsolved, with a hint, and that their solutions solve', () => {
    expectChallenges(spec);
  });

  // The same with all that is in a whole model: `legalStates.slow.test.tsx`.
  it.runIf(spec.work)('speaks of what its numbers were computed for, while others are computed', () => {
    expectLoyal(spec, View, spec.compute(defaultValues(spec.params)), presetStates(spec));
  });

  it('takes into each of its places what it gives from there, and refuses what it cannot hold with a sentence', () => {
    const places = Object.values((spec.places ?? {}) as Places<Record<string, unknown>>);
    const kinds: readonly Content[] = [
      { kind: 'distribution', values: Array<number>(64).fill(1 / 64) },
      { kind: 'joint', rows: Array.from({ length: 16 }, () => Array<number>(16).fill(1 / 256)) },
      { kind: 'chain', rows: Array.from({ length: 16 }, () => Array<number>(16).fill(1 / 16)) },
      { kind: 'text', text: 'x'.repeat(500_000) },
    ];
    for (const place of places) {
      expect(place.label).not.toBe('');
      for (const values of [defaultValues(spec.params), ...legal(spec.params)] as Record<string, unknown>[]) {
        const content = place.get(values);
        expect(content.kind).toBe(place.kind);
        const change = place.put(content, values);
        if (typeof change === 'string') throw new Error(`${place.label}: ${change}`);
        expect(place.get({ ...values, ...change })).toEqual(content);
        // A trip through an address changes nothing that an address of the figure could say.
        const decoded = decode(encode({ ...content, name: 'a pin' }));
        const back = 'pin' in decoded && place.put(decoded.pin, values);
        if (!back || typeof back === 'string') throw new Error(`${place.label}: ${JSON.stringify(decoded)}`);
        for (const [key, value] of Object.entries(change))
          expect(spec.params[key].format(back[key])).toBe(spec.params[key].format(value));
      }
      for (const content of kinds) expect(place.put(content, defaultValues(spec.params))).toMatch(/^\S.*\.$/);
    }
  });

  it('leaves the names to the page that mean something else in its address', () => {
    expect(Object.keys(spec.params).filter((key) => reserved.has(key))).toEqual([]);
  });

  it('is drawn on the server at both widths, without NaN', () => {
    const html = drawn(createWidgetStore(spec), View);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    // Where a host has fixed everything, no handle is left.
    const locked = createWidgetStore(spec, {}, Object.keys(spec.params));
    expect(drawn(locked, View)).not.toContain('class="handle');
    expect(html).toContain(spec.title.replace(/&/g, '&amp;').replace(/'/g, '&#x27;'));
  });
});
