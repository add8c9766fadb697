import type { Engine, Signal } from '#contract/engine.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { signsOf } from '#sim/reduced-text.ts';
import { weightsOfSigns, type AfterSigns } from '#sim/signs-of-tokens.ts';
import { foundIn, type Found } from './players.ts';

/** How far a text has been read: the next guess of the reader interrupts the reading, and it goes on where it was. */
interface Read {
  readonly after: AfterSigns[];
  readonly found: Found[];
}
const reads = new WeakMap<Engine, Map<string, Read>>();
function readOf(engine: Engine, text: string): Read {
  const all = reads.get(engine) ?? new Map<string, Read>();
  reads.set(engine, all);
  const read = all.get(text) ?? { after: [], found: [] };
  all.set(text, read);
  return read;
}

/** What the network makes of the signs of a text one after the other. Ends when it is aborted. */
export async function* readLetters(text: string, engine: Engine, signal: Signal): AsyncGenerator<Found> {
  const { after, found } = readOf(engine, text);
  yield* found.slice();
  const tokens = await tokenNames(engine);
  for (const [j, sign] of signsOf(text).entries()) {
    if (j < found.length) continue;
    if (signal.aborted) return;
    const written = text.slice(0, j);
    const { ids, starts } = await engine.tokens(written);
    const { logProbabilities } = await engine.distribution(written, ids.length, signal);
    // Another reading of the same text may have been here meanwhile.
    if (signal.aborted || found.length !== j) return;
    const last = ids.length - 1;
    const before = j > 0 ? after[starts[last]] : undefined;
    after.push({ logProbability: before ? before.logProbability + before.next[ids[last]] : 0, next: logProbabilities });
    const weights = weightsOfSigns(written, after, tokens);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const letter = foundIn(
      weights.map((weight) => weight / total),
      sign,
    );
    found.push(letter);
    yield letter;
  }
}
