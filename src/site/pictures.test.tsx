import { describe, expect, it } from 'vitest';
import { isChosen } from '../../fixtures/chosen.ts';
import { presetsOf, problemsOf, widths } from '../../fixtures/pictures/problems.ts';
import { widgets } from './widgets.ts';

const loaded = await Promise.all(
  widgets
    .filter(({ id }) => isChosen('WIDGETS', id))
    .map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec, View: (await entry.view()).View })),
);

describe.each(loaded)('the words of $id', (widget) => {
  // Each preset at both ends and one width between.
  it('can be read at every preset and at every width', () => {
    const found = presetsOf(widget.spec).flatMap((state, i) =>
      problemsOf(widget, state, widget.spec.compute(state.values), [widths[0], widths[1 + (i % 3)], widths[4]]),
    );
    expect(found).toEqual([]);
  });
});
