import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { normalCdf } from '#theory/numerics/error-function.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { meanOf, type Estimator } from '#widgets/estimator-lab/estimates.ts';
import { heldOf, marksOf, rowOf, type Lab } from '#widgets/estimator-lab/lab.ts';
import { params, type Asked } from '#widgets/estimator-lab/parameters.ts';
import { presets } from '#widgets/estimator-lab/presets.ts';
import { spec } from '#widgets/estimator-lab/spec.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* What the page on estimates says of columns of numbers and of trained critics. */

const quotes = quotesOf('can-it-be-measured');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits).replace('-', '−');

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const preset = (id: string) => presets.find((one) => one.id === id)!.values;
const whole = (change: Partial<Asked>) => wholeModel(spec, asked(change)) as Lab;
const mean = (model: Lab, estimator: Estimator) => meanOf(rowOf(model, estimator)!)!;

/** Of two normal numbers that are seen in bins only: sums over a fine grid of the first, with the exact chances of the second. */
function binnedInformation(correlation: number, limits: readonly number[]) {
  const bins = limits.length - 1;
  const joint = Array.from({ length: bins }, () => new Array<number>(bins).fill(0));
  const step = 0.001;
  for (let x = -8 + step / 2; x < 8; x += step) {
    const row = limits.findLastIndex((limit) => limit <= x);
    const chance = (limit: number) => normalCdf((limit - correlation * x) / Math.sqrt(1 - correlation ** 2));
    const weight = (step * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
    for (let j = 0; j < bins; j++) joint[row][j] += weight * (chance(limits[j + 1]) - chance(limits[j]));
  }
  const total = joint.flat().reduce((sum, q) => sum + q, 0);
  return mutualInformation(joint.map((row) => row.map((p) => p / total)));
}

test('numbers, cubed and in eight dimensions', () => {
  const [normal, twisted, eight, nothing] = ['normal', 'twisted', 'beyond-the-ceiling', 'nothing-in-eight-dimensions'].map((id) => whole(preset(id))); // prettier-ignore
  quotes(`near the truth of ${bits(normal.truth!)} bits`);
  for (const name of ['fit', 'ksg', 'infoNce', 'donskerVaradhan', 'nguyenWainwrightJordan'] as const)
    expect(Math.abs(mean(normal, name).mean - normal.truth!)).toBeLessThan(0.05);
  const said = (change: Partial<Asked>, name: Estimator) => bits(mean(whole({ ...preset('normal'), ...change }), name).mean); // prettier-ignore
  quotes(`so that they say ${bits(mean(normal, 'bins').mean)}.`);
  quotes(
    `the second error wins, ${said({ bins: 8 }, 'bins')}, and with sixteen they say ${said({ bins: 16 }, 'bins')}.`,
  );
  // The law of four bins: cells of a normal law with correlation 0.8 between its quartiles.
  quotes(`the law of the bins shares ${bits(binnedInformation(0.8, [-Infinity, -0.674489750196, 0, 0.674489750196, Infinity]))} bits only`); // prettier-ignore
  expect(rowOf(twisted, 'bins')!.draws).toEqual(rowOf(normal, 'bins')!.draws);
  quotes(`the fit says ${bits(mean(twisted, 'fit').mean)} bits from 100 pairs`);
  const more = bits(mean(whole({ ...preset('twisted'), pairs: 400 }), 'ksg').mean);
  quotes(`The neighbors say ${bits(mean(twisted, 'ksg').mean)} from 100 pairs and ${more} from`);
  const row = (model: Lab) => [mean(model, 'bins').mean, mean(model, 'ksg').mean, rowOf(model, 'fit')!.exact!].map((nats) => bits(nats)).join(' | '); // prettier-ignore
  quotes(`| correlation 0.95 | ${bits(eight.truth!)} bits | ${row(eight)} |`);
  quotes(`| 0 bits | ${row(nothing)} |`);
  const larger = whole({ ...preset('beyond-the-ceiling'), pairs: 400 });
  quotes(`400 pairs*</Try> | ${bits(larger.truth!)} bits | ${row(larger)} |`);
  quotes(`six times the pairs add ${bits(mean(larger, 'ksg').mean - mean(eight, 'ksg').mean, 1)}`);
  for (const model of [eight, nothing, larger])
    for (const name of ['bins', 'ksg'] as const) expect(mean(model, name).error / Math.LN2).toBeLessThan(0.02);
  const nwj = mean(eight, 'nguyenWainwrightJordan');
  quotes(
    `The mean of NWJ is ${bits(nwj.mean, 1)} ± ${bits(nwj.error, 1)}, although its expectation is ${bits(eight.truth!)}`,
  );
  const dv = mean(eight, 'donskerVaradhan');
  quotes(`is ${bits(dv.mean)} ± ${bits(dv.error)} bits, above the truth of ${bits(eight.truth!)}`);
  expect(Math.min(...rowOf(eight, 'nguyenWainwrightJordan')!.draws)).toBeLessThan(Math.LN2);
  const nce = mean(eight, 'infoNce');
  quotes(`a truth of ${bits(eight.truth!)} bits, 40 samples of 64 pairs gave ${bits(nce.mean)} ± ${bits(nce.error)}`);
  const rule = whole({ source: 'numbers', pairs: 400, dimensions: 8, correlation: 0 });
  const ksg = mean(rule, 'ksg');
  quotes(`four bins say ${bits(mean(rule, 'bins').mean)} bits, neighbors ${bits(ksg.mean)} ± ${bits(ksg.error)} and the normal fit ${bits(rowOf(rule, 'fit')!.exact!)}.`); // prettier-ignore
});

test('critics on their own pairs and on new ones', () => {
  const trained = (change: Partial<Asked>) => {
    const values: Asked = asked({ ...preset('critic'), ...change });
    const model = wholeModel(spec, values) as Lab;
    const { now, best } = marksOf(model, values);
    const judge = meanOf({ draws: model.training!.best.map(({ infoNce }) => infoNce) })!;
    quotes(`| ${values.correlation === 0 ? '0' : bits(model.truth!)} bits | ${bits(now!.seen)} | ${bits(now!.mean)} ± ${bits(now!.error)} | ${values.correlation === 0 ? '0' : `${bits(judge.mean)} ± ${bits(judge.error)}`} |`); // prettier-ignore
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
  const judge = meanOf({ draws: beyond.model.training!.best.map(({ infoNce }) => infoNce) })!;
  quotes(`Of the ${bits(beyond.model.truth! - beyond.now.mean, 1)} bits that are missing on new pairs, the best critic misses ${bits(beyond.model.truth! - judge.mean, 1)} as well; ${bits(judge.mean - beyond.now.mean, 1)} are for the training.`); // prettier-ignore
  const ends = (correlation: number) =>
    [1, 2, 3, 4, 5, 6, 7].map((seed) => {
      const values = asked({ ...preset('critic'), correlation, seed });
      const { now, best } = marksOf(wholeModel(spec, values) as Lab, values);
      if (correlation > 0) expect(best!.step >= 30 && best!.step <= 50).toBe(true);
      return now!.mean;
    });
  const between = (all: readonly number[]) => `between ${bits(Math.min(...all))} and ${bits(Math.max(...all))} in the`;
  quotes(`${between(ends(0.8))} first line, and ${between(ends(0))} second.`);
});

/** h(X) + h(Y) − h(X,Y) of points at a uniform angle and a normal distance of mean 1 and this deviation: sums over a fine grid of one quadrant. */
function informationOfRing(deviation: number, step = 0.004) {
  const places = Array.from({ length: Math.round(1.6 / step) }, (_, i) => (i + 0.5) * step);
  const density = (x: number, y: number) => { const r = Math.hypot(x, y); return Math.exp(-0.5 * ((r - 1) / deviation) ** 2) / (deviation * Math.sqrt(2 * Math.PI) * 2 * Math.PI * r); }; // prettier-ignore
  let joint = 0;
  const marginal = places.map((x) =>
    places.reduce((sum, y) => {
      const p = density(x, y);
      if (p > 0) joint -= 4 * p * Math.log(p) * step ** 2;
      return sum + 2 * p * step;
    }, 0),
  );
  return -4 * marginal.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) * step : 0), 0) - joint;
}

