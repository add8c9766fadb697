import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { beliefsAlong } from './bayes-mixture.ts';
import { HiddenMarkovPredictor } from './hidden-markov.ts';
import { drawMixture } from './markov-samplers.ts';
import { uniforms } from './random.ts';
import {
  lawsAfter,
  styleLogOdds,
  styleSurprisals,
  STYLES,
  STYLE_START,
  STYLE_STARTS,
  STYLE_WORDS,
  stylesPredictor,
} from './styles.ts';

const draw = (i: number) => drawMixture(STYLES, STYLE_STARTS, 40, uniforms(8, i)).sequence;

describe('the two styles', () => {
  it('are what the network learned from', () => {
    const file = new URL('../../fixtures/styles/styles.json', import.meta.url);
    const { words, styles } = JSON.parse(readFileSync(file, 'utf8')) as {
      words: string[];
      styles: { start: number[]; chain: number[][] }[];
    };
    expect(words).toEqual(STYLE_WORDS);
    expect(STYLE_START).toBe(words.length);
    styles.forEach(({ start, chain }, j) => {
      closeAll(STYLE_STARTS[j], start, 1e-5);
      closeAll(STYLES.chains[j].flat(), chain.flat(), 1e-5);
    });
  });

  it('give every word a chance after every word', () => {
    for (const chain of STYLES.chains) for (const row of chain) for (const p of row) expect(p).toBeGreaterThan(0.003);
  });

  it('have the posterior of the exact mixture at every word', () => {
    for (let i = 0; i < 10; i++) {
      const words = draw(i);
      const beliefs = beliefsAlong(stylesPredictor(), words);
      closeAll(
        styleLogOdds(words),
        beliefs.map(({ logOdds }) => logOdds[0]),
        1e-9,
      );
      const [telegram] = lawsAfter(words.slice(0, 7));
      expect(telegram).toBe(STYLES.chains[0][words[6]]);
    }
  });

  it('with changes have the posterior of a hidden Markov model of style and last word', () => {
    const rate = 0.1;
    const V = STYLE_WORDS.length;
    // State (style, word): it writes its word; the style changes before a word is written, the first of which is of the first style.
    const states = Array.from({ length: 2 * V }, (_, s) => ({ style: s < V ? 0 : 1, word: s % V }));
    const hidden = new HiddenMarkovPredictor({
      start: states.map(({ style, word }) => 0.5 * STYLE_STARTS[style][word]),
      transitions: states.map((from) =>
        states.map((to) => (from.style === to.style ? 1 - rate : rate) * STYLES.chains[to.style][from.word][to.word]),
      ),
      emissions: states.map(({ word }) => STYLE_WORDS.map((_, x) => (x === word ? 1 : 0))),
    });
    const words = draw(3).slice(0, 12);
    words.forEach((word) => hidden.add(word));
    // What it believes of the coming state, which is of the coming style.
    const telegram = hidden.stateBelief().slice(0, V);
    const p = telegram.reduce((sum, q) => sum + q, 0);
    close(styleLogOdds(words, rate).at(-1)!, Math.log(p / (1 - p)), 1e-9);
  });

  it('cost in each style what the chain says, and in the mixture what its exact predictor pays', () => {
    const words = draw(5).slice(0, 15);
    const surprisals = styleSurprisals(words);
    surprisals.forEach((nats, j) => {
      let probability = STYLE_STARTS[j][words[0]];
      for (let t = 1; t < words.length; t++) probability *= STYLES.chains[j][words[t - 1]][words[t]];
      close(nats, -Math.log(probability), 1e-9);
    });
    const predictor = stylesPredictor();
    let paid = 0;
    for (const word of words) {
      paid -= Math.log(predictor.predict()[word]);
      predictor.add(word);
    }
    close(-Math.log((Math.exp(-surprisals[0]) + Math.exp(-surprisals[1])) / 2), paid, 1e-9);
  });

  it('rejects what is no word and no rate', () => {
    expect(() => styleLogOdds([STYLE_WORDS.length])).toThrow(RangeError);
    expect(() => styleLogOdds([0], 1.5)).toThrow(new RangeError('rate must be between 0 and 1, got 1.5'));
  });
});
