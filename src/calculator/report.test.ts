import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution, jointTable } from '../../fixtures/arbitrary.ts';
import { book } from '../../fixtures/book.ts';
import { report } from '../../fixtures/calculator/readings.ts';
import { close, closeInBits, oracleCases } from '../../fixtures/oracle.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { conditionalEntropyOfXGivenY, conditionalEntropyOfYGivenX, jointEntropy } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { millerMadowEntropy } from '#theory/estimation/entropy-estimators.ts';
import { measures } from './measures/all.ts';
import type { Kind, Settings } from './subject.ts';

function rows(text: string, kind: Kind, settings: Partial<Settings> = {}): (id: string) => number {
  const found = report(text, kind, settings);
  if ('refused' in found) throw new Error(found.refused);
  return (id) => found.rows.find((row) => row.id === id)!.value!;
}
const lines = (table: readonly (readonly number[])[]) => table.map((row) => row.join(' ')).join('\n');

describe('rows against the reference values, and against theory', () => {
  it('of a distribution', () => {
    for (const { input, expected } of oracleCases<{ p: number[] }>('01_discrete_measures', 'entropy_family')) {
      const value = rows(lines([input.p]), 'distribution');
      close(value('entropy'), expected.H_nats);
      close(value('entropy'), entropy(input.p));
      close(Math.exp(value('perplexity')), expected.perplexity);
      closeInBits(value('largest-entropy'), expected.H_max_bits);
      closeInBits(value('least-surprisal'), expected.min_entropy_bits);
      close(value('surprisal-spread') ** 2, expected.varentropy_nats2);
      closeInBits(rows(lines([input.p]), 'distribution', { order: 3 })('renyi'), expected['renyi_3_bits']);
      close(rows(lines([input.p]), 'distribution', { order: 0.5 })('tsallis'), expected['tsallis_0.5']);
    }
    for (const { input, expected } of oracleCases<{ p: number[] }>('05_codes', 'symbol_codes'))
      close(rows(lines([input.p]), 'distribution')('huffman'), expected.huffman_expected_bits);
  });

  it('of two distributions', () => {
    interface Two {
      p: number[];
      q: number[];
    }
    for (const { input, expected } of oracleCases<Two>('01_discrete_measures', 'divergences')) {
      const value = rows(JSON.stringify({ p: input.p, q: input.q }), 'two');
      close(value('divergence'), expected.KL_pq);
      close(value('divergence'), relativeEntropy(input.p, input.q));
      close(value('divergence-turned'), expected.KL_qp);
      close(value('cross-entropy'), expected.CE_pq);
      close(value('jensen-shannon'), expected.JS_nats);
      close(value('jeffreys'), expected.jeffreys);
      close(value('total-variation'), expected.TV);
      close(value('hellinger'), expected.hellinger);
    }
    const [{ input, expected }] = oracleCases<Two & { eps: number }>('13_llm_metrics', 'epsilon_in_KL_pitfall');
    const value = rows(JSON.stringify({ p: input.p, q: input.q }), 'two');
    expect(value('divergence')).toBe(Infinity);
    close(value('epsilon'), expected.eps_inside_log);
  });

  it('of a joint table', () => {
    interface Joint {
      joint_rows_x_cols_y: number[][];
    }
    for (const { input, expected } of oracleCases<Joint>('01_discrete_measures', 'bivariate')) {
      const table = input.joint_rows_x_cols_y;
      const value = rows(lines(table), 'joint');
      closeInBits(value('entropy-x'), expected.HX_bits);
      closeInBits(value('entropy-y'), expected.HY_bits);
      closeInBits(value('joint-entropy'), expected.HXY_bits);
      closeInBits(value('x-given-y'), expected.HX_given_Y_bits);
      closeInBits(value('y-given-x'), expected.HY_given_X_bits);
      closeInBits(value('mutual-information'), expected.I_bits);
      closeInBits(value('variation'), expected.variation_of_information_bits);
      close(value('mutual-information'), mutualInformation(table));
      close(value('joint-entropy'), jointEntropy(table));
      close(value('x-given-y') + value('y-given-x'), conditionalEntropyOfXGivenY(table) + conditionalEntropyOfYGivenX(table)); // prettier-ignore
    }
    for (const { input, expected } of oracleCases<{ joint_x_rows: number[][] }>('03_channels', 'fano'))
      close(rows(lines(input.joint_x_rows), 'joint')('fano'), expected.fano_rhs_nats);
  });

  it('of counts, chains, channels and tokens', () => {
    for (const { input, expected } of oracleCases<{ counts: number[] }>(
      '10_estimators',
      'entropy_estimators_from_counts',
    )) {
      // prettier-ignore
      const value = rows(lines([input.counts]), 'counts');
      close(value('plug-in'), expected.plugin);
      close(value('miller-madow'), expected.miller_madow);
      close(value('miller-madow'), millerMadowEntropy(input.counts));
      close(value('grassberger'), expected.grassberger2003);
      close(value('jackknife'), expected.jackknife);
      close(value('chao-shen'), expected.chao_shen);
    }
    for (const { input, expected } of oracleCases<{ P1: number[][] }>('07_markov_mixture', 'rates'))
      if (Array.isArray(input.P1)) close(rows(lines(input.P1), 'chain')('entropy-rate'), expected.entropy_rate_1);
    interface W {
      W_rows_x: number[][];
    }
    for (const { input, expected } of oracleCases<W>('03_channels', 'arbitrary_DMC_Blahut_Arimoto')) {
      if (!Array.isArray(input.W_rows_x)) continue;
      const value = rows(lines(input.W_rows_x), 'channel');
      closeInBits(value('capacity'), expected.C_bits, 1e-8);
      close(value('capacity'), channelCapacity(input.W_rows_x).lower);
    }
    for (const { input, expected } of oracleCases<{ token_probs: number[] }>('13_llm_metrics', 'perplexity')) {
      const value = rows(lines([input.token_probs.map(Math.log)]), 'tokens');
      close(value('loss'), expected.CE_nats);
      close(Math.exp(value('text-perplexity')), expected.perplexity);
      close(value('geometric-mean'), expected.geometric_mean_prob);
    }
    interface Logits {
      logits: number[];
      T: number;
    }
    for (const { input, expected } of oracleCases<Logits>('13_llm_metrics', 'temperature')) {
      const value = rows(lines([input.logits]), 'logits', { temperature: input.T });
      close(value('tempered-entropy'), expected.H_nats, 1e-9);
      close(value('tempered-cost'), expected.KL_to_T1, 1e-9);
    }
  });
});

