import type { Frame } from '@playwright/test';
import type { Parameter } from '#contract/parameter.ts';
import type { AnyWidget } from '#contract/spec.ts';
import { expectAccessible } from './accessible.ts';
import { origin } from './addresses.ts';
import { describedAs, specs, valuesOf } from './expected.ts';
import { courseAddress, openEmbed } from './hosts.ts';
import { expect, test } from './test.ts';
import { description } from './transcripts.ts';

/** What every embed page owes to the page that frames it, shown on one widget. */
const id = 'relay-cascade';
const spec = specs.find((candidate) => candidate.id === id)!;

/** Junk for everything that is not free text, and how many complaints it must raise. */
function junkFor({ params }: AnyWidget): { query: string; complaints: number } {
  const keys = (Object.entries(params) as [string, Parameter][])
    .filter(([, { kind, transient }]) => !transient && kind !== 'text')
    .map(([key]) => key);
  return { query: `?${keys.map((key) => `${key}=%00junk;;,`).join('&')}`, complaints: keys.length };
}

test('a host can ask for the figure alone, a theme, stillness, and a unit', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', id, '?ui=figure&theme=dark&motion=reduced&unit=nats');
  await expect(frame.locator('.picture svg')).toBeVisible();
  await expect(description(frame)).toHaveText(await describedAs(spec, {}, 'nats'));
  await expect(frame.getByRole('toolbar')).toHaveCount(0);
  await expect(frame.locator('.controls, .presets, .challenges')).toHaveCount(0);
  await expect(frame.getByRole('slider')).toHaveCount(0);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('html')).toHaveAttribute('data-motion', 'reduced');
});

test('a host can lock and hide parameters', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'http', id, '?lock=relays,noise1&hide=bias&relays=2');
  await expect(frame.getByRole('slider', { name: 'Relays' })).toBeDisabled();
  await expect(frame.getByText('Chance that X is 1')).toHaveCount(0);
  // What is locked has no handle in the picture either, and stays as it is in every case that is offered.
  await expect(frame.getByRole('slider', { name: 'How often relay 1 does it' })).toHaveCount(0);
  await frame.getByRole('slider', { name: 'How often relay 2 does it' }).press('End');
  await expect(description(frame)).toHaveText(await describedAs(spec, { relays: 2, noise2: 1 }));
  await frame.getByRole('button', { name: 'Reset' }).click();
  await expect(description(frame)).toHaveText(await describedAs(spec, { relays: 2 }));
  const fitting = spec.presets.filter(({ values }) => {
    const { relays, noise1 } = valuesOf(spec, values as object) as Record<string, unknown>;
    return relays === 2 && noise1 === valuesOf(spec, {}).noise1;
  });
  await expect(frame.locator('.presets button')).toHaveCount(fitting.length);
});

test('the height is told in the language of every host, and of H5P when asked', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'cross-site frame', id);
  const messages = () => page.evaluate<unknown[]>('messages');
  const height: unknown = expect.any(Number);
  for (const message of [
    { type: 'bits-per-token:height', version: 1, height },
    { sentinel: 'amp', type: 'embed-size', height },
    { type: 'plugin.resize', payload: { height } },
    { context: 'h5p', action: 'hello' },
  ])
    await expect.poll(messages).toContainEqual(message);
  const written = (await messages()).filter((message) => typeof message === 'string').map((text) => JSON.parse(text));
  expect(written).toContainEqual({ subject: 'lti.frameResize', height });
  expect(written).toContainEqual({ src: frame.url(), context: 'iframe.resize', height });

  await page.evaluate("frames[0].postMessage({ context: 'h5p', action: 'hello' }, '*')");
  const prepare = { context: 'h5p', action: 'prepareResize', scrollHeight: height, clientHeight: height };
  await expect.poll(messages).toContainEqual(prepare);
  await page.evaluate("frames[0].postMessage({ context: 'h5p', action: 'resizePrepared' }, '*')");
  await expect.poll(messages).toContainEqual({ context: 'h5p', action: 'resize', scrollHeight: height });
});

test('messages that mean nothing are passed over', async ({ page, watch }) => {
  const frame = await openEmbed(page, watch, 'cross-site frame', id);
  const said = await description(frame).innerText();
  for (const junk of ['null', '7', '"text"', '[]', '{}', '{ context: "h5p" }', '{ context: "h5p", action: {} }'])
    await page.evaluate(`frames[0].postMessage(${junk}, '*')`);
  await frame.getByRole('button', { name: 'Undo' }).isDisabled();
  await expect(description(frame)).toHaveText(said);
});

const copied = (frame: Frame) => frame.locator('.copyable', { hasText: 'Link to this state' });

