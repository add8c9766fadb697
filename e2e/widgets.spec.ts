import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type { Parameter } from '#contract/parameter.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { nameOf, optionsOf, rowsOf } from './coverage.ts';
import { describedAs, queryOf, specs, valuesOf } from './expected.ts';
import { expectFittingHeight, openEmbed } from './hosts.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, openDetails, test } from './test.ts';
import { description, perform, transcripts } from './transcripts.ts';

const parameters = (spec: AnyWidget) => Object.entries(spec.params) as [string, Parameter][];
const lasting = (spec: AnyWidget) => parameters(spec).filter(([, { transient }]) => !transient);

/** A legal state away from the default in everything that a URL holds. */
function farAway(spec: AnyWidget): object {
  const fractions = [0.62, 0.24, 0.85, 0.47, 0.09, 0.71, 0.33];
  let drawn = 0;
  const next = () => fractions[drawn++ % fractions.length];
  return Object.fromEntries(lasting(spec).map(([key, parameter]) => [key, parameter.sample(next)]));
}

/** Junk for everything that is not free text, and how many complaints it must raise. */
function junk(spec: AnyWidget): { query: string; complaints: number } {
  const keys = lasting(spec).flatMap(([key, { kind }]) => (kind === 'text' ? [] : [key]));
  return { query: `?${keys.map((key) => `${key}=%00junk;;,`).join('&')}`, complaints: keys.length };
}

const panel = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });

async function exported(page: Page, frame: Frame, name: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await frame.getByRole('button', { name, exact: true }).click();
  const download = await downloading;
  return readFileSync(await download.path(), name === 'PNG' ? 'latin1' : 'utf8');
}

for (const [index, spec] of specs.entries()) {
  const { id } = spec;
  test.describe(id, () => {
    for (const row of rowsOf(index)) {
      test.describe(nameOf(row), () => {
        test.use(optionsOf(row));
        test('is silent, accessible, and does its task by keyboard', async ({ page, watch }) => {
          const frame = await openEmbed(page, watch, row.host, id);
          if (frame !== page.mainFrame()) await expectFittingHeight(page, frame);
          await expectNoSidewaysScroll(frame);
          await expectAccessible(page);
          expect(transcripts, 'a transcript in e2e/transcripts.ts').toHaveProperty(id);
          await perform(page, frame, transcripts[id]);
          await expectNoSidewaysScroll(frame);
        });
      });
    }

    test('fits 320 pixels, with every panel open', async ({ page, watch }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      const frame = await openEmbed(page, watch, 'http', id);
      await expectNoSidewaysScroll(frame);
      await openDetails(frame);
      for (const name of ['Data', 'Link and embed', 'Export']) {
        await panel(frame, name).click();
        await expectNoSidewaysScroll(frame);
        await expectAccessible(page);
      }
    });

    test('restores what its address says, in the unit that it asks for', async ({ page, watch }) => {
      const states = [...spec.presets.map(({ values }) => values as object), farAway(spec)];
      for (const values of states) {
        const kept = Object.fromEntries(lasting(spec).map(([key]) => [key, valuesOf(spec, values)[key as never]]));
        for (const unit of values === states[0] ? (['bits', 'nats'] as const) : (['bits'] as const)) {
          const frame = await openEmbed(page, watch, 'http', id, queryOf(spec, kept, { unit }));
          await expect(description(frame)).toHaveText(await describedAs(spec, kept, unit));
          await expect(frame.locator('.problems')).toHaveCount(0);
        }
      }
    });

    test('offers its cases as buttons', async ({ page, watch }) => {
      const frame = await openEmbed(page, watch, 'http', id);
      for (const preset of spec.presets) {
        await frame.getByRole('button', { name: preset.title, exact: true }).click();
        await expect(description(frame)).toHaveText(await describedAs(spec, preset.values));
        await expect(frame.getByText(preset.why)).toBeVisible();
      }
      await panel(frame, 'Reset').click();
      await expect(description(frame)).toHaveText(await describedAs(spec));
    });

    test('answers junk in its address with a sentence each', async ({ page, watch }) => {
      const { query, complaints } = junk(spec);
      const frame = await openEmbed(page, watch, 'http', id, query);
      await expect(frame.locator('.problems p')).toHaveCount(complaints);
      await expect(description(frame)).toHaveText(await describedAs(spec));
      await expectAccessible(page);
    });

    test('can be taken along: link, embed code, SVG, PNG, CSV and JSON', async ({ page, watch }) => {
      const frame = await openEmbed(page, watch, 'http', id);
      await perform(page, frame, transcripts[id]);
      const said = await description(frame).innerText();

      await panel(frame, 'Export').click();
      const csv = await exported(page, frame, 'CSV');
      expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(2);
      const json = JSON.parse(await exported(page, frame, 'JSON')) as { widget: string; table: { rows: unknown[] } };
      expect(json.widget).toBe(id);
      expect(json.table.rows.length).toBeGreaterThan(0);
      const svg = await exported(page, frame, 'SVG');
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg.replace(/base64,[^)]*/, '')).not.toMatch(/var\(|class=|NaN|undefined/);
      expect(await exported(page, frame, 'PNG')).toMatch(/^\x89PNG/);

      await panel(frame, 'Link and embed').click();
      const links = frame.getByLabel(/^Link (with my text|to this state)/);
      const link = await links.last().inputValue();
      expect(await frame.getByLabel('Code to embed it').inputValue()).toContain(`/embed/${id}.html`);
      await page.goto('about:blank');
      await page.goto(link);
      await expect(description(page.mainFrame())).toHaveText(said);
    });
  });
}
