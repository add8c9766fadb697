import type { Engine, Signal } from '#contract/engine.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { placesOf } from '#sim/tokenizer.ts';
import { tiltedSamples, type TiltedSamples } from '#theory/language-models/tilted-samples.ts';
import { tiltedBounds, type TiltedBounds } from '#theory/language-models/tilted-tree.ts';
import type { Asked } from './parameters.ts';
import { isBinary, rewarder, treeLength } from './reward.ts';

/** First tokens that are followed up, the likeliest. */
export const firstTokens = 256;

/** All continuations of two tokens that begin with one of the followed ones, by what they earn. */
export interface Tree {
  readonly rewards: readonly number[];
  /** One more: what is outside the tree. */
  readonly masses: readonly number[];
  readonly leaves: number;
}

/** One continuation that the untouched model drew: its beginning of two tokens, and all of it. */
export interface Drawn {
  readonly beginning: string;
  readonly text: string;
}

export interface Rewarded {
  readonly tree?: Tree;
  /** The prompt and the reward that the tree is of. */
  readonly treeOf: string;
  readonly drawn: readonly Drawn[];
  /** The prompt and the settings that they were drawn for. */
  readonly drawnFor: string;
}

export const treeKey = ({ prompt, reward, words, letters }: Asked) =>
  JSON.stringify([prompt, reward, reward === 'words' ? words : reward === 'without' ? letters : '']);
export const drawnKey = ({ prompt, count, length, seed }: Asked) => JSON.stringify([prompt, count, length, seed]);

export const compute = (): Rewarded => ({ treeOf: '', drawn: [], drawnFor: '' });

/** Two tokens with their text and probability: the second by its number. */
interface Branch {
  readonly name: string;
  readonly probability: number;
  readonly next: Float64Array;
}
interface Branches {
  readonly prompt: string;
  readonly names: readonly string[];
  readonly all: readonly Branch[];
}
const grown = new WeakMap<Engine, Branches>();

/** A byte that is no character by itself is one that no reward looks for. */
const textOf = (name: string) => name.replaceAll(/\\x[0-9A-F]{2}/g, '\uFFFD');

async function branchesOf(prompt: string, engine: Engine, signal: Signal): Promise<Branches | undefined> {
  const known = grown.get(engine);
  if (known?.prompt === prompt) return known;
  const names = (await tokenNames(engine)).map(textOf);
  const { ids } = await engine.tokens(prompt);
  const { logProbabilities } = await engine.distribution(prompt, ids.length, signal);
  const order = [...logProbabilities.keys()].sort((a, b) => logProbabilities[b] - logProbabilities[a] || a - b);
  const all: Branch[] = [];
  for (const id of order.slice(0, firstTokens)) {
    if (signal.aborted) return undefined;
    const text = prompt + names[id];
    const longer = (await engine.tokens(text)).ids;
    // Where the prompt and the token are cut in another way when they stand together, what follows cannot be asked for.
    if (longer.length !== ids.length + 1 || longer[ids.length] !== id || ids.some((one, t) => longer[t] !== one)) continue; // prettier-ignore
    const next = (await engine.distribution(text, longer.length, signal)).logProbabilities;
    all.push({ name: names[id], probability: Math.exp(logProbabilities[id]), next });
  }
  if (signal.aborted) return undefined;
  const branches = { prompt, names, all };
  grown.set(engine, branches);
  return branches;
}

const round = (value: number) => Math.round(value * 1e9) / 1e9;

/** Branches between two looks at the page. */
const slice = 16;

/** The leaves of the tree by reward. */
async function treeFor({ names, all }: Branches, asked: Asked, pause?: () => Promise<void>): Promise<Tree> {
  const earn = rewarder(asked);
  const byReward = new Map<number, number>();
  let inside = 0;
  for (const [i, { name, probability, next }] of all.entries()) {
    if (i % slice === slice - 1) await pause?.();
    for (const [id, log] of next.entries()) {
      const mass = probability * Math.exp(log);
      const reward = round(earn(name + names[id], treeLength));
      byReward.set(reward, (byReward.get(reward) ?? 0) + mass);
      inside += mass;
    }
  }
  const rewards = [...byReward.keys()].sort((a, b) => a - b);
  const masses = rewards.map((reward) => byReward.get(reward)!);
  return { rewards, masses: [...masses, Math.max(0, 1 - inside)], leaves: all.length * names.length };
}

