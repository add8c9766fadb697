import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AdaptiveBytes } from '#sim/adaptive-bytes.ts';

/*
 * What coders that need no weights pay for the beginnings of the training text of the family (docs/model-cards/family.md), which is
 * not in the repository:
 *
 *     npx tsx bench/rates.ts BOOKS
 *
 * BOOKS is the folder of the eight books in plain form. Writes docs/model-cards/rates.json: bits for each character of the first n.
 */

const folder = process.argv[2];
const text = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => {
    const book = readFileSync(join(folder, name), 'utf8');
    return book.slice(0, book.length - Math.floor(book.length / 20));
  })
  .join('');
const bytes = Buffer.from(text, 'latin1');
const lengths = [3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power)).filter((n) => n < bytes.length); // prettier-ignore
lengths.push(bytes.length);

const rounded = (bits: number) => Number(bits.toFixed(4));
const orders = [1, 2, 3, 4];
const learners = orders.map((order) => {
  const model = new AdaptiveBytes(order);
  const rates: number[] = [];
  let nats = 0;
  bytes.forEach((byte, i) => {
    nats -= Math.log(model.probability(byte));
    model.add(byte);
    if (lengths.includes(i + 1)) rates.push(rounded(nats / Math.LN2 / (i + 1)));
  });
  return rates;
});
const rows = lengths.map((characters, i) => ({
  characters,
  gzip: rounded((8 * gzipSync(bytes.subarray(0, characters), { level: 9 }).length) / characters),
  ...Object.fromEntries(orders.map((order, k) => [`order${order}`, learners[k][i]])),
}));
writeFileSync(
  'docs/model-cards/rates.json',
  `${JSON.stringify({ text: 'the training text of the family', rows }, null, 2)}\n`,
);
