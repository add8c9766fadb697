import { sayIn, type Unit } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import type { Locator, Page } from '@playwright/test';
import { origin } from './addresses.ts';
import { describedAs, specs, valuesOf } from './expected.ts';
import { courseAddress, expectAllAlive } from './hosts.ts';
import { expect, tabTo, test } from './test.ts';

/** Chapter 3, where every part of the vocabulary occurs. */
const chapter = 'shared-information.html';
const venn: AnyWidget = specs.find(({ id }) => id === 'entropy-venn')!;

const explore = (page: Page, id: string) => page.locator(`[data-explore="${id}"]`);
const say = (scope: Locator) => scope.locator('.widget .say');

/** What a readout of the Venn figure must show: computed here. */
function shown(readout: string, change: object, unit: Unit = 'bits'): string {
  const values = valuesOf(venn, change);
  return sayIn(unit).information(venn.readouts[readout].of(venn.compute(values as never), values as never));
}

async function open(page: Page, address = chapter): Promise<Locator> {
  await page.goto(address);
  await expectAllAlive(page);
  return explore(page, 'venn');
}

test('a number in the sentence is a handle: figure, values and words follow it', async ({ page }) => {
  const scope = await open(page);
  const value = (name: string) => scope.locator(`p [data-value="${name}"]`).first();
  await expect(value('mutual')).toHaveText(shown('mutual', {}));
  const before = await scope.locator('.picture').innerHTML();
  const words = scope.locator('[data-show^="mutual"]').first();
  await expect(words).toBeHidden();

  const handle = scope.locator('p').getByRole('slider', { name: 'Noise' });
  await tabTo(page, handle);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect(handle).toHaveText('0.11');
  await expect(value('mutual')).toHaveText(shown('mutual', { noise: 0.11 }));
  await expect(value('hxgy')).toHaveText(shown('hxgy', { noise: 0.11 }));
  await expect(say(scope)).toHaveText(await describedAs(venn, { noise: 0.11 }));
  expect(await scope.locator('.picture').innerHTML()).not.toBe(before);

  await page.keyboard.press('End');
  await expect(words).toBeVisible();
  for (const line of await scope.locator('.derivation li').all()) {
    const [left, right] = await Promise.all([line.locator('.left').innerText(), line.locator('.right').innerText()]);
    const sum = right
      .replace('=', '')
      .replaceAll('−', '-')
      .match(/[-+()]|[\d.]+/g)!
      .join('');
    expect(sum).toMatch(/^[-+().\d]+$/);
    // Both sides are rounded to three digits, the right one in up to three places.
    expect(Math.abs(Number(new Function(`return ${sum}`)()) - Number(left.replace('−', '-')))).toBeLessThan(0.0021);
  }
});

test('words that name a state of the figure put it there, also from afar', async ({ page }) => {
  const scope = await open(page);
  const renumbered = venn.presets.find(({ id }) => id === 'renumbered')!.values as object;
  const button = page.locator('.try', { hasText: 'The same, renumbered' });
  const figure = explore(page, 'grumble');
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(say(figure)).toHaveText(await describedAs(venn, renumbered));
  await expect(button).toBeFocused();
  await expect(say(scope)).toHaveText(await describedAs(venn, {}));

  await page.goto('a-model-learns.html');
  const register = page.locator('[data-explore="train"]');
  await page.locator('.try', { hasText: 'Certain, and hard' }).last().click();
  await expect(register.getByRole('button', { name: 'Certain, and hard' })).toHaveAttribute('aria-pressed', 'true');
  await expect(register.locator('.picture-frame')).toBeInViewport();
});

test('words that name a state break where the line ends, as the words around them do', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('calibration.html');
  const words = page.locator('.try[role]', { hasText: 'the model with a hundred examples in one bin' });
  await expect(words).toBeVisible();
  expect(await words.evaluate((element) => element.getClientRects().length)).toBeGreaterThan(1);
});

