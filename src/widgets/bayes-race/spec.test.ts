import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { coinPosterior } from '#sim/coin-mixture.ts';
import { BayesMixture, beliefsAlong } from '#sim/bayes-mixture.ts';
import { MarkovPredictor } from '#sim/markov-predictor.ts';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { reduced, symbolsOf } from '#sim/author-symbols.ts';
import { surprisals } from '#sim/predictor.ts';
import { styleLogOdds } from '#sim/styles.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { sourcesOf } from './cases.ts';
import { compute } from './model.ts';
import { mislead, walks } from './misled.ts';
import { mostDrawn, ofAusten, ofMelville, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { nearest } from './race.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const race = (change: Partial<Asked> = {}) => compute(asked(change));
const bits = (nats: number) => nats / Math.LN2;
const heads = (tokens: readonly string[]) => tokens.filter((token) => token === 'heads').length;

describe('the race', () => {
  it('of two coins is Bayes’ rule on the number of heads, with a head start as odds', () => {
    for (const lead of [0, -8, 3.5]) {
      const { posterior, tokens } = race({ lead });
      const odds = 2 ** lead;
      for (const t of [0, 1, 17, mostDrawn]) {
        const seen = heads(tokens.slice(0, t));
        const exact = coinPosterior(
          { heads: [0.7, 0.4], weights: [odds / (1 + odds), 1 / (1 + odds)] },
          seen,
          t - seen,
        );
        closeAll(posterior[t], exact, 1e-9);
      }
    }
  });

  it('is what the filter over predictors believes, for every case', () => {
    for (const sources of ['five', 'dice', 'styles'] as const) {
      const values = asked({ sources, truth: '2' });
      const { of, tokens: faces } = sourcesOf(values)!;
      const { posterior, tokens } = compute(values);
      const mixture = new BayesMixture(
        of.map(({ start, chain }) => new MarkovPredictor(chain, start)),
        of.map(() => 1 / of.length),
      );
      const beliefs = beliefsAlong(mixture, tokens.map((token) => faces.indexOf(token))); // prettier-ignore
      for (const t of [0, 1, 2, 30, mostDrawn]) closeAll(posterior[t], beliefs[t].posterior, 1e-9);
    }
  });

  it('of styles adds up what the source of the styles says', () => {
    const { runners, tokens } = race({ sources: 'styles' });
    const { tokens: words } = sourcesOf(asked({ sources: 'styles' }))!;
    closeAll(runners[0].logOdds, styleLogOdds(tokens.map((token) => words.indexOf(token))), 1e-9); // prettier-ignore
  });

  it('takes the same steps for the same faces, and ends where it ends in any order', () => {
    const [drawn, ordered] = [race({ read: 100 }), race({ read: 100, sorted: true })];
    expect(ordered.tokens.slice(0, heads(ordered.tokens)).every((token) => token === 'heads')).toBe(true);
    close(drawn.runners[0].logOdds[100], ordered.runners[0].logOdds[100], 1e-9);
    drawn.tokens.forEach((token, t) => {
      const step = drawn.runners[0].logOdds[t + 1] - drawn.runners[0].logOdds[t];
      expect(step).toBeCloseTo(token === 'heads' ? Math.log(7 / 4) : -Math.LN2, 12);
    });
  });

  it('is expected to go by the divergence, and the mean of many drawn walks does, within four standard errors', () => {
    const { runners } = race();
    close(runners[0].mean[40], 40 * relativeEntropy([0.7, 0.3], [0.4, 0.6]), 1e-10);
    const ends = Array.from({ length: 120 }, (_, seed) => race({ seed }).runners[0].logOdds[40]);
    const mean = ends.reduce((sum, x) => sum + x, 0) / ends.length;
    const spread = Math.sqrt(ends.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (ends.length - 1));
    expect(Math.abs(mean - runners[0].mean[40])).toBeLessThan((4 * spread) / Math.sqrt(ends.length));
    expect(Math.abs(spread / runners[0].deviation[40] - 1)).toBeLessThan(0.26);
  });

  it('goes to the nearest source where none of them draws', () => {
    expect(nearest(race({ truth: 'none', heads: 0.55 }))).toBe(1);
    expect(nearest(race({ truth: 'none', heads: 0.56 }))).toBe(0);
    const ends = Array.from({ length: 60 }, (_, seed) => race({ truth: 'none', heads: 0.45, seed }).posterior[100][1]);
    expect(ends.filter((p) => p > 0.9).length).toBeGreaterThan(48);
  });
});

describe('being misled', () => {
  it('is as frequent in drawn walks as exactly, within four standard errors', () => {
    for (const odds of [2, 5, 20]) {
      const { within, drawn } = mislead({ ...asked(), odds }, [0.7, 0.4]);
      expect(within.at(-1)).toBeLessThanOrEqual(1 / odds);
      for (const { tosses, share, error } of drawn)
        expect(Math.abs(share - within[tosses])).toBeLessThanOrEqual(4 * error + 1 / walks);
    }
  });

  it('cannot be within fewer tosses than the evidence takes', () => {
    // A tail tells one bit, so that 20 to 1 take five tails at least: 0.3⁵.
    const { within } = mislead({ ...asked(), odds: 20 }, [0.7, 0.4]);
    expect(within.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    close(within[5], 0.3 ** 5, 1e-12);
  });
});

describe('two letter chains', () => {
  it('know their own sentences, which they have not counted', () => {
    for (const [text, author] of [
      [ofAusten, 0],
      [ofMelville, 1],
    ] as const) {
      // prettier-ignore
      const { posterior, read, runners } = race({ sources: 'authors', models: 'chains', text, read: 400 });
      expect(posterior[read][author]).toBeGreaterThan(0.99);
      const letters = symbolsOf(reduced(text));
      const [a, m] = [austenOfPairs, melvilleOfPairs].map(({ chain, start }) =>
        surprisals(new MarkovPredictor(chain, start), letters).reduce((sum, x) => sum + x, 0),
      );
      close(runners[0].logOdds[read], m - a, 1e-9);
    }
  });

  it('leave it open what an empty text is by', () => {
    expect(race({ sources: 'authors', text: '…' }).posterior).toEqual([[0.5, 0.5]]);
  });
});

it('adds up in every case as the proof on its page says', () => {
  const { logOdds, lead, told, drift, toLast, toFirst } = spec.readouts;
  for (const { values } of presets) {
    const [state, model] = [asked(values), race(values)];
    const of = (readout: typeof drift) => readout.of(model, state);
    close(of(logOdds), of(lead) + of(told), 1e-9);
    close(of(drift), of(toLast) - of(toFirst), 1e-9);
  }
});

it('can be drawn while the model is still of another case', () => {
  const [coins, text] = ['two-coins', 'by-neither'].map((id) => presets.find((one) => one.id === id)!);
  for (const was of [coins, text])
    for (const is of [coins, text, presets.find(({ id }) => id === 'dice')!]) {
      const props = { values: asked(is.values), model: race(was.values), width: 640, set: () => {}, say: sayIn('bits') }; // prettier-ignore
      expect(renderToStaticMarkup(createElement(View, props))).not.toMatch(/NaN|undefined|Infinity/);
    }
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  const stateOf = (values: Asked) => ({ values, model: compute(values) });
  for (const challenge of spec.challenges) {
    const { start, solution } = challenge;
    expectSolvable(challenge, stateOf(asked(start)), stateOf(asked({ ...start, ...solution })));
  }
});

it('says in its presets what is so', () => {
  const { worth } = race();
  expect(bits(worth![0])).toBeCloseTo(0.807, 3);
  close(worth![1], -Math.LN2, 1e-12);
  const preset = (id: string) => race(presets.find((one) => one.id === id)!.values);
  const neither = preset('neither');
  expect(neither.posterior[neither.read][1]).toBeGreaterThan(0.9);
});
