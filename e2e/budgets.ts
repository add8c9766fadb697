import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { weightNames } from '../build/onDemand.ts';
import { origin, siteFolder } from './addresses.ts';
import { specs } from './expected.ts';
import { expect, test, type Watch } from './test.ts';

/** Bytes: gzip everywhere but for the weights. */
export const budgets = { html: 60_000, css: 20_000, embed: 120_000, page: 160_000, worker: 27_000, weights: 2_000_000 };

export const read = (file: string) => readFileSync(siteFolder + file);
export const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;

/** The kind of annotation under which `scripts/seconds.js` finds what a test has weighed. */
const annotation = 'bytes';

export function expectWithin(what: string, bytes: number, budget: number): void {
  const kilobytes = (count: number) => (count / 1000).toFixed(1).padStart(7);
  test
    .info()
    .annotations.push({ type: annotation, description: `${kilobytes(bytes)} of ${kilobytes(budget)} kB  ${what}` });
  expect(bytes, what).toBeLessThanOrEqual(budget);
}

/** What only a model needs: handed to workers as text, or fetched, when a reader's text is to be read. */
const ofTheModel = new RegExp(
  `/(plain-worker|tensorflow-worker|networks-worker|${weightNames().join('|')})\\.(js|bin)`,
);
/** Names that TensorFlow.js gives to what it shares between copies of itself: they survive minifying. */
export const tensorflow = /_tfGlobals|_tfengine/;
/** Words of the trainer's client. */
const trainer = /fastest for training with/;

/** The scripts that a page has asked for, as files of the site, those of the model apart. */
function scriptsOf(requested: readonly string[]) {
  const files = requested
    .filter((url) => url.startsWith(origin) && /\.js(\?|$)/.test(url))
    .map((url) => url.slice(origin.length + 1).replace(/\?.*$/, ''));
  const unique = [...new Set(files)];
  return {
    own: unique.filter((file) => !ofTheModel.test(`/${file}`)),
    model: unique.filter((file) => ofTheModel.test(`/${file}`)),
  };
}

/** A page on which these widgets have come alive has loaded scripts within its budget, and nothing that none of them needs. */
export function expectFrugal(name: string, shown: readonly string[], watch: Watch): void {
  const isEmbed = name.startsWith('embed/');
  const { own, model } = scriptsOf(watch.requested);
  expect(own, name).not.toEqual([]);
  const bytes = own.reduce((sum, file) => sum + gzipped(read(file)), 0);
  expectWithin(`scripts of ${name}, without the model`, bytes, isEmbed ? budgets.embed : budgets.page);
  for (const file of own) expect(read(file).toString(), file).not.toMatch(tensorflow);
  const lively = specs.filter(({ id, run }) => run && shown.includes(id));
  if (lively.length === 0) expect(model).toEqual([]);
  // Nothing of training is loaded where nothing learns.
  const learns = lively.some(({ trains }) => trains);
  expect(own.some((file) => trainer.test(read(file).toString()))).toBe(learns);
  if (isEmbed && !learns) expect(model.filter((file) => /networks-worker|tensorflow-worker/.test(file))).toEqual([]);
}
