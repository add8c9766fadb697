import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { bestOfNDivergence, largestProbabilityWithin, tilt } from '#theory/language-models/tilting.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { betaAt, compute } from '#widgets/rlhf-tilt/model.ts';
import { params, type Asked } from '#widgets/rlhf-tilt/parameters.ts';
import { presets } from '#widgets/rlhf-tilt/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on a reward and a leash, each computed here and found there as it is displayed. */

const quotes = quotesOf('steering');
const steered = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });

test('one nat', () => {
  const most = largestProbabilityWithin(1, 1e-4);
  const ratio = Math.round(most / 1e-4);
  quotes(`Up to ${(100 * most).toFixed(2)} percent`);
  quotes(`that is ${ratio.toLocaleString('en')} times as likely as before adds only $${most.toFixed(4)} \\ln ${ratio} = ${(most * Math.log(ratio)).toFixed(2)}$ nats`); // prettier-ignore
  quotes(`give ${(-(1 - most) * Math.log((1 - most) / (1 - 1e-4))).toFixed(2)} back`);
  for (const [said, before] of [['1 in 100', 1e-2], ['1 in 10,000', 1e-4], ['1 in a million', 1e-6], ['1 in 100 million', 1e-8]] as const) // prettier-ignore
    quotes(`| ${said} | ${[0.1, 1, 4].map((nats) => largestProbabilityWithin(nats, before).toFixed(4)).join(' | ')} |`); // prettier-ignore
  expect(most / largestProbabilityWithin(1, 1e-8)).toBeLessThan(3);
  quotes(`takes at least ${relativeEntropy([0.5, 0.5], [1e-4, 1 - 1e-4]).toFixed(2)} nats`);
  // About a ln 1/ε less the entropy of a coin.
  expect(Math.abs(most * Math.log(1e4) - binaryEntropy(most) - 1)).toBeLessThan(1e-3);
  expect(1 / most).toBeGreaterThan(6);
  expect(1 / most).toBeLessThan(7);
});

test('by hand', () => {
  const [bad, good] = [0.1 * Math.log(10), -0.9 * Math.log(0.9 / 0.99)];
  quotes(`= ${bad.toFixed(3)} - ${good.toFixed(3)} = ${(bad - good).toFixed(3)} \\text{ nats.}`);
  expect(bad - good).toBeCloseTo(1 / 7, 2);
  const { policy, divergence, objective } = tilt([0.01, 0.99], [Math.log(11), 0], 1);
  expect(policy[0]).toBeCloseTo(0.1, 12);
  quotes(`earns $0.1 \\ln 11 = ${(0.1 * Math.log(11)).toFixed(3)}$, pays ${divergence.toFixed(3)}, and has ${objective.toFixed(3)} left`); // prettier-ignore
  quotes(`$0.01 \\ln 11 = ${(0.01 * Math.log(11)).toFixed(3)}$`);
  expect(objective).toBeCloseTo(Math.log(1.1), 12);
  expect(0.01 * 11 + 0.99).toBeCloseTo(1.1, 12);
});

test('the figure at its start', () => {
  const { tilted, curve } = steered();
  const top = curve.reduce((best, policy) => (policy.worth > best.worth ? policy : best));
  expect(top.divergence).toBeCloseTo(0.15, 1);
  quotes(`no tilt of the same rewards has more than ${top.worth.toFixed(3)}`);
  const after = curve.slice(curve.indexOf(top));
  after.forEach(({ worth }, i) => expect(i === 0 || worth < after[i - 1].worth).toBe(true));
  curve.forEach(({ reward }, i) => expect(i === 0 || reward >= curve[i - 1].reward).toBe(true));
  quotes(`${tilted.entropy.toFixed(2)} nats against ${curve[0].entropy.toFixed(2)}`);
  expect(curve.at(-1)!.entropy).toBeCloseTo(0, 9);
  const alike = steered(presets.find(({ id }) => id === 'four-alike')!.values);
  quotes(`${alike.curve[0].entropy.toFixed(3)} nats of entropy before, ${alike.tilted.divergence.toFixed(3)} spent, ${alike.tilted.entropy.toFixed(3)} left`); // prettier-ignore
});

