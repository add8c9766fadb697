import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from '@playwright/test';
import { expect } from './test.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Half as long as the one that is imported by name; it is sent to every page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/**
 * Runs in the page: leaves one of many formulas and rows that axe cannot tell apart, and returns what puts the others back. A page
 * has thousands of letters in formulas, and axe looks at the colors of each for half a millisecond.
 *
 * Formulas are alike if their letters have the same colors and size and stand on the same ground; to assistive technology each is one
 * picture with a name, which stays. Rows are alike if they are made of the same elements with the same attributes but for their
 * words; the first three of each table stay in any case, of which two may be striped.
 */
function leaveOneOfEach(): () => void {
  const groundOf = (element: Element): string => {
    const own = getComputedStyle(element).backgroundColor;
    return own !== 'rgba(0, 0, 0, 0)' || !element.parentElement ? own : groundOf(element.parentElement);
  };
  const first = (seen: Set<string>, key: string) => seen.size < seen.add(key).size;
  const looks = new Set<string>();
  const formulas = [...document.querySelectorAll<HTMLElement>('.katex-html')].filter((formula) => {
    const letters = [...formula.querySelectorAll('*')].filter((element) => element.childElementCount === 0);
    const colors = new Set(letters.map((letter) => getComputedStyle(letter).color));
    const { fontSize, visibility } = getComputedStyle(formula);
    return !first(looks, [fontSize, visibility, groundOf(formula), ...[...colors].sort()].join());
  });
  const widths = formulas.map((formula) => formula.getBoundingClientRect().width);
  const inside = formulas.map((formula) => [...formula.childNodes]);
  formulas.forEach((formula, i) => {
    const place = document.createElement('span');
    place.style.cssText = `display: inline-block; height: 1em; max-width: 100%; width: ${widths[i]}px`;
    formula.replaceChildren(place);
  });

  const kindOf = (element: Element): string =>
    [
      element.tagName,
      ...Array.from(element.attributes, ({ name, value }) =>
        /^(href|title|value|aria-label|data-.*)$/.test(name) ? name : `${name}=${value}`,
      ),
      ...Array.from(element.children, kindOf),
    ].join(' ');
  const rows = [...document.querySelectorAll('table')].flatMap((table) => {
    const kinds = new Set<string>();
    return [...table.tBodies].flatMap(({ rows }) => [...rows]).filter((row, i) => !first(kinds, kindOf(row)) && i >= 3);
  });
  rows.forEach((row) => row.style.setProperty('display', 'none'));

  return () => {
    formulas.forEach((formula, i) => formula.replaceChildren(...inside[i]));
    rows.forEach((row) => row.style.removeProperty('display'));
  };
}

async function expectNothing(document: Page | Frame, within: string, runOnly: string[]): Promise<void> {
  if (!(await document.evaluate(() => 'axe' in globalThis)))
    await document.evaluate(`${source};globalThis.leaveOneOfEach = ${leaveOneOfEach.toString()}`);
  const found = await document.evaluate(
    async ([part, rules]) => {
      const page = globalThis as unknown as { axe: typeof axe; leaveOneOfEach: typeof leaveOneOfEach };
      // From the top, where the header that stays lies on nothing: elsewhere it covers whatever has been scrolled under it.
      scrollTo(0, 0);
      const fading = globalThis.document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(fading.map(({ finished }) => finished));
      const putBack = page.leaveOneOfEach();
      const { violations } = await page.axe.run(part, {
        runOnly: rules,
        resultTypes: ['violations'],
        preload: false,
        iframes: false,
      });
      putBack();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    },
    [within, runOnly] as const,
  );
  expect(found).toEqual([]);
}
