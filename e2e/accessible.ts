import axe from 'axe-core';
import type { Frame, Page } from '@playwright/test';
import { expect } from './test.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * No violation of WCAG 2.2 A or AA that axe can find in this document, or in this part of it. Colors that fade into each other are
 * waited for. axe must not fetch stylesheets: a disk refuses that.
 */
export async function expectAccessible(document: Page | Frame, within = 'html'): Promise<void> {
  await expectNothing(document, within, wcag);
}

/** The same for what another theme can change: the colors. */
export async function expectAccessibleColors(document: Page | Frame): Promise<void> {
  await expectNothing(document, 'html', ['color-contrast', 'link-in-text-block']);
}

async function expectNothing(document: Page | Frame, within: string, runOnly: string[]): Promise<void> {
  if (!(await document.evaluate(() => 'axe' in globalThis))) await document.evaluate(axe.source);
  const found = await document.evaluate(
    async ([part, rules]) => {
      // From the top, where the header that stays lies on nothing: elsewhere it covers whatever has been scrolled under it.
      scrollTo(0, 0);
      const fading = globalThis.document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(fading.map(({ finished }) => finished));
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(part, {
        runOnly: rules,
        resultTypes: ['violations'],
        preload: false,
        iframes: false,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    },
    [within, runOnly] as const,
  );
  expect(found).toEqual([]);
}
