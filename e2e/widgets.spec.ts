import { readFileSync } from 'node:fs';
import { sayIn, type Unit } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import type { Parameter } from '#contract/parameter.ts';
import { defaultValues, writeValues } from '#contract/values.ts';
import { widgets } from '#site/widgets.ts';
import { nameOf, optionsOf, rowsOf } from './coverage.ts';
import { announcedHeight, openEmbed } from './hosts.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts';
import { description, perform, transcripts } from './transcripts.ts';

/** Values that differ from the default, as a query. */
function queryOf(spec: AnyWidget, change: object, more: Record<string, string> = {}): string {
  const written = writeValues(spec.params, { ...defaultValues(spec.params), ...change } as never);
  return `?${new URLSearchParams([...written, ...Object.entries(more)])}`;
}

/** What the widget must say of these values, computed here. */
function expected(spec: AnyWidget, change: object, unit: Unit): string {
  const values = { ...defaultValues(spec.params), ...change };
  return spec.describe(spec.compute(values), values, sayIn(unit));
}

const loaded = await Promise.all(widgets.map(async (entry) => ({ id: entry.id, spec: (await entry.spec()).spec })));

for (const [index, { id, spec }] of loaded.entries()) {
  test.describe(id, () => {
    for (const row of rowsOf(index)) {
      test.describe(nameOf(row), () => {
        test.use(optionsOf(row));
        test('loads in silence, is accessible, and does its task by keyboard', async ({ page, watch }) => {
          const frame = await openEmbed(page, watch, row.host, id);
          const framed = frame !== page.mainFrame();
          if (framed) await expect.poll(() => announcedHeight(page)).toBeGreaterThan(100);
          await expectNoSidewaysScroll(frame);
          await expectAccessible(page);
          expect(transcripts, 'a transcript in e2e/transcripts.ts').toHaveProperty(id);
          await perform(page, frame, transcripts[id]);
          await expectNoSidewaysScroll(frame);
        });
      });
    }

    test('fits 320 pixels with every panel open', async ({ page, watch }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      const frame = await openEmbed(page, watch, 'http', id);
      for (const closed of await frame.locator('.widget details:not([open]) > summary').all()) await closed.click();
      for (const panel of ['Data', 'Link and embed', 'Export']) {
        await frame.getByRole('button', { name: panel, exact: true }).click();
        await expectNoSidewaysScroll(frame);
        await expectAccessible(page);
      }
    });
  });
}