test('the unit changes prose, figures and derivation together, and stays for the next page', async ({ page }) => {
  const scope = await open(page);
  const value = scope.locator('p [data-value="mutual"]').first();
  await expect(value).toHaveText(shown('mutual', {}, 'bits'));
  await page.getByRole('button', { name: 'nats', exact: true }).click();
  await expect(value).toHaveText(shown('mutual', {}, 'nats'));
  await expect(say(scope)).toHaveText(await describedAs(venn, {}, 'nats'));
  await expect(scope.locator('.derivation [data-unit-word]')).toHaveText('nats');
  await expect(page.getByRole('button', { name: 'nats', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await open(page);
  await expect(value).toHaveText(shown('mutual', {}, 'nats'));
  await expect(say(scope)).toHaveText(await describedAs(venn, {}, 'nats'));
});

test('a link restores one figure of the page, and says what was wrong with it', async ({ page }) => {
  const scope = await open(page, `${chapter}?venn.noise=0.4#venn`);
  await expect(say(scope)).toHaveText(await describedAs(venn, { noise: 0.4 }));
  await expect(scope.locator('p').getByRole('slider', { name: 'Noise' })).toHaveText('0.40');
  await expect(say(explore(page, 'grumble'))).not.toHaveText(await describedAs(venn, { noise: 0.4 }));
  await scope.getByRole('button', { name: 'Link and embed' }).click();
  const link = await scope.getByLabel('Link to this state').inputValue();
  expect(link).toMatch(/shared-information\.html\?venn\.noise=0\.4#venn$/);

  await open(page, `${chapter}?venn.noise=lots`);
  await expect(scope.locator('.problems')).toContainText('Noise: “lots” is not a number; 0 is used.');
});

test('a challenge is solved by its solution, which is kept when something moves, and remembered', async ({ page }) => {
  const scope = await open(page);
  await scope.getByRole('button', { name: 'Take it on' }).first().click();
  await expect(scope.locator('.challenge progress').first()).toHaveJSProperty('value', 0);
  await scope.getByRole('button', { name: 'Hint' }).click();
  await expect(scope.locator('.challenge .hint')).toHaveText(/\w+ \w+/);
  await scope.getByRole('button', { name: 'Show me' }).click();
  await expect(scope.locator('.challenge .solved')).toHaveText(/^Solved\. \w+/);
  await scope.getByRole('button', { name: 'Undo' }).click();
  await expect(scope.locator('.challenge .solved')).toHaveText(/^Solved, and changed since\./);
  await scope.getByRole('button', { name: 'Show what solved it' }).click();
  await expect(scope.locator('.challenge .solved')).toHaveText(/^Solved\. \w+/);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(`challenge/${venn.id}/`);
  await page.reload();
  await expect(scope.locator('.challenge .solved')).toHaveText('Solved before.');
  await expect(scope.getByRole('button', { name: 'Take it on again' })).toBeVisible();
});

test('a bet is placed by keyboard, scored in bits, and not asked again', async ({ page }) => {
  await page.goto(chapter);
  const bet = page.locator('[data-bet]').first();
  await expect(bet.locator('.reveal')).not.toHaveAttribute('open');
  await tabTo(page, bet.getByRole('slider'));
  await page.keyboard.press('Home');
  for (let i = 0; i < 24; i++) await page.keyboard.press('ArrowRight');
  await expect(bet.locator('output')).toHaveText('25 %');
  await tabTo(page, bet.getByRole('button', { name: 'Lock it in' }));
  await page.keyboard.press('Enter');
  // The answer is kept back until a figure has settled it; the reader may have it sooner.
  await expect(bet.locator('.outcome')).toContainText('Locked in: 25 percent for yes.');
  await expect(bet.locator('.reveal')).toBeHidden();
  const place = await bet.locator('.outcome').evaluate((outcome) => /before “(.*)”/.exec(outcome.textContent)![1]);
  await page.getByRole('heading', { name: place, level: 2 }).scrollIntoViewIfNeeded();
  await expect(page.locator('.bet.settled')).toContainText('0.42 bits');
  // The answer is no: −log₂ 0.75 is 0.42 bits.
  expect(await bet.getAttribute('data-answer')).toBe('no');
  await expect(bet.locator('.outcome')).toContainText('0.42 bits');
  await expect(bet.locator('.reveal')).toHaveAttribute('open');
  await page.reload();
  await expect(bet.locator('.outcome')).toContainText('0.42 bits');
  await expect(bet.getByRole('button', { name: 'Lock it in' })).toBeHidden();
});

test('exercises answer every choice and every number, by keyboard', async ({ page }) => {
  await page.goto(chapter);
  const choices = page.locator('[data-exercise]', { has: page.locator('.choice') }).first();
  for (const choice of await choices.locator('.choice').all()) {
    await choice.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(choice.locator('.reply')).toBeVisible();
    await expect(choice.locator('.mark')).toHaveText((await choice.getAttribute('data-right')) ? '✓' : '✗');
  }
  const numeric = page.locator('.numeric').first();
  const answer = Number(await numeric.getAttribute('data-answer'));
  const field = numeric.getByRole('textbox');
  const replies = numeric.getByRole('status').locator('.reply:visible');
  await expect(replies).toHaveCount(0);
  for (const [typed, reply] of [
    ['not a number', /\w+ \w+/],
    ['12345', /✗.*\w+ \w+/s],
    [answer.toFixed(4), /✓/],
  ] as const) {
    await field.fill(typed);
    await page.keyboard.press('Enter');
    await expect(replies).toHaveCount(1);
    await expect(replies).toHaveText(reply);
  }
  const solution = page.locator('.solution').first();
  await solution.locator('summary').press('Enter');
  await expect(solution).toHaveAttribute('open');
});

test('the theme is kept from page to page, and follows the system until then', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(chapter);
  const toggle = page.getByRole('button', { name: 'Dark theme' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const dark = await paper();
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.goto('glossary.html');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  expect(await paper()).toBe(light);
});

test('twenty figures on one page of a course all come alive', async ({ page, watch }) => {
  const frames = Array.from({ length: 20 }, (_, i) => `${origin}/embed/${specs[i % specs.length].id}.html`);
  const course = courseAddress(frames);
  watch.home = [course, `${origin}/`];
  await page.goto(course);
  expect(page.frames()).toHaveLength(21);
  for (const frame of page.frames().slice(1)) {
    await (await frame.frameElement()).scrollIntoViewIfNeeded();
    await expect(frame.locator('[data-island]')).toHaveCount(1);
    await expectAllAlive(frame);
  }
});

test.describe('where storage is refused', () => {
  test.use({ isolated: true });
  test('the page works, and remembers until it is closed', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The request was denied.', 'SecurityError');
        },
      });
    });
    const scope = await open(page);
    await page.getByRole('button', { name: 'nats', exact: true }).click();
    await expect(say(scope)).toHaveText(await describedAs(venn, {}, 'nats'));
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect(page.getByRole('button', { name: 'Dark theme' })).toHaveAttribute('aria-pressed', 'true');
  });
});

test('a game outlasts a reload, and a link to another state comes first', async ({ page }) => {
  await page.goto('guess-the-next-letter.html');
  await expectAllAlive(page);
  const game = page.locator('[data-widget="guessing-game"]').first();
  await game.getByRole('textbox', { name: 'Your next letter' }).pressSequentially('the fo');
  await expect(game.locator('.say')).toContainText('You found 6 letters');
  await page.reload();
  await expectAllAlive(page);
  await expect(game.locator('.say')).toContainText('You found 6 letters');
  await game.getByRole('textbox', { name: 'Your next letter' }).pressSequentially('r');
  await expect(game.locator('.say')).toContainText('You found 7 letters');

  const explore = await game.evaluate((figure) => figure.closest('[data-explore]')!.getAttribute('data-explore'));
  await page.goto(`guess-the-next-letter.html?${explore}.player=you`);
  await expectAllAlive(page);
  await expect(game.locator('.say')).not.toContainText('You found');
});
