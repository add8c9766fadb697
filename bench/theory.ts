/**
 * Time per call, and its growth with size, of what a slider drags: `npx tsx bench/theory.ts`. First what every figure
 * computes when a value changes, then the computations that grow, beside the same work in NumPy (`bench/theory.py`).
 * Times mean something only on a machine that does nothing else; the ratios survive a slower one.
 */
import { spawnSync } from 'node:child_process';
import { defaultValues } from '#contract/values.ts';
import { widgets } from '#site/widgets.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { capacityPrior } from '#theory/learning/capacity-prior.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { distanceCorrelation } from '#theory/measures/dependence.ts';
import { normalize } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { bottleneckFrom } from '#theory/channels/information-bottleneck.ts';
import { ksgInformation } from '#theory/estimation/information-estimators.ts';
import { normalizeTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { rateDistortionAtSlope } from '#theory/channels/rate-distortion.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';

/** Milliseconds of one call: the median of 7 rounds, each as many calls as take 20 ms, after as much to warm up. */
function timeOf(call: () => unknown): number {
  const round = (calls: number) => {
    const begun = performance.now();
    for (let i = 0; i < calls; i++) call();
    return performance.now() - begun;
  };
  let calls = 1;
  while (round(calls) < 20) calls *= 2;
  return Array.from({ length: 7 }, () => round(calls) / calls).sort((a, b) => a - b)[3];
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const table = (rows: number, columns: number, entry: (i: number, j: number) => number) =>
  range(rows).map((i) => range(columns).map((j) => entry(i, j)));
const near = (i: number, j: number) => 1 / (1 + Math.abs(i - j));
const uneven = (i: number, j: number) => 1 + ((7 * i + 3 * j) % 5);
/** Every channel of its own size, so that no rows are alike. */
const channel = (n: number) => table(n, n, (i, j) => uneven(i, j) + (i === j ? n : 0)).map((row) => normalize(row));
const iterations = 200;

interface Work {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The same number as in `theory.py`, so that it is the same work. */
  prepare(size: number): () => number;
}

const works: readonly Work[] = [
  {
    name: 'entropy of n probabilities',
    sizes: [64, 1024, 16384],
    prepare(n) {
      const p = normalize(range(n).map((i) => 1 / (i + 1)));
      return () => entropy(p);
    },
  },
  {
    name: 'mutual information of an n × n table',
    sizes: [2, 8, 32, 128],
    prepare(n) {
      const joint = normalizeTable(table(n, n, near));
      return () => mutualInformation(joint);
    },
  },
  {
    name: 'distance correlation of an n × n table',
    sizes: [2, 4, 8, 16],
    prepare(n) {
      const joint = normalizeTable(table(n, n, near));
      return () => distanceCorrelation(joint, range(n), range(n));
    },
  },
  {
    name: 'the n words of one length under two chains',
    sizes: [16, 256, 4096, 65536],
    prepare(n) {
      const chains = [0.1, 0.4].map((p) => [
        [1 - p, p],
        [0.3, 0.7],
      ]);
      const starts = [
        [0.5, 0.5],
        [0.5, 0.5],
      ];
      return () => windowStatistics({ chains, weights: [0.5, 0.5] }, starts, Math.log2(n)).at(-1)!.entropyOfChain;
    },
  },
  {
    name: `capacity of an n × n channel, ${iterations} rounds of Blahut and Arimoto`,
    sizes: [2, 6, 18],
    prepare(n) {
      const rows = channel(n);
      return () => channelCapacity(rows, { gap: 0, iterations }).lower;
    },
  },
  {
    name: `redundancy of n tosses on 401 biases, ${iterations} rounds of Blahut and Arimoto`,
    sizes: [4, 16, 64],
    prepare(n) {
      const rows = range(401).map((i) => binomialLaw(n, i / 400));
      return () => channelCapacity(rows, { gap: 0, iterations }).lower;
    },
  },
  {
    name: `rate–distortion of n symbols, ${iterations} rounds`,
    sizes: [2, 6, 18],
    prepare(n) {
      const p = normalize(range(n).map((i) => 1 / (i + 1)));
      const distortion = table(n, n, (i, j) => Math.abs(i - j));
      return () => rateDistortionAtSlope(p, distortion, 1, { gap: 0, iterations }).rate;
    },
  },
  {
    name: `bottleneck of an n × n table, ${iterations} rounds`,
    sizes: [2, 6, 18],
    prepare(n) {
      const joint = normalizeTable(channel(n));
      const start = table(n, n, near).map((row) => normalize(row));
      return () => bottleneckFrom(joint, 5, start, { residual: 0, iterations }).lagrangian;
    },
  },
  {
    name: 'KSG estimate from n pairs',
    sizes: [100, 200, 400],
    prepare(n) {
      const x = range(n).map((i) => ((i + 1) * Math.sqrt(2)) % 1);
      const y = x.map((value, i) => value + 0.5 * (((i + 1) * Math.sqrt(3)) % 1));
      return () => ksgInformation(x, y, 3);
    },
  },
  {
    name: 'capacity prior of n tosses, to 1e-11 (no NumPy twin)',
    sizes: [2, 8, 32],
    prepare: (n) => () => capacityPrior(n).lower,
  },
];

interface Twin {
  readonly value: number;
  readonly milliseconds: number;
}

/** What NumPy takes, by name and size; empty with a word of advice where there is none. */
function twins(): Record<string, Record<string, Twin>> {
  const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? 'python3', ['bench/theory.py', '--json'], {
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout) as Record<string, Record<string, Twin>>;
  console.log(`Without NumPy: ${(stderr ?? '').trim().split('\n').at(-1) || 'there is no python3'}\n`);
  return {};
}

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(9);

console.log('What figures compute when a value changes: ms, at the default and at the slowest preset');
for (const { id, spec: load } of widgets) {
  const { spec } = await load();
  if (spec.run) continue;
  const standard = defaultValues(spec.params);
  const times = spec.presets.map(({ values }) => timeOf(() => spec.compute({ ...standard, ...values })));
  console.log(`${id.padEnd(26)}${digits(timeOf(() => spec.compute(standard)))}${digits(Math.max(...times))}`);
}

const numpy = twins();
for (const { name, sizes, prepare } of works) {
  console.log(`\n${name}\n        n       ms   × first   growth${numpy[name] ? '    NumPy ms  NumPy / here' : ''}`);
  let [first, before] = [0, { size: 0, time: 0 }];
  for (const size of sizes) {
    const call = prepare(size);
    const time = timeOf(call);
    first ||= time;
    // The exponent a of time ~ n^a since the size before.
    const growth = before.size ? Math.log(time / before.time) / Math.log(size / before.size) : undefined;
    const twin = numpy[name]?.[size];
    if (twin && Math.abs(twin.value - call()) > 1e-9 * Math.max(1, Math.abs(twin.value)))
      throw new Error(`${name}, n = ${size}: ${call()} here and ${twin.value} in NumPy are not the same work.`);
    const cells = [time, time / first].map(digits).join(' ');
    const beside = twin ? `   ${digits(twin.milliseconds)}     ${digits(twin.milliseconds / time)}` : '';
    console.log(
      `${String(size).padStart(9)}${cells}${growth === undefined ? ' '.repeat(9) : growth.toFixed(2).padStart(9)}${beside}`,
    );
    before = { size, time };
  }
}
