import type { Frame, Page } from '@playwright/test';
import { reader, said, sentence } from './reader.ts';
import {
  elsewhere,
  expectFit,
  framed,
  host,
  isolated,
  onScreen,
  openHost,
  storageIn,
  versions,
  withoutStorageInFrames,
} from './realHosts.ts';
import { expect, test, type Watch } from './test.ts';

/** The book in the software and under the policies of its hosts themselves, where embed.spec.ts speaks their messages for them. */
const id = 'relay-cascade';
const embed = `${elsewhere}/plain/embed/${id}.html`;
const handle = (frame: Frame) => frame.getByRole('slider', { name: 'How often relay 1 does it' });

test.describe(`H5P, as in h5p-standalone ${versions['h5p-standalone']}`, () => {
  /** As H5P's own embed code has it. */
  const frameCode = (src = embed) =>
    `<iframe src="${src}" width="700" height="300" frameborder="0" allowfullscreen title="A figure"></iframe>`;
  const resizer = '<script src="/h5p-resizer.js" charset="UTF-8"></script>';

  test('its resizer gives the frame the height of the figure, whatever becomes of it', async ({ page, watch }) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    await openHost(page, watch, frameCode() + resizer);
    const frame = await framed(page);
    const height = () => page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
    await expectFit(page, frame);
    const before = await height();
    await frame.getByRole('button', { name: 'Data', exact: true }).click();
    await expect.poll(height).toBeGreaterThan(before);
    await expectFit(page, frame);
    await frame.getByRole('button', { name: 'Data', exact: true }).click();
    await expect.poll(height).toBe(before);
    await page.setViewportSize({ width: 400, height: 900 });
    await expect.poll(height).toBeGreaterThan(before);
    await expectFit(page, frame);
  });

  for (const [when, src] of [
    ['is noticed when it says so', `${embed}?h5p`],
    ['is noticed at the next change', embed],
  ])
    test(`its resizer, arriving late, ${when}`, async ({ page, watch }) => {
      await openHost(page, watch, frameCode(src));
      const frame = await framed(page);
      await page.addScriptTag({ url: '/h5p-resizer.js' });
      if (src === embed) await frame.getByRole('button', { name: 'Data', exact: true }).click();
      await expectFit(page, frame);
    });
});

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

test.describe('a page with COEP', () => {
  const iframe = (src: string, more = '') =>
    `<iframe ${more} title="A figure" src="${src}" width="800" height="900"></iframe>`;

  async function expectMoves(page: Page): Promise<void> {
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    const frame = await framed(page);
    await handle(frame).press('End');
    await expect(handle(frame)).toHaveAttribute('aria-valuenow', '1');
  }

  /** The model's weights and workers come by scripts, fetches and blobs, which the policy all looks at. */
  async function expectReads(page: Page): Promise<Frame> {
    const frame = await framed(page);
    const read = reader(frame);
    await read.text.fill(sentence);
    await read.shows(sentence);
    await expect(read.description).toHaveText(await said(sentence));
    return frame;
  }

  test('shows the book as any host serves it, in a credentialless frame', async ({ page, watch }) => {
    const credentialless = (file: string) => iframe(`${elsewhere}/plain/embed/${file}.html`, 'credentialless');
    await openHost(page, watch, credentialless(id), isolated);
    await expectMoves(page);
    await openHost(page, watch, credentialless('read-my-text'), isolated);
    expect(await (await expectReads(page)).evaluate('credentialless')).toBe(true);
  });

  test('shows a text being read where the book is served with COEP and CORP', async ({ page, watch }) => {
    await openHost(page, watch, iframe(`${elsewhere}/willing/embed/read-my-text.html`), isolated);
    await expectReads(page);
  });

  for (const [relation, site] of [
    ['of another site', elsewhere],
    ['of its own', host],
  ]) {
    test(`shows the book ${relation} where that is served with COEP and CORP`, async ({ page, watch }) => {
      await openHost(page, watch, iframe(`${site}/willing/embed/${id}.html`), isolated);
      await expectMoves(page);
    });

    test(`shows nothing ${relation} without`, async ({ page, watch }) => {
      watch.expected = /ERR_BLOCKED_BY_RESPONSE/;
      await openHost(page, watch, iframe(`${site}/plain/embed/${id}.html`), isolated);
      await expect.poll(() => page.frames()[1].url()).toBe('chrome-error://chromewebdata/');
    });
  }
});

test.describe('a browser that lets the book keep nothing in a frame of that host', () => {
  test.use({
    context: async ({ launchOptions }, use, testInfo) => {
      const context = await withoutStorageInFrames(testInfo.outputPath('profile'), launchOptions);
      await use(context);
      await context.close();
    },
  });

  const iframe = (file: string) =>
    `<iframe title="The book" src="${elsewhere}/plain/${file}" width="900" height="900"></iframe>`;

  test('a figure does all that it does elsewhere', async ({ page, watch }) => {
    await openHost(page, watch, iframe(`embed/${id}.html`));
    const frame = await framed(page);
    expect(await storageIn(frame)).toBe('SecurityError');
    expect(await storageIn(page.mainFrame())).toBe('0 entries');
    await handle(frame).press('End');
    await expect(handle(frame)).toHaveAttribute('aria-valuenow', '1');
    await frame.locator('.challenges > summary').click();
    await frame.getByRole('button', { name: 'Take it on' }).first().click();
    await frame.getByRole('button', { name: 'Show me' }).click();
    await expect(frame.locator('.challenge .solved')).toHaveText(/^Solved\. \w+/);
  });

  test('a text is read, and the box that would keep it says what it cannot', async ({ page, watch }) => {
    await openHost(page, watch, iframe('embed/read-my-text.html'));
    const frame = await framed(page);
    expect(await storageIn(frame)).toBe('SecurityError');
    const read = reader(frame);
    await read.text.fill(sentence);
    await read.shows(sentence);
    await expect(read.description).toHaveText(await said(sentence));
    await frame.getByRole('checkbox', { name: /^Keep/ }).check();
    await expect(frame.getByText('This browser refuses to store anything here')).toBeVisible();
  });

  test('a chapter follows the unit and scores a bet', async ({ page, watch }) => {
    await openHost(page, watch, iframe('shared-information.html'));
    const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
    expect(await storageIn(frame)).toBe('SecurityError');
    await frame.getByRole('button', { name: 'nats', exact: true }).click();
    await expect(frame.locator('.derivation [data-unit-word]').first()).toHaveText('nats');
    const bet = frame.locator('[data-bet]').first();
    await bet.getByRole('button', { name: 'Lock it in' }).click();
    await expect(bet.locator('.outcome')).toHaveText(/\d\.\d\d bits?/);
    await expect(bet.locator('.reveal')).toHaveAttribute('open');
  });
});
