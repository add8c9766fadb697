import type { Frame, Page } from '@playwright/test';
import { reader, said, sentence } from './reader.ts';
import {
  elsewhere,
  expectFit,
  expectFollows,
  framed,
  heightOf,
  host,
  isolated,
  listener,
  openHost,
  storageIn,
  versions,
  withoutStorageInFrames,
} from './realHosts.ts';
import { expect, test } from './test.ts';

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
    await expectFollows(page, frame);
    const before = await heightOf(page);
    await page.setViewportSize({ width: 400, height: 900 });
    await expect.poll(() => heightOf(page)).toBeGreaterThan(before);
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

test.describe('a page with COEP', () => {
  const iframe = (src: string, more = '') =>
    `${listener}<iframe ${more} title="A figure" src="${src}" width="800"></iframe>`;

  async function expectMoves(page: Page): Promise<void> {
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    const frame = await framed(page);
    await handle(frame).press('End');
    await expect(handle(frame)).toHaveAttribute('aria-valuenow', '1');
    await expectFollows(page, frame);
  }

  /** The model's weights and workers come by scripts, fetches and blobs, which the policy all looks at. */
  async function expectReads(page: Page): Promise<Frame> {
    const frame = await framed(page);
    const read = reader(frame);
    await read.text.fill(sentence);
    await read.shows(sentence);
    await expect(read.description).toHaveText(await said(sentence));
    await expectFollows(page, frame);
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
    `${listener}<iframe title="The book" src="${elsewhere}/plain/${file}" width="900" height="900"></iframe>`;

  test('a figure does all that it does elsewhere', async ({ page, watch }) => {
    await openHost(page, watch, iframe(`embed/${id}.html`));
    const frame = await framed(page);
    expect(await storageIn(frame)).toBe('SecurityError');
    expect(await storageIn(page.mainFrame())).toBe('0 entries');
    await expectFollows(page, frame);
    await handle(frame).press('End');
    await expect(handle(frame)).toHaveAttribute('aria-valuenow', '1');
    await frame.locator('.challenges summary').click();
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
    await expectFollows(page, frame);
  });

  test('a chapter follows the unit and scores a bet', async ({ page, watch }) => {
    await openHost(page, watch, iframe('shared-information.html'));
    const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
    expect(await storageIn(frame)).toBe('SecurityError');
    await frame.getByRole('button', { name: 'nats', exact: true }).click();
    await expect(frame.locator('.derivation [data-unit-word]').first()).toHaveText('nats');
    const bet = frame.locator('[data-bet]').first();
    await bet.getByRole('button', { name: 'Lock it in' }).click();
    await bet.getByRole('button', { name: 'Show what is true now' }).click();
    await expect(bet.locator('.outcome')).toHaveText(/\d\.\d\d bits?/);
    await expect(bet.locator('.reveal')).toHaveAttribute('open');
  });
});