describe('identities between rows', () => {
  it('hold for every joint table', () => {
    fc.assert(
      fc.property(jointTable, (table) => {
        const value = rows(JSON.stringify(table), 'joint');
        close(value('joint-entropy'), value('entropy-x') + value('y-given-x'), 1e-9);
        close(value('joint-entropy'), value('entropy-y') + value('x-given-y'), 1e-9);
        const shared = value('entropy-x') - value('x-given-y');
        expect(Math.abs(value('mutual-information') - shared)).toBeLessThan(1e-9);
        expect(value('mutual-information')).toBeGreaterThanOrEqual(0);
        expect(value('mutual-information')).toBeLessThanOrEqual(
          Math.min(value('entropy-x'), value('entropy-y')) + 1e-9,
        );
        expect(value('x-given-y')).toBeLessThanOrEqual(value('fano') + 1e-9);
      }),
      { numRuns: 12 },
    );
  });

  it('hold for every distribution', () => {
    fc.assert(
      fc.property(distribution, (p) => {
        const value = rows(lines([p]), 'distribution');
        close(value('entropy') + value('below-uniform'), value('largest-entropy'), 1e-9);
        const bits = value('entropy') / Math.LN2;
        expect(value('huffman')).toBeGreaterThanOrEqual(bits - 1e-9);
        expect(value('huffman')).toBeLessThanOrEqual(value('shannon-code') + 1e-9);
        expect(value('shannon-code')).toBeLessThan(bits + 1);
        expect(value('one-shot')).toBeLessThanOrEqual(value('huffman') + 1e-9);
        expect(value('least-surprisal')).toBeLessThanOrEqual(value('renyi') + 1e-9);
        expect(value('renyi')).toBeLessThanOrEqual(value('entropy') + 1e-9);
      }),
    );
  });
});

describe('the way into the book', () => {
  const pages = new Map([...book.chapters.values()].map(({ id, sections }) => [`${id}.html`, sections]));
  const checked = readFileSync('docs/correctness.json', 'utf8');
  it.each(measures.filter(({ at }) => at).map(({ id, at }) => [id, at!] as const))('of %s exists: %s', (_, at) => {
    const [page, anchor] = at.split('#');
    if (page === 'glossary.html') return expect([...book.glossary.keys()]).toContain(anchor);
    expect(existsSync(`src/book/${page.replace('.html', '.mdx')}`)).toBe(true);
    expect(pages.get(page)!.map((section) => section.anchor)).toContain(anchor);
  });

  it('names functions that the correctness page has', () => {
    for (const { source } of measures) if (source) expect(checked).toContain(`"${source}"`);
  });
});
