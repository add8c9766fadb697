import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { offline, offlineFolder } from './addresses.ts';
import { expectAllAlive } from './hosts.ts';
import { expect, test } from './test.ts';

/** The files of a folder and of those in it, as paths with slashes. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

const dist = join(offlineFolder, '..');
const zips = readdirSync(dist).filter((name) => name.endsWith('.zip'));

test('the zip holds the folder, byte for byte', () => {
  expect(zips).toHaveLength(1);
  const unzipped = unzipSync(readFileSync(join(dist, zips[0])));
  const files = Object.keys(unzipped).filter((name) => !name.endsWith('/'));
  const [top] = files[0].split('/');
  const inside = files.every((name) => name.startsWith(`${top}/`)) ? `${top}/` : '';
  expect(files.map((name) => name.slice(inside.length)).sort()).toEqual(filesOf(offlineFolder));
  for (const name of files)
    expect(readFileSync(join(offlineFolder, name.slice(inside.length))).equals(unzipped[name]), name).toBe(true);
});

test('index.html leads to every page, and each comes alive from the disk without a network', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(180_000);
  watch.home = [offline];
  await context.setOffline(true);
  const found = [`${offline}index.html`];
  for (const address of found) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAllAlive(page);
    for (const link of await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))) {
      const file = link.replace(/[?#].*$/, '');
      if (file.startsWith(offline) && file.endsWith('.html') && !found.includes(file)) found.push(file);
    }
  }
  const pages = filesOf(offlineFolder).filter((name) => name.endsWith('.html'));
  expect(found.map((address) => address.slice(offline.length)).sort()).toEqual(pages);
});
