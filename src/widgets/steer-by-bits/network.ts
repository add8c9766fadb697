import type { Engine } from '#contract/engine.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { weightsOfSigns, type AfterSigns } from '#sim/signs-of-tokens.ts';

/** What is asked once is never asked again, and a new step of the reader does not stop an answer that is on its way. */
const never = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

const read = new WeakMap<Engine, Map<string, Promise<AfterSigns>>>();

function after(engine: Engine, text: string): Promise<AfterSigns> {
  const known = read.get(engine) ?? new Map<string, Promise<AfterSigns>>();
  read.set(engine, known);
  let answer = known.get(text);
  if (!answer) {
    answer = ask(engine, text);
    answer.catch(() => known.delete(text));
    known.set(text, answer);
  }
  return answer;
}

async function ask(engine: Engine, text: string): Promise<AfterSigns> {
  const { ids, starts } = await engine.tokens(text);
  const { logProbabilities } = await engine.distribution(text, ids.length, never);
  const last = ids.length - 1;
  const before = last >= 0 ? await after(engine, text.slice(0, starts[last])) : undefined;
  return { logProbability: before ? before.logProbability + before.next[ids[last]] : 0, next: logProbabilities };
}

/** The law of the next of 27 signs, by the network: its tokens, summed to letters. */
export async function lawByNetwork(engine: Engine, text: string): Promise<readonly number[]> {
  const tokens = await tokenNames(engine);
  const beginnings: AfterSigns[] = [];
  for (let i = 0; i <= text.length; i++) beginnings.push(await after(engine, text.slice(0, i)));
  const weights = weightsOfSigns(text, beginnings, tokens);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
