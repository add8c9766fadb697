import { drawChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { evidenceMoments, type StartedChain } from '#theory/belief/evidence.ts';
import { divergences, drawing, sourcesOf, truthOf, type Sources } from './cases.ts';
import { mislead } from './misled.ts';
import { added, headStart, logChances, posteriors } from './odds.ts';
import { mostDrawn, type Asked } from './parameters.ts';
import type { Race, Runner } from './race.ts';
import { lettersOf, raceOnText } from './text.ts';

function drawn(asked: Asked, sources: Sources): number[] {
  const { start, chain } = drawing(asked, sources);
  const tokens = drawChain(chain, start, mostDrawn, uniforms(asked.seed));
  const read = Math.min(asked.read, mostDrawn);
  return asked.sorted && sources.tossed
    ? [...tokens.slice(0, read).sort((a, b) => a - b), ...tokens.slice(read)]
    : tokens;
}

/** What does not depend on how many tokens have been read is kept. */
let kept: { readonly key: string; readonly moments: ReturnType<typeof momentsOf> } | undefined;

function momentsOf(truth: StartedChain, { of }: Sources) {
  const last = of[of.length - 1];
  return of.map((source) => evidenceMoments(truth, source, last, mostDrawn));
}

function raceOf(asked: Asked, sources: Sources): Race {
  const { names, of, tossed } = sources;
  const truth = drawing(asked, sources);
  const numbers = drawn(asked, sources);
  const key = [asked.sources, truthOf(asked, sources), asked.heads].join();
  if (kept?.key !== key) kept = { key, moments: momentsOf(truth, sources) };
  const last = logChances(of[of.length - 1], numbers);
  const runners = of.map((source, j): Runner => {
    const lead = headStart(asked, j);
    const moments = kept!.moments[j];
    return {
      name: names[j],
      logOdds: added(lead, logChances(source, numbers).map((log, t) => log - last[t])), // prettier-ignore
      mean: moments.map(({ mean }) => lead + mean),
      deviation: moments.map(({ variance }) => Math.sqrt(variance)),
    };
  });
  const number = truthOf(asked, sources);
  return {
    ...{ names, runners, tossed, truth: number, posterior: posteriors(runners) },
    tokens: numbers.map((token) => sources.tokens[token]),
    read: Math.min(asked.read, mostDrawn),
    most: mostDrawn,
    truthName: names[number] ?? sources.noneName,
    divergences: divergences(truth, sources),
    ...(of.length === 2 && tossed && { worth: of[0].start.map((p, y) => Math.log(p / of[1].start[y])) }),
    ...(asked.sources === 'two' && number >= 0 && { misled: mislead(asked, number === 0 ? [0.7, 0.4] : [0.4, 0.7]) }),
  };
}

export function compute(asked: Asked): Race {
  const sources = sourcesOf(asked);
  return sources ? raceOf(asked, sources) : raceOnText(asked, lettersOf(asked));
}