test('a critic of columns that lie on a ring', () => {
  const values = preset('critic-of-yours');
  const model = whole(values);
  const [fresh, shuffled] = heldOf(model, 'infoNce');
  const { now } = marksOf(model, asked(values));
  const estimators = whole({ ...values, by: 'estimators' });
  const of = (estimator: Estimator) => bits(rowOf(estimators, estimator)!.observed!);
  quotes(`the law that drew them shares ${bits(informationOfRing(0.1))} bits`);
  quotes(
    `The normal fit says ${of('fit')} bits. On new pairs the critics say ${bits(fresh!.mean)} ± ${bits(fresh!.error)}, and ${bits(shuffled!.mean)} ± ${bits(shuffled!.error)} on new pairs that were shuffled`,
  );
  quotes(`On the pairs that trained them they say ${bits(now!.seen)} after 200 steps`);
  quotes(`The neighbors, three of them, say ${of('ksg')}`);
  const others = [2, 3, 4, 5].map((seed) => heldOf(whole({ ...values, seed }), 'infoNce')[0]!.mean);
  quotes(`With four other seeds, which means other splits of the same pairs and other first weights, they say between ${bits(Math.min(...others))} and ${bits(Math.max(...others))}.`); // prettier-ignore
  expect(fresh!.mean + 3 * fresh!.error).toBeLessThan(informationOfRing(0.1));
});

test('the best of eleven looks on the pairs that judge', () => {
  const means = (all: readonly number[]) => all.reduce((sum, one) => sum + one / all.length, 0);
  // Eight tables that share no pair, so that an error over tables is one of independent numbers.
  const tables = Array.from({ length: 8 }, (_, table) => {
    const next = uniforms(13, table);
    const columns = Array.from({ length: 128 }, () => `${next().toFixed(4)}, ${next().toFixed(4)}`).join('\n');
    const { snapshots, chosen } = whole({ source: 'columns', by: 'critic', columns, seed: 1 }).training!;
    const most = chosen!.map((_, part) => Math.max(...snapshots.map(({ fresh }) => fresh[part].infoNce)));
    return { most: means(most), chosen: means(chosen!.map(({ infoNce }) => infoNce)) };
  });
  const [best, honest] = [tables.map(({ most }) => most), tables.map(({ chosen }) => chosen)].map((draws) => meanOf({ draws })!); // prettier-ignore
  quotes(`Over eight tables of 128 pairs that share nothing it was ${bits(best.mean, 3)} ± ${bits(best.error, 3)} bits; with the step chosen by other pairs ${bits(honest.mean, 3)} ± ${bits(honest.error, 3)}.`); // prettier-ignore
  expect(best.mean).toBeGreaterThan(3 * best.error);
});
