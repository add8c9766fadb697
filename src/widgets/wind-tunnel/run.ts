import type { RunContext } from '#contract/spec.ts';
import type { Network, Trail } from '#contract/training.ts';
import { chainLosses } from '#theory/learning/chain-losses.ts';
import { Asking, together } from './asking.ts';
import { freshSequences, lean, noneFresh, positions, shownSequence, withSequence } from './fresh.ts';
import { headOff, rangeOf, trainedOn, type Asked } from './parameters.ts';
import { orderOf } from './sequence.ts';
import {
  begin,
  checkpointOf,
  expectedKey,
  freshKey,
  Live,
  liveOf,
  networkKey,
  phasesKey,
  type WindTunnel,
} from './state.ts';

/** Fresh sequences for a point of the phases. */
const phaseSequences = 12;
const liveSequences = 6;
/** Steps of the reader's own, from any checkpoint. */
export const mostSteps = 4000;
/** Terms of the exact losses, of a millisecond or less each, before the page may answer. */
const slice = 16;

/** One run: everything about the values asked for, the quick things first. */
class Run extends Asking {
  private withPhases(model: WindTunnel, trail: Trail): WindTunnel {
    const key = phasesKey(this.asked);
    const points = trail.checkpoints.map((_, i) => this.memory.distances.get(`${key} ${i}`) ?? null);
    return { ...model, phases: { key, points } };
  }

  private async *average(model: WindTunnel, network: Network): AsyncGenerator<WindTunnel, WindTunnel> {
    const { asked, signal } = this;
    const key = freshKey(asked, networkKey(model, asked));
    let fresh = model.fresh?.key === key ? model.fresh : noneFresh(key);
    while (fresh.sequences < freshSequences && !signal.aborted) {
      const part = Array.from({ length: together }, (_, i) => shownSequence(asked, fresh.sequences + i));
      const logs = await this.logsFor(network, part, headOff(asked));
      if (signal.aborted || logs.length < part.length) return model;
      for (const [i, sequence] of part.entries()) {
        fresh = withSequence(fresh, sequence, logs[i], asked);
        await this.pause();
      }
      fresh = lean(fresh);
      yield (model = { ...model, fresh });
    }
    return model;
  }

  private async *expect(model: WindTunnel): AsyncGenerator<WindTunnel, WindTunnel> {
    const { asked, memory, symbols, signal } = this;
    const key = expectedKey(asked);
    const known = memory.expected.get(key);
    if (known) return { ...model, expected: known, computed: 1 };
    if (symbols > 3 || orderOf(asked) !== 1) return { ...model, expected: undefined, computed: 0 };
    let turn = 0;
    for (const found of chainLosses(symbols, asked.alpha, trainedOn, positions)) {
      if (signal.aborted) return model;
      if (typeof found !== 'number') {
        const plain = (values: Float64Array) => Array.from(values, (x) => Number(x.toPrecision(8)));
        const { bayes, believer, irreducible } = found;
        const expected = { key, bayes: plain(bayes), believer: plain(believer), irreducible: plain(irreducible) };
        memory.expected.set(key, expected);
        return { ...model, expected, computed: 1 };
      }
      turn++;
      if (turn % slice === 0) await this.pause();
      if (turn % (24 * slice) === 0) yield (model = { ...model, expected: undefined, computed: found });
    }
    return model;
  }

  private async *comparePhases(model: WindTunnel, trail: Trail): AsyncGenerator<WindTunnel, WindTunnel> {
    const key = phasesKey(this.asked);
    // The one on display first.
    const own = checkpointOf(trail, this.asked);
    const order = [own, ...trail.checkpoints.keys()];
    for (const i of order) {
      if (this.memory.distances.has(`${key} ${i}`)) continue;
      const found = await this.distancesOf(await this.networkOf(i), phaseSequences);
      if (!found) return model;
      this.memory.distances.set(`${key} ${i}`, found);
      yield (model = this.withPhases(model, trail));
    }
    return model;
  }

  /** Whom the network resembles without the head that is switched off. */
  private async ablate(model: WindTunnel, network: Network): Promise<WindTunnel> {
    const off = headOff(this.asked);
    if (!off) return { ...model, ablated: undefined };
    const key = networkKey(model, this.asked);
    if (model.ablated?.key === key) return model;
    const distances = await this.distancesOf(network, phaseSequences, off);
    return distances ? { ...model, ablated: { key, distances } } : model;
  }

  private async *train(model: WindTunnel, trail: Trail, single: boolean): AsyncGenerator<WindTunnel, WindTunnel> {
    const { asked, signal, trainer } = this;
    const checkpoint = checkpointOf(trail, asked);
    const before = liveOf(model, asked);
    const taken = before?.state.step ?? 0;
    const training = trainer.train(
      {
        from: before?.state ?? (await this.networkOf(checkpoint)),
        source: { kind: 'chains', ...rangeOf(asked.network), alpha: asked.onDisplay ? asked.alpha : trainedOn },
        ...{ batch: 32, steps: mostSteps, rate: asked.rate, warmup: 20, weightDecay: 0, seed: asked.seed },
      },
      signal,
    );
    training.setPace(asked.pace);
    if (single) {
      training.pause();
      training.step();
    }
    for await (const snapshot of training) {
      if (signal.aborted) return model;
      if (snapshot.state.step === taken) continue;
      const distances = await this.distancesOf(snapshot.state.network, liveSequences);
      if (!distances) return model;
      const { state, loss, tokensPerSecond, secondsLeft, backend, notice } = snapshot;
      const points = [...(model.live?.points ?? []), { step: state.step, ...distances }];
      const live = new Live({
        ...{ network: asked.network, checkpoint, state, loss, tokensPerSecond, secondsLeft, backend, notice, points },
        stepped: asked.stepped,
      });
      yield (model = await this.look({ ...model, live }, state.network, asked.source === 'worst'));
      if (single) {
        training.stop();
        break;
      }
    }
    return model;
  }

  async *all(previous?: WindTunnel): AsyncGenerator<WindTunnel> {
    const { asked, signal, trainer } = this;
    // Until there are new numbers the old ones stand: all of them belong to the sequence that they are shown with.
    let model: WindTunnel = { ...(previous ?? begin(asked)), settled: false };
    if (!model.shown) yield (model = { ...begin(asked), trail: model.trail });
    const trail = model.trail?.name === asked.network ? model.trail : await trainer.trail(asked.network);
    if (signal.aborted) return;
    model = { ...model, trail, live: liveOf({ ...model, trail }, asked) };
    const single = !asked.playing && asked.stepped > (model.live?.stepped ?? 0);
    model = this.withPhases(model, trail);
    if (asked.playing || single) model = yield* this.train(model, trail, single);
    if (signal.aborted) return;
    const network = liveOf(model, asked)?.state.network ?? (await this.networkOf(checkpointOf(trail, asked)));
    model = await this.look(model, network);
    if (signal.aborted) return;
    if (model.expected?.key !== expectedKey(asked)) model = { ...model, expected: undefined, computed: 0 };
    if (model.fresh?.key !== freshKey(asked, networkKey(model, asked))) model = { ...model, fresh: undefined };
    yield model;
    model = await this.ablate(model, network);
    model = yield* this.average(model, network);
    model = yield* this.comparePhases(model, trail);
    model = yield* this.expect(model);
    if (!signal.aborted) yield { ...model, settled: true };
  }
}

export async function* run(asked: Asked, context: RunContext<WindTunnel>): AsyncGenerator<WindTunnel> {
  yield* new Run(asked, context).all(context.previous);
}
