import { describe, expect, it } from 'vitest';
import type { Trainer } from '#contract/training.ts';
import { defaultValues } from '#contract/values.ts';
import { tensorsOf } from '#model/parameters.ts';
import { PlainTransformer } from '#model/plain.ts';
import { parseTrail } from '#model/trail.ts';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { reduced, symbolsOf } from '#sim/author-symbols.ts';
import { weightsFile } from '../../../fixtures/model.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { compute } from './model.ts';
import { run } from './networks.ts';
import { ofAusten, ofMelville, params, type Asked } from './parameters.ts';
import type { Race } from './race.ts';
import { raceOnText } from './text.ts';

const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), sources: 'authors', read: 400, ...change }); // prettier-ignore
const trainer = createPlainTrainer();
const signal = new AbortController().signal;

async function races(
  change: Partial<Asked> = {},
  by: Pick<Trainer, 'checkpoint' | 'predict'> = trainer,
  previous?: Race,
) {
  const found: Race[] = [];
  for await (const model of run(asked(change), { trainer: by, signal, previous })) found.push(model);
  return found;
}

/** Log-odds of a text by keys and values, letter by letter, with the softmax over 29 symbols written out. */
function evidence(text: string): number {
  const { network } = parseTrail(weightsFile('authors'));
  const letters = [0, ...symbolsOf(reduced(text))];
  const [austen, melville] = [0, 1].map((author) => {
    const reader = new PlainTransformer(tensorsOf(network(author)));
    let [context, seen] = [reader.start(), 0];
    return letters.slice(1).reduce((sum, letter, t) => {
      // A window holds 64 letters and starts every 32.
      const from = t + 1 <= 64 ? 0 : Math.ceil((t + 1 - 64) / 32) * 32;
      if (from > seen) [context, seen] = [reader.start(), from];
      let logits = new Float32Array();
      for (const before of letters.slice(from + context.length, t + 1)) logits = Float32Array.from(reader.extend(context, [before])); // prettier-ignore
      const weights = Array.from(logits.slice(0, 29), Math.exp);
      return sum + Math.log(weights[letter] / weights.reduce((total, one) => total + one, 0));
    }, 0);
  });
  return austen - melville;
}

describe('two networks on a text', () => {
  it('tell what they tell letter by letter, as after a space', async () => {
    for (const text of [ofAusten.slice(0, 40), ofMelville.slice(0, 100)]) {
      const race = (await races({ text, lead: 2 })).at(-1)!;
      expect(race.by).toBe('networks');
      close(race.runners[0].logOdds.at(-1)!, 2 * Math.LN2 + evidence(text), 1e-5);
    }
  });

  it('stand beside the chains, whichever leads', async () => {
    const [byNetworks, byChains] = [(await races()).at(-1)!, (await races({ models: 'chains' })).at(-1)!];
    expect(byNetworks.rival).toEqual(byChains.runners[0].logOdds);
    expect(byChains.rival).toEqual(byNetworks.runners[0].logOdds);
    const letters = symbolsOf(reduced(ofAusten));
    const [a, m] = [austenOfPairs, melvilleOfPairs].map(({ start, chain }) =>
      letters.reduce((sum, letter, t) => sum + Math.log(t === 0 ? start[letter] : chain[letters[t - 1]][letter]), 0),
    );
    close(byChains.runners[0].logOdds.at(-1)!, a - m, 1e-9);
    // What networks tell leaves the chains beside them as they are.
    close(raceOnText(asked(), letters, letters.map(() => 1)).rival!.at(-1)!, a - m, 1e-9); // prettier-ignore
  });

  it('know their own sentences, which they have not seen', async () => {
    for (const [text, author] of [[ofAusten, 0], [ofMelville, 1]] as const)
      expect((await races({ text })).at(-1)!.posterior.at(-1)![author]).toBeGreaterThan(0.999);
  }); // prettier-ignore

  it('are asked once for a text, and keep the last one until they have read the next', async () => {
    let asks = 0;
    const counting = { checkpoint: trainer.checkpoint, predict: (...all: Parameters<Trainer['predict']>) => (asks++, trainer.predict(...all)) }; // prettier-ignore
    const [waiting, read] = await races({}, counting);
    expect([waiting.by, waiting.waits, read.by, read.waits, asks]).toEqual(['chains', true, 'networks', undefined, 2]);
    expect(await races({ read: 7 }, counting, read)).toMatchObject([{ read: 7, by: 'networks' }]);
    expect(asks).toBe(2);
    expect(await races({ text: 'whale' }, counting, read)).toHaveLength(1);
    expect(asks).toBe(4);
  });

  it('that cannot be had are said to be so, and chains read alone', async () => {
    const none = { checkpoint: () => Promise.reject(new Error('A part of the book is missing.')), predict: trainer.predict }; // prettier-ignore
    const race = (await races({}, none)).at(-1)!;
    expect(race).toMatchObject({ by: 'chains', notice: expect.stringMatching(/^The two networks cannot be had.* missing\.$/) as string }); // prettier-ignore
    expect([race.waits, race.rival]).toEqual([undefined, undefined]);
  });

  it('need no text to be even, and nothing where tokens are drawn', async () => {
    expect(await races({ text: '…' })).toMatchObject([{ posterior: [[0.5, 0.5]], by: 'networks' }]);
    expect(await races({ sources: 'two' })).toEqual([compute(asked({ sources: 'two' }))]);
    expect(raceOnText(asked(), [1, 2]).waits).toBe(true);
  });
});
