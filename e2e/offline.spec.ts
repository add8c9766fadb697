import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { isChosen, isWholeBook } from '../fixtures/chosen.ts';
import { offline, offlineFolder } from './addresses.ts';
import { expectAllAlive } from './hosts.ts';
import { reachable } from './reachable.ts';
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

const pages = filesOf(offlineFolder).filter((name) => name.endsWith('.html'));

const chosen = pages.filter((name) =>
  name.startsWith('embed/')
    ? isChosen('WIDGETS', name.slice('embed/'.length, -'.html'.length))
    : isChosen('PAGES', name),
);

test('index.html leads to every page', () => {
  test.skip(!isWholeBook, 'A choice of pages has links to others.');
  expect(reachable(offlineFolder)).toEqual(pages);
});

test.describe('from the disk, without a network', () => {
  test.use({ isolated: true });
  // A few pages in one browser: most of what a page costs is the browser that it opens in.
  const atOnce = 8;
  for (let from = 0; from < chosen.length; from += atOnce) {
    const few = chosen.slice(from, from + atOnce);
    test(`they come alive: ${few.join(', ')}`, async ({ page, context, watch }) => {
      watch.home = [offline];
      await context.setOffline(true);
      for (const name of few)
        await test.step(name, async () => {
          await page.goto(offline + name);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectAllAlive(page);
        });
    });
  }
});
