import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { meanOf, type Estimator } from '#widgets/estimator-lab/estimates.ts';
import { marksOf, rowOf, type Lab } from '#widgets/estimator-lab/lab.ts';
import { params, type Asked } from '#widgets/estimator-lab/parameters.ts';
import { presets } from '#widgets/estimator-lab/presets.ts';
import { spec } from '#widgets/estimator-lab/spec.ts';

/* What the page on estimates says of columns of numbers and of trained critics. */

const prose = readFileSync('src/book/can-it-be-measured.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits).replace('-', '−');

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const preset = (id: string) => presets.find((one) => one.id === id)!.values;
const whole = (change: Partial<Asked>) => wholeModel(spec, asked(change)) as Lab;
const mean = (model: Lab, estimator: Estimator) => meanOf(rowOf(model, estimator)!)!;

test('numbers, cubed and in eight dimensions', () => {
  const [normal, twisted, eight, nothing] = ['normal', 'twisted', 'beyond-the-ceiling', 'nothing-in-eight-dimensions'].map((id) => whole(preset(id))); // prettier-ignore
  quotes(`near the truth of ${bits(normal.truth!)} bits`);
  for (const name of ['fit', 'ksg', 'infoNce', 'donskerVaradhan', 'nguyenWainwrightJordan'] as const)
    expect(Math.abs(mean(normal, name).mean - normal.truth!)).toBeLessThan(0.05);
  expect(mean(normal, 'bins').mean).toBeLessThan(normal.truth! - 0.08);
  expect(rowOf(twisted, 'bins')!.draws).toEqual(rowOf(normal, 'bins')!.draws);
  quotes(`${bits(mean(twisted, 'fit').mean)} bits are left`);
  quotes(`The neighbors say ${bits(mean(twisted, 'ksg').mean)},`);
  const row = (model: Lab) => (['bins', 'ksg', 'fit'] as const).map((name) => bits(mean(model, name).mean)).join(' | ');
  quotes(`| correlation 0.95 | ${bits(eight.truth!)} bits | ${row(eight)} |`);
  quotes(`| 0 bits | ${row(nothing)} |`);
  const dv = mean(eight, 'donskerVaradhan');
  quotes(`is ${bits(dv.mean)} ± ${bits(dv.error)} bits, above the truth of ${bits(eight.truth!)}`);
  expect(Math.min(...rowOf(eight, 'nguyenWainwrightJordan')!.draws)).toBeLessThan(Math.LN2);
  const nce = mean(eight, 'infoNce');
  quotes(`a truth of ${bits(eight.truth!)} bits, 40 samples of 64 pairs gave ${bits(nce.mean)} ± ${bits(nce.error)}`);
  const bins = mean(whole({ source: 'numbers', pairs: 400, dimensions: 8, correlation: 0, samples: 10 }), 'bins').mean;
  quotes(`four bins say ${bits(bins, 1)} bits`);
});

test('critics on their own pairs and on new ones', () => {
  const trained = (change: Partial<Asked>) => {
    const values: Asked = asked({ ...preset('critic'), ...change });
    const model = wholeModel(spec, values) as Lab;
    const { now, best } = marksOf(model, values);
    quotes(`| ${values.correlation === 0 ? '0' : bits(model.truth!)} bits | ${bits(now!.seen)} | ${bits(now!.mean)} ± ${bits(now!.error)} |`); // prettier-ignore
    return { model, now: now!, best: best! };
  };
  const first = trained({});
  expect(first.best.step).toBe(50);
  expect(first.best.mean + 4 * first.best.error).toBeLessThan(first.model.truth!);
  expect(first.now.seen).toBeGreaterThan(first.model.truth!);
  const nothing = trained({ correlation: 0 });
  quotes(`A proven lower bound says ${bits(nothing.now.seen)} bits of its own pairs`);
  const beyond = trained({ correlation: 0.95, dimensions: 4 });
  expect(beyond.now.seen).toBeLessThan(Math.log(32));
  expect(beyond.model.truth).toBeGreaterThan(Math.log(32));
});