test('where the clipboard is refused, the link stands there selected', async ({ page, watch }) => {
  watch.expected = /The Clipboard API has been blocked/;
  const frame = await openEmbed(page, watch, 'sandbox', id);
  await frame.getByRole('button', { name: 'Link and embed' }).click();
  await copied(frame).getByRole('button', { name: 'Copy' }).click();
  await expect(copied(frame).getByRole('status')).toHaveText(/refuses the clipboard here\. The text is selected/);
  const selection = copied(frame).getByRole('textbox');
  expect(await selection.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(
    (await selection.inputValue()).length,
  );
});

test('where downloads are refused, an export can be copied as text', async ({ page, watch }) => {
  watch.expected = /Download is disallowed/;
  const frame = await openEmbed(page, watch, 'sandbox', id);
  await frame.getByRole('button', { name: 'Export' }).click();
  for (const [kind, beginning] of [
    ['SVG', /^<svg /],
    ['CSV', /^\uFEFFStation,/],
    ['JSON', /^\{/],
  ] as const) {
    await frame.getByRole('button', { name: kind, exact: true }).click();
    const summary = frame.getByText(`No download came? Here is ${id}.${kind.toLowerCase()}`);
    await expect(summary).toBeVisible();
    await expect(frame.getByLabel(`${id}.${kind.toLowerCase()}`)).toHaveValue(beginning);
  }
});

test('the link is copied where the clipboard is open', async ({ page, watch, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const frame = await openEmbed(page, watch, 'http', id, '?relays=2');
  await frame.getByRole('button', { name: 'Link and embed' }).click();
  await copied(frame).getByRole('button', { name: 'Copy' }).click();
  await expect(copied(frame).getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${origin}/embed/${id}.html?relays=2`);
});

test('where no script may run, the figure, its description and a link are the widget', async ({ page, watch }) => {
  // A drawing and a text; pages.spec.ts looks at every other one without scripts.
  const course = courseAddress([id, 'read-my-text'].map((each) => `${origin}/embed/${each}.html`), ''); // prettier-ignore
  watch.home = [course, `${origin}/`];
  watch.expected = /Blocked script execution in .* because the document's frame is sandboxed/;
  await page.goto(course);
  expect(page.frames()).toHaveLength(3);
  for (const frame of page.frames().slice(1)) {
    await expect(frame.locator('.picture :is(svg, .token):visible').first()).toBeVisible();
    await expect(description(frame)).toHaveText(/\d/);
    await expect(frame.getByRole('link', { name: 'Bits per Token' })).toHaveAttribute('href', '../index.html');
  }
});

test('what is pressed does not move away: the text above becomes shorter when it is let go', async ({
  page,
  watch,
}) => {
  const frame = await openEmbed(page, watch, 'http', 'ablate');
  const tool = frame.getByRole('button', { name: 'Link and embed' });
  await expect(description(frame)).toHaveText(/^Head 1\.1 and head 1\.4 off/);
  await tool.scrollIntoViewIfNeeded();
  await frame.getByRole('button', { name: /^head 1\.1:/ }).press('Enter');
  await expect(description(frame)).toHaveText(/^Head 1\.4 off.* than/);
  await tool.hover();
  await page.mouse.down();
  const before = await tool.boundingBox();
  // Longer than the text rests before it gives its room back.
  await page.waitForTimeout(1500);
  expect(await tool.boundingBox()).toEqual(before);
  await page.mouse.up();
  await expect(frame.getByLabel('Code to embed it')).toBeVisible();
});

test('what is typed into a number reached by Tab takes its place, also where it was written with a comma', async ({
  page,
  watch,
}) => {
  const frame = await openEmbed(page, watch, 'http', 'signal-mining');
  const reports = frame.getByRole('textbox', { name: 'Reports' });
  await expect(reports).toHaveValue('1,000');
  await frame.getByRole('slider', { name: 'Reports' }).focus();
  await page.keyboard.press('Tab');
  await expect(reports).toBeFocused();
  await page.keyboard.type('2500');
  await expect(reports).toHaveValue('2500');
  await page.keyboard.press('Tab');
  await expect(reports).toHaveValue('2,500');
});

for (const one of [spec, specs.find(({ run }) => run)!])
  test(`junk in the address of ${one.id} is answered with a sentence each`, async ({ page, watch }) => {
    const { query, complaints } = junkFor(one);
    const frame = await openEmbed(page, watch, 'http', one.id, query);
    await expect(frame.locator('.problems p')).toHaveCount(complaints);
    await expect(description(frame)).toHaveText(await describedAs(one));
    await expectAccessible(frame);
  });
