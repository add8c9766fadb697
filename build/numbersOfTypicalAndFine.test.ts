import { expect, test } from 'vitest';
import { smallestSet, tossTypes, typicalSet } from '#theory/codes/typical-set.ts';
import { dimensionalEntropy, entropyOfReading, informationOfReading } from '#theory/continuous/reading.ts';
import { informationOfBetaPrior } from '#theory/learning/redundancy.ts';
import { binaryEntropy, entropy as entropyOf } from '#theory/measures/entropy.ts';
import { normalProbability } from '#theory/numerics/error-function.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on many tosses and fine rulers, each computed here and found there as it is displayed. */

const quotes = quotesOf('typical-and-fine');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits).replace('-', '−');
const entropy = binaryEntropy(0.7);
const typesOf = (tosses: number) => tossTypes({ biases: [0.7], weights: [1] }, tosses);

test('ten tosses', () => {
  const { logNumber, logEach } = typesOf(10);
  for (const k of [10, 9, 8, 7, 6, 5, 4])
    quotes(
      `| ${k} | ${Math.round(Math.exp(logNumber[k]))} | ${Math.exp(logEach[k]).toFixed(5)} | ${bits(-logEach[k] / 10)} bits | ${Math.exp(logNumber[k] + logEach[k]).toFixed(3)} |`,
    );
  quotes(`Each sequence with seven heads is ${Math.exp(logEach[10] - logEach[7]).toFixed(1)} times less likely`);
  quotes(`one must keep ${Math.round(Math.exp(smallestSet(typesOf(10), 0.99).logSize))} of the 1,024 sequences`);
  expect(typicalSet(typesOf(10), entropy, 0.1 * Math.LN2).heads).toEqual([7]);
  quotes('Of the rows of our table by hand, only that with seven heads is typical');
  quotes(`$2^{${bits(entropy)}} = ${Math.exp(entropy).toFixed(2)}$`);
});

test('the list of the likeliest', () => {
  const { logNumber, logEach } = typesOf(1000);
  const tail = (least: number) => logNumber.slice(least).reduce((sum, log, i) => sum + Math.exp(log + logEach[least + i]), 0); // prettier-ignore
  const size = (least: number) => Math.log10(logNumber.slice(least).reduce((sum, log) => sum + Math.exp(log - 600), 0)) + 600 / Math.LN10; // prettier-ignore
  expect(Math.floor(size(820))).toBe(203);
  expect(size(820)).toBeGreaterThan(200);
  quotes(`the chance that one of them comes is $${(tail(820) * 1e18).toFixed(1)} \\cdot 10^{-18}$`);
  expect(tail(820)).toBeLessThan(1e-17);
});

test('sizes of sets', () => {
  const says = (n: number) => {
    const types = typesOf(n);
    const { typical, others } = typicalSet(types, entropy, 0.1 * Math.LN2);
    const sizes = `${bits(typical.logSize / n)} bits | ${bits(smallestSet(types, 0.99).logSize / n)} bits |`;
    return { sizes, probability: typical.probability, missing: others.probability };
  };
  for (const n of [10, 100]) quotes(`| ${n} | ${says(n).probability.toFixed(3)} | ${says(n).sizes}`);
  expect((says(1000).missing * 1e8).toFixed(0)).toBe('2');
  quotes(`| 1,000 | 1 − 2·10⁻⁸ | ${says(1000).sizes}`);
  expect(says(10_000).missing).toBeLessThan(5e-11);
  quotes(`| 10,000 | 1, to ten digits | ${says(10_000).sizes}`);
  // The edge of the typical shares: H + 0.1 bits of surprisal.
  const edge = 0.7 - 0.1 / Math.log2(7 / 3);
  quotes(`goes to ${bits(binaryEntropy(edge))} bits, the logarithm for ${(100 * edge).toFixed(1)} percent heads`);
  const [from, , ...rest] = typicalSet(typesOf(100), entropy, 0.1 * Math.LN2).heads;
  quotes(`Typical sequences have between ${from} and ${rest.at(-1)} heads.`);
  quotes(`our coin $V$ is ${(0.21 * Math.log2(7 / 3) ** 2).toFixed(3)} bits²`);
});

test('other coins', () => {
  const list = smallestSet(tossTypes({ biases: [0.9], weights: [1] }, 1000), 0.99).logSize;
  quotes(`${bits(list, 1)} bits, which is ${bits(list - 1000 * binaryEntropy(0.9), 0)} more than $1000 \\cdot ${bits(binaryEntropy(0.9))}$`); // prettier-ignore
  const two = [entropy, binaryEntropy(0.4)];
  const rate = (two[0] + two[1]) / 2;
  quotes(
    `With 0.7 and 0.4 the values are ${bits(two[0])} and ${bits(two[1])} bits. The mean of both, ${bits(rate)} bits`,
  );
  const types = tossTypes({ biases: [0.7, 0.4], weights: [0.5, 0.5] }, 10_000);
  const near = typicalSet(types, rate, 0.02 * Math.LN2).typical.probability;
  quotes(`only $${(near * 1e6).toFixed(1)} \\cdot 10^{-6}$ of the probability`);
});

