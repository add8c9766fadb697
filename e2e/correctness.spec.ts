import { expect, test } from './test.ts';

test('a number of a figure leads, by keyboard, to what it is checked against', async ({ page }) => {
  await page.goto('embed/relay-cascade.html');
  await page.getByRole('button', { name: 'Data', exact: true }).press('Enter');
  await page.getByText('Numbers of this figure, and how they are checked').press('Enter');
  const information = page.getByRole('link', { name: 'Left after the first relay: how it is checked' });
  await expect(information).toHaveText('mutualInformation');
  await information.press('Enter');
  await expect(page).toHaveURL(/correctness\.html#theory-measures-mutual-information-mutualInformation$/);
  const row = page.locator(':target');
  await expect(row).toBeInViewport();
  await expect(row).toContainText('Reference values, discrete measures: bivariate');
});

test('one that theory does not compute leads to the other page', async ({ page }) => {
  await page.goto('embed/two-coins.html');
  await page.getByRole('button', { name: 'Data', exact: true }).press('Enter');
  await page.getByText('Numbers of this figure, and how they are checked').press('Enter');
  await page.getByRole('link', { name: 'Heads among them: how it is checked' }).press('Enter');
  await expect(page).toHaveURL(/correctness-figures\.html#widgets-two-coins-model-toss$/);
  await expect(page.locator(':target')).toBeInViewport();
});
