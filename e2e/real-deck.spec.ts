import type { Frame, Page } from '@playwright/test';
import {
  deckListener,
  elsewhere,
  expectFit,
  framed,
  heightOf,
  hiddenIn,
  onScreen,
  openHost,
  versions,
} from './realHosts.ts';
import { expect, test, type Watch } from './test.ts';

/** Figures on slides. */
const embed = `${elsewhere}/plain/embed/relay-cascade.html`;
const handle = (frame: Frame) => frame.getByRole('slider', { name: 'How often relay 1 does it' });

test.describe(`reveal.js ${versions['reveal.js']}`, () => {
  const deck = (slides: string) => `
    <link rel="stylesheet" href="/reveal/reset.css">
    <link rel="stylesheet" href="/reveal/reveal.css">
    <div class="reveal"><div class="slides"><section><h2>A first slide</h2></section>${slides}</div></div>
    <script src="/reveal/reveal.js"></script>
    <script>Reveal.initialize({ width: 960, height: 700, transition: 'none', backgroundTransition: 'none' })</script>`;
  const slide = (attribute: string) =>
    `<section><iframe title="A figure" ${attribute} width="900" height="640"></iframe></section>`;
  const expectSlide = (page: Page, h: number) =>
    expect.poll(() => page.evaluate<number>('Reveal.getIndices().h')).toBe(h);
  const innerWidth = (frame: Frame) => frame.evaluate(() => window.innerWidth);
  const asked = (watch: Watch) => watch.requested.filter((url) => url.includes('/embed/'));

  test('a figure wakes when its slide shows, at the size that the slide gives it', async ({ page, watch }) => {
    await page.setViewportSize({ width: 700, height: 560 });
    await openHost(page, watch, deck(slide(`data-src="${embed}"`)));
    await expect(page.locator('.reveal.ready')).toBeVisible();
    expect(asked(watch)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    const frame = await framed(page);
    for (const size of [
      { width: 700, height: 560 },
      { width: 1500, height: 1100 },
    ]) {
      await page.setViewportSize(size);
      const shown = () => page.locator('iframe').evaluate((iframe) => iframe.getBoundingClientRect().width);
      if (size.width < 960) expect(await shown()).toBeLessThan(750);
      else await expect.poll(shown).toBeGreaterThan(1100);
      expect(await innerWidth(frame)).toBe(900);
      await expect(frame.locator('.picture svg')).toBeVisible();
    }
  });

  test('one that is to be loaded beforehand stands there when its slide comes', async ({ page, watch }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openHost(page, watch, deck(slide(`data-src="${embed}" data-preload`)));
    await expect.poll(() => asked(watch)).toEqual([embed]);
    await page.keyboard.press('ArrowRight');
    const frame = await framed(page);
    expect(await innerWidth(frame)).toBe(900);
    const pictureWidth = await frame.locator('.picture svg').evaluate((svg) => svg.getBoundingClientRect().width);
    expect(pictureWidth).toBeGreaterThan(400);
    expect(asked(watch)).toEqual([embed]);
  });

  test('with a few lines in the deck a figure gets its height, as far as the slide has room', async ({
    page,
    watch,
  }) => {
    await page.setViewportSize({ width: 700, height: 560 });
    const room = 640;
    const lower = `${elsewhere}/plain/embed/entropy-venn.html`;
    const within = (src: string) => slide(`data-src="${src}" style="max-height: ${room}px"`);
    await openHost(page, watch, deck(within(`${lower}?ui=figure`) + within(lower)) + deckListener);
    await expect(page.locator('.reveal.ready')).toBeVisible();
    const middle = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return (top + bottom) / 2;
      });

    await page.keyboard.press('ArrowRight');
    const low = 'section:nth-child(2) iframe';
    await expectFit(page, await framed(page, low), low);
    expect(await heightOf(page, low)).toBeLessThan(room);
    expect(await heightOf(page, low)).toBeGreaterThan(200);
    await expect.poll(async () => Math.abs((await middle(low)) - (await middle('.slides')))).toBeLessThan(5);

    await page.keyboard.press('ArrowRight');
    const high = 'section:nth-child(3) iframe';
    const frame = await framed(page, high);
    await expect.poll(() => heightOf(page, high)).toBe(room);
    await expect.poll(() => hiddenIn(frame)).toBeGreaterThan(0);
    await frame.locator('.challenges').scrollIntoViewIfNeeded();
    await expect(frame.locator('.challenges summary')).toBeInViewport();
  });

  for (const [where, slides, selector] of [
    ['in a slide', slide(`data-src="${embed}?noise1=0.5"`), '.slides iframe'],
    [
      'behind a slide',
      `<section data-background-iframe="${embed}?noise1=0.5" data-background-interactive></section>`,
      '.backgrounds iframe',
    ],
  ])
    test(`what is dragged ${where} stays under the pointer, and keys belong to what has them`, async ({
      page,
      watch,
    }) => {
      await page.setViewportSize({ width: 800, height: 620 });
      await openHost(page, watch, deck(`${slides}<section><h2>A last slide</h2></section>`));
      await expect(page.locator('.reveal.ready')).toBeVisible();
      expect(asked(watch)).toEqual([]);
      await page.keyboard.press('ArrowRight');
      const frame = await framed(page, selector);
      const center = () =>
        handle(frame)
          .locator('.knob')
          .evaluate((knob) => {
            const { x, y, width, height } = knob.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          });
      const from = await center();
      const to = from.y + 30;
      await page.mouse.move(...(await onScreen(page, selector, from.x, from.y)));
      await page.mouse.down();
      await page.mouse.move(...(await onScreen(page, selector, from.x, to)), { steps: 4 });
      await page.mouse.up();
      expect(Math.abs((await center()).y - to)).toBeLessThan(2);

      const value = async () => Number(await handle(frame).getAttribute('aria-valuenow'));
      const dragged = await value();
      for (const key of ['ArrowRight', 'Escape']) await page.keyboard.press(key);
      await expect.poll(value).toBeCloseTo(dragged + 0.01, 9);
      expect(await page.evaluate('Reveal.isOverview()')).toBe(false);
      await expectSlide(page, 1);
      // Once something of the deck's own is clicked, the keys are the deck's again.
      await page.locator('.controls .navigate-right').click();
      await expectSlide(page, 2);
      await page.keyboard.press('ArrowLeft');
      await expectSlide(page, 1);
    });
});
