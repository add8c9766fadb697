import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { compute } from '#widgets/clinical-desk/model.ts';
import { params } from '#widgets/clinical-desk/parameters.ts';

test('in how many of 400 queues asking nobody came out cheaper than the rule of cost', () => {
  const queues = Array.from({ length: 400 }, (_, i) => compute({ ...defaultValues(params), seed: i + 1 }));
  const cheaper = queues.filter(({ nobody, byCost }) => nobody.mean < byCost.mean).length;
  expect(readFileSync('src/book/at-the-bedside.mdx', 'utf8')).toContain(
    `Of 400 such queues, asking nobody came out cheaper than the rule of cost in ${cheaper}.`,
  );
});
