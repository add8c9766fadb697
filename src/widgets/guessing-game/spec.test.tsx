import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#contract/engine.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { DirichletPredictor } from '#sim/dirichlet-predictor.ts';
import { firstPage } from '#sim/first-page.ts';
import { PartialMatching } from '#sim/partial-matching.ts';
import { surprisals } from '#sim/predictor.ts';
import { signs, signsOf, space } from '#sim/reduced-text.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { game, nobodyYet, run, type Players } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { passageIds, passages } from './passages.ts';
import { pairsOn } from './players.ts';
import { guessedAtOnce, guessesInOrder, guessesOf, replay, withGuess, withGuesses } from './replay.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const signal = new AbortController().signal;

async function settled(change: Partial<Asked>, engine: Engine, previous?: Players): Promise<Players> {
  let last = nobodyYet;
  for await (const players of run(valuesOf(change), { engine, signal, previous })) last = players;
  return last;
}
const read = (players: Players, change: Partial<Asked> = {}) => {
  const values = valuesOf(change);
  return (id: keyof typeof spec.readouts) => spec.readouts[id].of(players, values);
};

describe('a row of guesses', () => {
  it('is replayed letter by letter, and what is no guess is passed over', () => {
    expect(replay('the', 'taheqe')).toEqual({ ranks: [1, 2, 1], tried: [], last: { sign: 4, right: true } });
    expect(replay('a b', 'xXyx?aa_')).toMatchObject({ ranks: [3, 2], tried: [] });
    expect(replay('a b', 'a_b')).toMatchObject({ ranks: [1, 1, 1], tried: [] });
    expect(replay('ab', '🦉<b>é')).toMatchObject({ ranks: [], tried: [1] });
  });

  it('keeps the passages apart, and what was guessed in one stays when another is played', () => {
    const one = withGuess(withGuess('', 'cake', 18), 'cake', space);
    expect(one).toBe('/s_');
    const two = withGuess(one, 'forecast', 19);
    expect([guessesOf(two, 'forecast'), guessesOf(two, 'cake'), guessesOf(two, 'train')]).toEqual(['t', 's_', '']);
    expect(withGuesses(two, 'cake', '')).toBe('t');
  });

  it('can be made for who is right at once, and for who recites the alphabet', () => {
    expect(replay(passages.cake, guessedAtOnce('cake', 9)).ranks).toEqual(new Array(9).fill(1));
    const { ranks } = replay(passages.cake, guessesInOrder('cake', 9));
    expect(ranks).toEqual(signsOf(passages.cake.slice(0, 9)).map((sign) => sign + 1));
  });
});

