import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type { Parameter } from '#contract/parameter.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { isChosen } from '../fixtures/chosen.ts';
import { expectAccessible, expectAccessibleColors } from './accessible.ts';
import { expectFrugal } from './budgets.ts';
import { nameOf, rows } from './coverage.ts';
import { describedAs, queryOf, specs, valuesOf } from './expected.ts';
import { expectSteadyDrag } from './finger.ts';
import { expectFittingHeight, openEmbed } from './hosts.ts';
import { expect, expectNoSidewaysScroll, openDetails, test } from './test.ts';
import { description, perform, transcriptOf } from './transcripts.ts';

/* What every widget owes to its readers, in three page loads. */

/** A legal state away from the default in everything that a URL holds. */
function farAway(spec: AnyWidget): object {
  const fractions = [0.62, 0.24, 0.85, 0.47, 0.09, 0.71, 0.33];
  let drawn = 0;
  const next = () => fractions[drawn++ % fractions.length];
  const lasting = (Object.entries(spec.params) as [string, Parameter][]).filter(([, { transient }]) => !transient);
  return Object.fromEntries(lasting.map(([key, parameter]) => [key, parameter.sample(next)]));
}

const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });

interface Case {
  readonly title: string;
  readonly why: string;
  /** What the figure must say when it is shown. */
  readonly said: string;
}

/** Runs in the page: presses the button of each case, and returns those that two minutes later do not show what they should. */
async function shownOtherwise(cases: readonly Case[]): Promise<unknown[]> {
  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
  const textOf = (selector: string) => {
    const element = document.querySelector<HTMLElement>(selector);
    return element?.checkVisibility({ visibilityProperty: true }) ? squeezed(element.textContent) : '';
  };
  const wrong: unknown[] = [];
  for (const { title, why, said } of cases) {
    const buttons = [...document.querySelectorAll<HTMLElement>('.presets button')];
    const button = buttons.find(({ textContent }) => textContent === title);
    button?.click();
    const end = performance.now() + 120_000;
    const isShown = () =>
      button?.ariaPressed === 'true' &&
      textOf('.presets .hint') === squeezed(why) &&
      textOf('.widget .say') === squeezed(said);
    while (!isShown() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!isShown()) wrong.push({ title, shown: textOf('.widget .say'), said, hint: textOf('.presets .hint'), why });
  }
  return wrong;
}

async function exported(page: Page, frame: Frame, name: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button(frame, name).click();
  const download = await downloading;
  return readFileSync(await download.path(), name === 'PNG' ? 'latin1' : 'utf8');
}

async function expectExports(page: Page, frame: Frame, id: string): Promise<void> {
  await button(frame, 'Export').click();
  const csv = await exported(page, frame, 'CSV');
  expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(2);
  const json = JSON.parse(await exported(page, frame, 'JSON')) as { widget: string; table: { rows: unknown[] } };
  expect(json.widget).toBe(id);
  expect(json.table.rows.length).toBeGreaterThan(0);
  const svg = await exported(page, frame, 'SVG');
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.replace(/base64,[^)]*/, '')).not.toMatch(/var\(|class=|NaN|undefined/);
  expect(await exported(page, frame, 'PNG')).toMatch(/^\x89PNG/);
}

for (const [index, spec] of specs.entries()) {
  const { id } = spec;
  if (!isChosen('WIDGETS', id)) continue;
  test.describe(id, () => {
    test('is frugal and accessible, fits 320 pixels, and offers its cases, in nats', async ({ page, watch }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      const frame = await openEmbed(page, watch, 'http', id, '?unit=nats');
      await test.step('loads no more than it needs', () => expectFrugal(`embed/${id}.html`, [id], watch));
      await test.step('is accessible, light and dark', async () => {
        await expect(description(frame)).toHaveText(await describedAs(spec, {}, 'nats'));
        await expectNoSidewaysScroll(frame);
        await expectAccessible(frame);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expectAccessibleColors(frame);
      });
      await openDetails(frame);
      await test.step('shows its cases', async () => {
        // Of those that run a model for seconds the outermost: that browsers compute what Node does is proven backend by backend in
        // model.spec.ts and trainer.spec.ts, and that words follow from a model needs no browser.
        const presets = spec.run ? [...new Set([spec.presets[0], spec.presets.at(-1)!])] : spec.presets;
        const cases = await Promise.all(
          presets.map(async ({ title, why, values }) => ({ title, why, said: await describedAs(spec, values, 'nats') })), // prettier-ignore
        );
        if (!spec.run) expect(await frame.evaluate(shownOtherwise, cases)).toEqual([]);
        // A press by Playwright takes four times as long.
        for (const { title, why, said } of new Set([cases[0], cases.at(-1)!])) {
          await button(frame, title).click();
          await expect(description(frame)).toHaveText(said);
          await expect(frame.locator('.presets .hint')).toHaveText(why);
        }
      });
      await test.step('fits 320 pixels, with every panel open', async () => {
        await button(frame, 'Reset').click();
        await expect(description(frame)).toHaveText(await describedAs(spec, {}, 'nats'));
        await page.setViewportSize({ width: 320, height: 700 });
        await expectNoSidewaysScroll(frame);
        await expectSteadyDrag(page, frame);
        await openDetails(frame);
        for (const name of ['Data', 'Link and embed', 'Export']) {
          await button(frame, name).click();
          await expect(frame.locator('.panel > *').first()).toBeVisible();
          await expectNoSidewaysScroll(frame);
          await expectAccessible(frame, name === 'Data' ? 'html' : '.panel');
        }
      });
    });

    const row = rows[index % rows.length];
    test(`restores its address, does its task by keyboard, and can be taken along: ${nameOf(row)}`, async ({
      page,
      watch,
    }) => {
      const { width, theme: colorScheme, motion: reducedMotion, forcedColors, host } = row;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion, forcedColors });
      const values = valuesOf(spec, farAway(spec));
      const frame = await openEmbed(page, watch, host, id, queryOf(spec, values, { unit: 'bits' }));
      await test.step('restores what its address says', async () => {
        await expect(description(frame)).toHaveText(await describedAs(spec, values));
        await expect(frame.locator('.problems')).toHaveCount(0);
        if (frame !== page.mainFrame()) await expectFittingHeight(page, frame);
        await expectNoSidewaysScroll(frame);
        await expectAccessible(frame);
      });
      await test.step('does its task by keyboard', async () => {
        await button(frame, 'Reset').click();
        await expect(description(frame)).toHaveText(await describedAs(spec));
        await perform(page, frame, await transcriptOf(id));
        await expectNoSidewaysScroll(frame);
      });
      await test.step('can be restored from its link', async () => {
        const said = await description(frame).innerText();
        await button(frame, 'Link and embed').click();
        const links = frame.getByLabel(/^Link (with my text|to this state)/);
        const link = await links.last().inputValue();
        expect(await frame.getByLabel('Code to embed it').inputValue()).toContain(`/embed/${id}.html`);
        await page.goto('about:blank');
        await page.goto(link);
        await expect(description(page.mainFrame())).toHaveText(said);
      });
      await test.step('gives CSV, JSON, SVG and PNG', () => expectExports(page, page.mainFrame(), id));
    });
  });
}
