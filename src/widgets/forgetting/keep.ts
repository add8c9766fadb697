import type { Network, OwnNetwork } from '#contract/training.ts';
import { other } from '#sim/character-tokenizer.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';

/** A character that is nearly never written: its token stands for all that the network does not know. */
const spared = '~';

/**
 * The network as the figures take one that read and write texts: token LINE_BREAK is the line break, and one token is for all other
 * characters. The rows of the embedding, which lie first among the values, change places, and nothing else: it predicts what it predicted.
 */
export function ownOf(network: Network, characters: readonly string[], name: string): OwnNetwork {
  const { vocabulary, width } = network.config;
  const breakAt = characters.indexOf('\n');
  const order = Array.from({ length: vocabulary }, (_, i) => i).filter((i) => i !== breakAt);
  order.splice(LINE_BREAK, 0, breakAt);
  const values = network.values.slice();
  order.forEach((from, to) => values.set(network.values.subarray(from * width, (from + 1) * width), to * width));
  const symbols = order.map((i) => (characters[i] === spared ? other : (characters[i] ?? '')));
  return { name, network: { config: network.config, values }, symbols };
}