test('how far apart two coins must be for two values to be seen', () => {
  // “apart > 0.04”: four standard deviations of a mean surprisal after 10,000 tosses, for every coin.
  const deviations = Array.from({ length: 99 }, (_, i) => (i + 1) / 100).map((p) => Math.sqrt(p * (1 - p)) * Math.abs(Math.log2(p / (1 - p))) / 100); // prettier-ignore
  expect(4 * Math.max(...deviations)).toBeLessThan(0.04);
  quotes('<Show when="apart > 0.04">');
  // “and enough tosses”: of ten tosses there is one place, of a hundred there are two.
  const peaks = (tosses: number) => {
    const { logNumber, logEach } = tossTypes({ biases: [0.7, 0.4], weights: [0.5, 0.5] }, tosses);
    const total = logNumber.map((log, k) => log + logEach[k]);
    return total.filter((log, k) => k > 0 && k < tosses && log > total[k - 1] && log >= total[k + 1]).length;
  };
  expect([peaks(10), peaks(100)]).toEqual([1, 2]);
});

test('what the smallest set gains', () => {
  // For a fixed ε the two sizes go apart: to H + ε at most, and to H.
  const gain = [1000, 10_000, 100_000].map((n) => {
    const types = typesOf(n);
    return (
      (typicalSet(types, entropy, 0.1 * Math.LN2).typical.logSize - smallestSet(types, 0.99).logSize) / n / Math.LN2
    );
  });
  expect(gain[0]).toBeLessThan(gain[1]);
  expect(gain[1]).toBeLessThan(gain[2]);
  expect(gain[2]).toBeLessThan(0.1);
  // The share that is kept does not matter in the end.
  const n = 100_000;
  for (const share of [0.5, 0.999]) expect(smallestSet(typesOf(n), share).logSize / n).toBeCloseTo(entropy, 2);
});

test('rulers and units', () => {
  const h = (law: 'normal' | 'uniform', deviation: number) => dimensionalEntropy(law, deviation).entropy;
  quotes(`normal law with σ = 0.2 m, h | ${bits(h('normal', 0.2))} bits | ${bits(h('normal', 20))} bits |`);
  quotes(`uniform law with the same variance, h | ${bits(h('uniform', 0.2))} bits | ${bits(h('uniform', 20))} bits |`);
  quotes(`In meters, it is zero for the normal law with σ = ${Math.exp(-h('normal', 1)).toFixed(3)}.`);
  const difference = bits(h('normal', 1) - h('uniform', 1));
  quotes(`the difference | ${difference} bits | ${difference} bits |`);
  const reading = bits(entropyOfReading('normal', 0.2, 0.1));
  quotes(`(normal) | ${reading} bits | ${reading} bits |`);
  quotes(
    `$2.047 + \\log_2 30 = ${bits(h('normal', 30))}$ bits. In meters it is $2.047 + \\log_2 0.3 = ${bits(h('normal', 0.3))}$`,
  );
});

test('a law whose every second digit is a fair coin', () => {
  quotes('the first $k$ digits have $k/2$ bits, rounded up');
  for (let k = 1; k <= 8; k++) {
    // All sequences of eight digits of which those at even places are 0, by their first k digits.
    const cells = new Map<number, number>();
    for (let word = 0; word < 2 ** 8; word++)
      if ((word & 0b01010101) === 0) cells.set(word >> (8 - k), (cells.get(word >> (8 - k)) ?? 0) + 1 / 2 ** 4);
    expect(entropyOf([...cells.values()]) / Math.LN2).toBeCloseTo(Math.ceil(k / 2), 12);
  }
});

test('a shaky hand', () => {
  for (const width of [1, 0.1, 0.01, 0.001]) {
    const { reading, given, information } = informationOfReading(1, 0.1, width);
    quotes(`| ${width} | ${bits(reading)} bits | ${bits(given)} bits | ${bits(information)} bits |`);
  }
  // “grows as well, but not beyond a limit”
  const told = [1, 0.1, 0.01, 0.001].map((width) => informationOfReading(1, 0.1, width).information);
  told.slice(1).forEach((now, i) => expect(now).toBeGreaterThan(told[i]));
  expect(told[3]).toBeLessThan(0.5 * Math.log(101));
  quotes(`\\tfrac12 \\log_2 101 = ${bits(0.5 * Math.log(101))} \\text{ bits}`);
});

/** h of a normal weight less the mean of ln Δ, where Δ is 2^(e − digits) between 2^e and 2^(e + 1). */
function storedWeight(deviation: number, digits: number): number {
  let steps = 0;
  for (let e = -80; e < 12; e++)
    steps += 2 * normalProbability(2 ** e / deviation, 2 ** (e + 1) / deviation) * (e - digits) * Math.LN2;
  return dimensionalEntropy('normal', deviation).entropy - steps;
}

test('weights', () => {
  for (const deviation of [0.02, 1]) {
    expect(bits(storedWeight(deviation, 23), 1)).toBe('26.5');
    expect(bits(storedWeight(deviation, 7), 1)).toBe('10.5');
  }
  quotes(
    'This is 26.5 bits, for σ = 0.02 as well as for σ = 1. With the 7 digits of *bfloat16* in place of 23 it is 10.5 bits.',
  );
  quotes(`For a coin and a thousand tosses it is ${bits(informationOfBetaPrior(1, 1, 1000), 1)} bits`);
});