async function* draw(asked: Asked, engine: Engine, signal: Signal): AsyncGenerator<Drawn[]> {
  const { prompt, count, length, seed } = asked;
  const bytes = Array.from({ length: count }, () => [] as Uint8Array[]);
  const drawn = () =>
    bytes.map((all) => ({ beginning: placesOf(all.slice(0, treeLength)).text, text: placesOf(all).text }));
  const untouched = { temperature: 1, topK: Infinity, topP: 1, minP: 0 };
  for await (const event of engine.continuations(prompt, { ...untouched, count, length, seed, signal })) {
    if (signal.aborted) return;
    bytes[event.continuation].push(event.bytes);
    if (event.continuation === count - 1 && bytes[0].length === length) yield drawn();
  }
}

interface Context {
  readonly engine: Engine;
  readonly signal: Signal;
  readonly previous?: Rewarded;
  readonly pause?: () => Promise<void>;
}

/** The tree first, then the continuations. Neither is made again when only the price moves. */
export async function* run(
  asked: Asked,
  { engine, signal, previous = compute(), pause }: Context,
): AsyncGenerator<Rewarded> {
  let model = previous;
  if (model.drawnFor !== drawnKey(asked)) model = { ...model, drawn: [], drawnFor: '' };
  if (model.treeOf !== treeKey(asked)) {
    const branches = await branchesOf(asked.prompt, engine, signal);
    if (!branches || signal.aborted) return;
    const tree = await treeFor(branches, asked, pause);
    if (signal.aborted) return;
    model = { ...model, tree, treeOf: treeKey(asked) };
    yield model;
  }
  if (model.drawnFor === drawnKey(asked)) return;
  for await (const drawn of draw(asked, engine, signal)) yield { ...model, drawn, drawnFor: drawnKey(asked) };
}

/** Whether all that is shown is about what is asked. */
export const isSettled = (model: Rewarded, asked: Asked) =>
  model.treeOf === treeKey(asked) && model.drawnFor === drawnKey(asked);

/** Between what the tilted reward of two tokens must lie, at any price; undefined as long as there is no tree of this. */
export function boundsOf({ tree, treeOf }: Rewarded, asked: Asked, beta = asked.beta): TiltedBounds | undefined {
  return tree && treeOf === treeKey(asked) ? tiltedBounds(tree.rewards, tree.masses, beta, isBinary(asked)) : undefined;
}

/** The reward of two untouched tokens: what is seen, and what it is at most. */
export function beforeOf({ tree, treeOf }: Rewarded, asked: Asked): readonly [number, number] | undefined {
  if (!tree || treeOf !== treeKey(asked)) return undefined;
  const seen = tree.rewards.reduce((sum, reward, i) => sum + reward * tree.masses[i], 0);
  return [seen, seen + tree.masses[tree.rewards.length]];
}

export interface Estimates {
  /** Rewards of the whole continuations, and of their first two tokens. */
  readonly rewards: readonly number[];
  readonly whole: TiltedSamples;
  readonly beginning: TiltedSamples;
  readonly before: number;
  /** Whether no sample earns anything: they cannot tell how often the tilted model does. */
  readonly blind: boolean;
}

/** What the samples say at a price; undefined as long as none of these settings are drawn. */
export function estimatesOf({ drawn, drawnFor }: Rewarded, asked: Asked, beta = asked.beta): Estimates | undefined {
  if (drawn.length === 0 || drawnFor !== drawnKey(asked)) return undefined;
  const earn = rewarder(asked);
  const rewards = drawn.map(({ text }) => earn(text, asked.length));
  return {
    rewards,
    whole: tiltedSamples(rewards, beta),
    beginning: tiltedSamples(
      drawn.map(({ beginning }) => earn(beginning, treeLength)),
      beta,
    ),
    before: rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length,
    blind: rewards.every((reward) => reward === 0),
  };
}
