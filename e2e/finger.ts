import type { Frame, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Where a picture stands in the window, and how far the page has been scrolled. */
const standing = (frame: Frame) =>
  frame.evaluate(() => {
    const { left, top, width } = document.querySelector('.picture svg')!.getBoundingClientRect();
    return { left, top, width, scrolled: [window.scrollX, window.scrollY] };
  });

/**
 * Drags the first handle of the picture by finger, sideways and up and down: it takes another value, the page does not
 * scroll, and the picture stays where it is. Widgets without a handle are left alone.
 */
export async function expectSteadyDrag(page: Page, frame: Frame): Promise<void> {
  const handle = frame.locator('.picture .handle').first();
  if ((await frame.locator('.picture .handle').count()) === 0) return;
  await handle.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await handle.boundingBox())!;
  const [from, at] = [x + width / 2, y + height / 2];
  const value = () => handle.getAttribute('aria-valuenow');
  const [before, stood] = [await value(), await standing(frame)];
  const toRight = from < page.viewportSize()!.width / 2 ? 1 : -1;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0, dy = 0) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: from + dx, y: at + dy }],
    });
  await touch('touchStart');
  // More along its axis than across: where two handles meet, the direction says which one is meant.
  const [across, up] = (await handle.getAttribute('aria-orientation')) === 'vertical' ? [6, 12] : [12, 6];
  for (const step of [1, 2, 3, 4, 5, 6]) await touch('touchMove', toRight * across * step, -up * step);
  await expect.poll(value).not.toBe(before);
  expect(await standing(frame)).toEqual(stood);
  await touch('touchEnd');
  expect(await standing(frame)).toEqual(stood);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}