test('near the start of the curve', () => {
  const { reference, rewards, tilted: start } = steered();
  const mean = (law: readonly number[], of: (reward: number) => number) => law.reduce((sum, p, i) => sum + p * of(rewards[i]), 0); // prettier-ignore
  const before = mean(reference, (reward) => reward);
  const slope = Math.sqrt(2 * mean(reference, (reward) => (reward - before) ** 2));
  quotes(`$${slope.toFixed(3)}\\, d$ at the start`);
  const { expectedReward, divergence } = tilt(reference, rewards, 1000);
  expect((expectedReward - before) / Math.sqrt(divergence)).toBeCloseTo(slope, 3);
  // The divergence begins with a slope of zero: along any line it is of second order.
  const along = (step: number) => relativeEntropy(reference.map((p, i) => p + step * (start.law[i] - p)), reference); // prettier-ignore
  expect(along(1e-5) / along(1e-6)).toBeCloseTo(100, 0);
  // To drop answers of probability m.
  quotes(`${Math.log(2).toFixed(2)} nats for half of all`);
  expect(relativeEntropy([0, 0, 0.5, 0.5], [0.3, 0.2, 0.25, 0.25])).toBeCloseTo(Math.log(2), 12);
});

test('the best of n', () => {
  for (const n of [4, 16, 64, 1024]) {
    const { best } = steered({ n });
    quotes(`| ${n.toLocaleString('en')} | ${bestOfNDivergence(n).toFixed(3)} | ${best.divergence.toFixed(3)} | ${best.worth.toFixed(3)} | ${best.harm.toFixed(4)} |`); // prettier-ignore
  }
  const model = steered({ n: 16 });
  const { divergence, reward, worth, harm } = model.best;
  const { tilted } = steered({ beta: betaAt(divergence, model) });
  expect(tilted.divergence).toBeCloseTo(divergence, 6);
  quotes(`For 16 it is ${reward.toFixed(3)} against ${tilted.reward.toFixed(3)}.`);
  quotes(`With ${divergence.toFixed(3)} nats the tilt lifts the chance of the harmful answer to ${tilted.harm.toFixed(2)}, and the best of 16 to ${harm.toFixed(4)}.`); // prettier-ignore
  quotes(`So the worth of the best of 16 is ${worth.toFixed(3)}`);
});

test('exercises and their wrong answers', () => {
  const { tilted } = steered({ beta: 2 });
  quotes(`<Wrong value="${(1e-4 * Math.exp(4)).toFixed(5)}"`);
  quotes(`= ${(1e-4 * Math.exp(4)).toFixed(4)}$, and $Z$ is ${((1e-4 * Math.exp(4)) / tilted.harm).toFixed(1)}`);
  quotes(`<Wrong value="${tilted.most.toFixed(4)}"`);
  quotes(`<Wrong value="${steered().tilted.harm.toFixed(4)}"`);
  const { divergence } = steered({ n: 16 }).best;
  quotes(`<Wrong value="${(bestOfNDivergence(16) / Math.LN2).toFixed(3)}"`);
  quotes(`<Wrong value="${4 - 15 / 16}"`);
  quotes(`<Wrong value="${divergence.toFixed(3)}"`);
  quotes(`${divergence.toFixed(3)} nats, or ${(divergence / Math.LN2).toFixed(3)} bits. The best of 16 gives`);
  quotes(`<Choice>${largestProbabilityWithin(0.02, 1e-4).toFixed(4)}<Reply>`);
  quotes(`<Choice right="yes">${largestProbabilityWithin(4, 1e-4).toFixed(2)}<Reply>`);
  quotes(`$\\ln 10{,}000 = ${Math.log(1e4).toFixed(1)}$`);
  const clean = (chance: number) => (1 - chance) ** 1000;
  expect(clean(0.003)).toBeCloseTo(0.05, 3);
  expect(clean(0.001)).toBeCloseTo(0.37, 2);
  quotes(`$${(clean(0.05) * 1e23).toFixed(0)} \\cdot 10^{-23}$`);
  const five = 1 / largestProbabilityWithin(Math.log(5), 1e-4);
  expect(five).toBeGreaterThan(4);
  expect(five).toBeLessThan(5);
  quotes(`$e^5 = ${Math.exp(5).toFixed(0)}$ times`);
});
