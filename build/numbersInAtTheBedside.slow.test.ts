import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { compute } from '#widgets/clinical-desk/model.ts';
import { params } from '#widgets/clinical-desk/parameters.ts';

test('how much sixteen models leave open after 15 notes, over seeds 0 to 59', () => {
  const open = Array.from({ length: 60 }, (_, seed) => {
    const { unsure } = compute({ ...defaultValues(params), reader: 'few', notes: 15, seed });
    return unsure / Math.LN2;
  });
  const mean = open.reduce((total, bits) => total + bits, 0) / 60;
  expect(readFileSync('src/book/at-the-bedside.mdx', 'utf8')).toContain(
    `the mean is ${mean.toFixed(3)} bits, and they lie between ${Math.min(...open).toFixed(3)} and ${Math.max(...open).toFixed(3)}.`,
  );
});

test('in how many of 400 queues asking nobody came out cheaper than the rule of cost', () => {
  const queues = Array.from({ length: 400 }, (_, i) => compute({ ...defaultValues(params), seed: i + 1 }));
  const cheaper = queues.filter(({ nobody, byCost }) => nobody.mean < byCost.mean).length;
  expect(readFileSync('src/book/at-the-bedside.mdx', 'utf8')).toContain(
    `Of 400 such queues, asking nobody came out cheaper than the rule of cost in ${cheaper}.`,
  );
});
