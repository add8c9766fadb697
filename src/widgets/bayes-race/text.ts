import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { reduced, symbols, symbolsOf } from '#sim/author-symbols.ts';
import { relativeEntropyRate } from '#theory/chains/markov-chain.ts';
import { added, headStart, logChances, posteriors } from './odds.ts';
import { mostLetters, type Asked } from './parameters.ts';
import type { Models, Race, Runner } from './race.ts';

/* The reader’s text in the eyes of two authors, as two letter chains have them and as two small networks do. */

export const modelNames: Record<Models, string> = { networks: 'small networks', chains: 'letter chains' };
export const otherThan = (by: Models): Models => (by === 'networks' ? 'chains' : 'networks');
const names = ['Austen', 'Melville'];

export const lettersOf = ({ text }: Asked) => symbolsOf(reduced(text).slice(0, mostLetters));

/** Per letter, in the long run: Austen’s chain against Melville’s, and Melville’s against Austen’s. */
let rates: readonly number[] | undefined;

/** ln of Austen’s chance over Melville’s, letter by letter, as after a space. */
function toldByChains(letters: readonly number[]): number[] {
  const [austen, melville] = [austenOfPairs, melvilleOfPairs].map((author) => logChances(author, letters));
  return austen.map((log, t) => log - melville[t]);
}

/** The race by the models that are asked for; by the chains as long as networks have told nothing. */
export function raceOnText(asked: Asked, letters: readonly number[], toldByNetworks?: readonly number[]): Race {
  const lead = headStart(asked, 0);
  const walks = {
    chains: added(lead, toldByChains(letters)),
    networks: letters.length === 0 ? [lead] : toldByNetworks && added(lead, toldByNetworks),
  };
  const by = walks.networks ? asked.models : 'chains';
  const rival = walks[otherThan(by)];
  rates ??= [
    relativeEntropyRate(austenOfPairs.chain, melvilleOfPairs.chain),
    relativeEntropyRate(melvilleOfPairs.chain, austenOfPairs.chain),
  ];
  const runner = (name: string, logOdds: readonly number[]): Runner => ({ name, logOdds, mean: [], deviation: [] });
  const runners = [runner(names[0], walks[by]!), runner(names[1], added(0, letters.map(() => 0)))]; // prettier-ignore
  return {
    ...{ names, runners, by, posterior: posteriors(runners), divergences: rates, tossed: false },
    tokens: letters.map((letter) => symbols[letter]),
    read: Math.min(asked.read, letters.length),
    most: letters.length,
    truthName: 'whoever wrote the text',
    ...(rival && { rival }),
    ...(by !== asked.models && { waits: true }),
  };
}