describe('guessing-game', () => {
  it('has pairs that cost what a predictor of order one asks that has read the page', () => {
    const predictor = new DirichletPredictor(27, 1, 0.5);
    for (const sign of signsOf(`${firstPage} `)) predictor.add(sign);
    // It goes on learning, so only the first letter is the same; the space at the end of the page is one pair more.
    close(pairsOn('cake')[0].nats, surprisals(predictor, signsOf('s'))[0], 1e-2);
  });

  it('tallies on the same letters, by hand', async () => {
    // “she had”: s at the second guess, h at once, e at the third, the space at once.
    const guesses = withGuesses('', 'cake', 'tshaoe_');
    const asked = { player: 'you', passage: 'cake', guesses } as const;
    const players = await settled(asked, createByteEngine());
    const readout = read(players, asked);
    expect(readout('letters')).toBe(4);
    expect(readout('firstTry')).toBe(0.5);
    closeInBits(readout('upper'), 1.5);
    closeInBits(readout('lower'), (2 + (3 * Math.log2(3) - 2)) / 4);
    closeInBits(readout('corrected'), 1.5 + 2 / (8 * Math.LN2));
    const pairs = pairsOn('cake').slice(0, 4);
    close(readout('pairsLoss'), pairs.reduce((sum, { nats }) => sum + nats, 0) / 4);
    expect(readout('networkLetters')).toBe(4);
    // A network of bytes repeats what came: here nothing did.
    expect(readout('networkLoss')).toBeGreaterThan(1);
    expect(spec.describe(players, valuesOf(asked), sayIn('bits'))).toMatch(/^You found 4 letters of “The cake”, 4 in all, 2 of them at the first guess\. From 4 letters nothing/); // prettier-ignore
  });

  it('names every bar of the bounds, with its numbers and a key, on the narrowest phone', () => {
    const preset = spec.presets.find(({ id }) => id === 'alphabet')!;
    for (const width of [280, 320, 640]) {
      const html = renderToString(
        createElement(View, { values: valuesOf(preset.values), model: nobodyYet, width, say: sayIn('bits'), set: () => {} }), // prettier-ignore
      );
      expect(html).toMatch(/>you(, 34 letters)?: at most 3\.62/);
      expect(html).toMatch(/>pairs(, 34 letters)?: 2\.50 to 2\.97; own law 3\.16</);
      for (const sign of ['standard error', 'own law', 'upper, first-order bias removed']) expect(html).toContain(`>${sign}<`); // prettier-ignore
    }
  });

  it('leaves what was guessed in the cases that only change who plays, and where', () => {
    const now = { ...defaultValues(params), player: 'you' as const, guesses: 'th/qs' };
    const kept = spec.presets.filter(({ keeps }) => keeps?.(now).guesses === now.guesses);
    expect(kept.map(({ id }) => id)).toEqual(['machine', 'yours', 'cake']);
  });

  it('draws no lower bound that lies above the upper one', () => {
    const preset = spec.presets.find(({ id }) => id === 'alphabet')!;
    const values = valuesOf(preset.values);
    const readout = read(nobodyYet, preset.values);
    expect(readout('lower')).toBeGreaterThan(readout('upper'));
    for (const id of ['lower', 'upper'] as const) expect(preset.why).toContain((readout(id) / Math.LN2).toFixed(2));
    expect(spec.describe(nobodyYet, values, sayIn('bits'))).toContain('give 3.62 bits as an upper bound on a letter and no lower one, whose formula gives more, 4.93, and'); // prettier-ignore
    const html = renderToString(
      createElement(View, { values, model: nobodyYet, width: 640, say: sayIn('bits'), set: () => {} }),
    );
    expect(html).toContain('you, 34 letters: at most 3.62, no lower bound');
    expect(html).not.toContain('4.93');
  });

  it('has a machine that is the order-3 predictor after the page', async () => {
    const { machine } = await settled({}, createByteEngine());
    const predictor = new PartialMatching(27, 3);
    for (const sign of signsOf(`${firstPage} `)) predictor.add(sign);
    const costs = surprisals(predictor, signsOf(passages.forecast));
    const mean = costs.reduce((sum, nats) => sum + nats, 0) / costs.length;
    const found = machine.forecast!;
    close(found.reduce((sum, { nats }) => sum + nats, 0) / found.length, mean, 1e-4);
  });

  it('has the network of the book below the machine, and the machine below the pairs, on the first passage', async () => {
    const players = await settled({}, createShippedEngine());
    const readout = read(players);
    expect(readout('networkLoss')).toBeLessThan(readout('pairsLoss'));
    expect(readout('networkUpper')).toBeLessThan(readout('upper'));
    expect(readout('upper')).toBeLessThan(readout('pairsUpper'));
    expect(readout('networkLower')).toBeLessThan(readout('networkLoss'));
    expect(readout('networkLoss')).toBeLessThan(readout('networkUpper'));
    expect(readout('networkLetters')).toBe(passages.forecast.length);
    closeInBits(readout('even'), Math.log2(27));
    const page = signsOf(firstPage);
    const law = signs.split('').map((_, sign) => page.filter((other) => other === sign).length / page.length);
    const costs = signsOf(passages.forecast).map((sign) => -Math.log(law[sign]));
    close(readout('singleLoss'), costs.reduce((sum, nats) => sum + nats, 0) / costs.length);
    expect(game(players, valuesOf()).own.letters).toBe(passages.forecast.length);
    for (const law of spec.laws) expect(law.gap(players, valuesOf())).toBeLessThanOrEqual(law.tolerance);
  });

  it('goes on without a network, asks again at the next guess, and takes the network if it comes', async () => {
    let asked = 0;
    const card = () => {
      asked++;
      return Promise.reject(new Error('The weights could not be loaded.'));
    };
    const engine = { ...createByteEngine(), card } as Engine;
    const players = await settled({}, engine);
    expect(players.problem).toBe('The weights could not be loaded.');
    expect(players.machine.forecast).toHaveLength(passages.forecast.length);
    const later = await settled({ player: 'you', guesses: 'th' }, engine, players);
    expect(later.problem).toBe(players.problem);
    expect(asked).toBe(2);
    const back = await settled({ player: 'you', guesses: 'the' }, createByteEngine(), later);
    expect(back.problem).toBeUndefined();
    expect(back.network.forecast).toHaveLength(passages.forecast.length);
    const html = renderToString(
      createElement(View, { values: valuesOf(), model: players, width: 640, say: sayIn('bits'), set: () => {} }),
    );
    expect(html).toContain('The network does not play: ');
  });

  it('has passages of 27 signs that the first page does not hold', () => {
    for (const id of passageIds) {
      expect(passages[id]).toMatch(/^[a-z]+( [a-z]+)*$/);
      expect(firstPage).not.toContain(passages[id].slice(0, 30));
    }
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: nobodyYet });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
