import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createConstantTrainer } from '../../../fixtures/constantTrainer.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { Live } from '#contract/live.ts';
import type { Network, Prediction, Trainer } from '#contract/training.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { describe as describeIt, tellOf } from './describe.ts';
import { pointOf, readingsOf } from './evaluate.ts';
import {
  comparedWith,
  isOver,
  keyOf,
  networkNow,
  ownRun,
  prepared,
  runOf,
  untrained,
  type Forgetting,
  type Run,
} from './model.ts';
import { params, type Asked } from './parameters.ts';
import { batch, run } from './run.ts';
import { readouts } from './readouts.ts';
import { moved, shortestText, textsOf, windowLength, windowsHeldOut } from './texts.ts';

const passages = readFileSync('train/passages.json', 'utf8');
const signal = new AbortController().signal;
const config = { vocabulary: 96, context: 128, width: 4, layers: 1, heads: 1 };
const book: Network = { config, values: Float32Array.of(1) };
const asking = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });

/** A text of the least length: few windows. */
const own = {
  data: 'own',
  text: Array.from({ length: shortestText }, (_, i) => String.fromCharCode(33 + (i % 89))).join(''),
} as const;

/** After n steps the network gives tokens 0 and 1 together n/(n + 1); the book’s is that of one step. */
function stand(change: Partial<Trainer> = {}) {
  const { trainer, asked } = createConstantTrainer();
  // Equal windows have equal predictions here, and take time.
  const known = new Map<number, Promise<readonly Prediction[]>>();
  const predict: Trainer['predict'] = async (network, sequences, options) => {
    const [step] = network.values;
    if (!known.has(step)) known.set(step, trainer.predict(network, sequences.slice(0, 1), options));
    const [one] = await known.get(step)!;
    return sequences.map(() => one);
  };
  const characters = Array.from({ length: 96 }, (_, i) => (i === 0 ? '\n' : String.fromCharCode(31 + i)));
  return {
    trainer: {
      ...trainer,
      trail: (name: string) => Promise.resolve({ name, config, parameters: 1, characters, checkpoints: [] }),
      checkpoint: () => Promise.resolve(book),
      predict,
      words: () => Promise.resolve(passages),
      ...change,
    },
    asked,
  };
}

async function all(change: Partial<Asked>, { trainer } = stand(), previous?: Forgetting) {
  const values = asking({ ...own, ...change });
  const models: Forgetting[] = [];
  for await (const model of run(values, { trainer, signal, previous, engine: undefined as never })) models.push(model);
  return { values, models, model: models[models.length - 1] };
}

describe('a run', () => {
  it('trains and loads nothing that nobody asked for', async () => {
    const double = stand({ checkpoint: () => Promise.reject(new Error('was loaded')) });
    const { models } = await all({}, double);
    expect(models).toHaveLength(1);
    expect(models[0].problem).toBeUndefined();
    expect(double.asked).toMatchObject({ trainings: [], estimates: 0 });
  });

  it('goes to the end, in ten points, and writes', async () => {
    const { model, values } = await all({ method: 'leash', playing: true });
    const found = runOf(model, values)!;
    expect(found.points.map(({ step }) => step)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(found.sample).toHaveLength(160);
    expect(networkNow(model, values)!.values).toEqual(Float32Array.of(100));
  });

  it.each([
    ['none', '0.5', 0, undefined],
    ['leash', '0.25', 0, Array<number>(batch).fill(0.25)],
    ['replay', '0.75', 6, undefined],
    ['oldLeash', '0.5', 4, [1, 1, 1, 1, 0, 0, 0, 0]],
  ] as const)('held by %s at %s asks for it', async (method, share, rows, shares) => {
    const double = stand();
    await all({ method, share, playing: true }, double);
    const [request] = double.asked.trainings;
    expect(request.source.kind === 'tokens' && request.source.mixed?.rows).toBe(rows || undefined);
    expect(request.teacher?.shares).toEqual(shares);
    if (shares) expect(request.teacher!.network).toBe(book);
    expect(request.from).toBe(book);
  });

  it('is undone: the network is the book’s again, and what is trained next begins from it', async () => {
    const double = stand();
    const first = await all({ playing: true }, double);
    const undone = { ...first.values, playing: false, round: 1 };
    const after = await all(undone, double, first.model);
    expect(networkNow(after.model, undone)).toBeUndefined();
    expect(runOf(after.model, undone)).toBeUndefined();
    expect(after.model.runs[0].points).toHaveLength(11);
    // Nothing brings it back: not the reset of the figure, which forgets how often something was undone.
    const reset = await all({ ...undone, round: 0 }, double, after.model);
    expect(networkNow(reset.model, reset.values)).toBeUndefined();
    await all({ ...undone, playing: true }, double, after.model);
    expect(double.asked.trainings.map(({ from }) => from)).toEqual([book, book]);
    expect(book.values).toEqual(Float32Array.of(1));
  });

  it('is of its own settings: others do not begin by themselves', async () => {
    const double = stand();
    const begun = await all({ playing: true, attempt: 1 }, double);
    for (const other of [{ method: 'replay' as const }, { data: 'play' as const }]) {
      const next = await all({ playing: true, attempt: 1, ...other }, double, begun.model);
      expect(double.asked.trainings).toHaveLength(1);
      expect(isOver(begun.model, next.values)).toBe(true);
    }
    const wanted = await all({ playing: true, attempt: 2, method: 'replay' }, double, begun.model);
    expect(double.asked.trainings).toHaveLength(2);
    expect(runOf(wanted.model, wanted.values)!.points).toHaveLength(11);
  });

  it('does not hide what was computed for the book before it is done', () => {
    const book = asking();
    const [points, state] = [prepared[0].points.slice(0, 1), { network: undefined, step: 5 } as never];
    const own: Run = { ...prepared[0], points, live: new Live(state) };
    const model: Forgetting = { ...untrained(book), runs: [own] };
    expect([runOf(model, book), ownRun(model, book)]).toEqual([prepared[0], own]);
    expect(comparedWith(model, book)).toContain(own);
    const done = { ...own, points: prepared[0].points };
    expect(runOf({ ...model, runs: [done] }, book)).toBe(done);
  });

  it('goes on where it was paused', async () => {
    const double = stand();
    const { trainer } = double;
    const stopped = new AbortController();
    const values = asking({ ...own, playing: true });
    let model!: Forgetting;
    for await (const next of run(values, {
      trainer,
      signal: stopped.signal,
      previous: undefined,
      engine: undefined as never,
    })) {
      // prettier-ignore
      model = next;
      if (runOf(model, values)?.live?.state.step === 25) stopped.abort();
    }
    const rest = await all(values, double, model);
    expect(double.asked.trainings[1].from).toMatchObject({ step: 25 });
    expect(runOf(rest.model, values)!.points.map(({ step }) => step)).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
  });

  it('says why nothing can be trained', async () => {
    const short = await all({ data: 'own', text: 'Too short.', playing: true });
    expect(short.model.problem).toMatch(/knows 10 characters/);
    // It stays, until something is changed.
    const still = await all({ text: 'Too short.' }, undefined, short.model);
    expect(still.model.problem).toMatch(/knows 10 characters/);
    const offline = await all(
      { playing: true },
      stand({ checkpoint: () => Promise.reject(new Error('Are you offline?')) }),
    );
    expect(offline.model.problem).toBe('Are you offline?');
    // A failure ends its own attempt, and not the next one, which tries again.
    expect(isOver(offline.model, offline.values)).toBe(true);
    const again = { ...offline.values, attempt: 1 };
    expect(isOver(offline.model, again)).toBe(false);
    const second = await all(again, undefined, offline.model);
    expect(second.model.problem).toBeUndefined();
    expect(isOver(second.model, again)).toBe(true);
    // With other settings nothing has failed.
    const other = await all({ seed: 2 }, undefined, offline.model);
    expect(other.model.problem).toBeUndefined();
  });
});

describe('what is measured', () => {
  const texts = textsOf(asking(), passages);
  it('is cross-entropy, divergence and distance', async () => {
    const { trainer } = stand();
    const at = (n: number) => readingsOf(trainer, { config, values: Float32Array.of(n) }, texts, signal);
    const [before, now] = [await at(1), await at(9)];
    const point = pointOf(7, before, now, texts);
    const law = (n: number) => Array.from({ length: 96 }, (_, k) => (k < 2 ? n / (n + 1) / 2 : 1 / (n + 1) / 94));
    const drift = relativeEntropy(law(1), law(9));
    closeAll([point.driftOld, point.driftNew, point.moved], [drift, drift, 8]);
    const cost = (windows: readonly Uint16Array[]) => {
      const followers = windows.flatMap((window) => [...window.subarray(1)]);
      return followers.reduce((sum, token) => sum - Math.log(law(9)[token]), 0) / followers.length;
    };
    closeAll([point.old, point.unseen, point.seen], [cost(texts.old), cost(texts.unseen), cost(texts.seen)]);
    expect(pointOf(0, before, before, texts)).toMatchObject({ oldError: 0, unseenError: 0, driftOld: 0, moved: 0 });
  });

  it('is held out: no window of the tests is in what is learned', () => {
    const learned = texts.train.join();
    for (const window of [...texts.unseen, ...texts.old]) {
      expect(window).toHaveLength(windowLength);
      expect(learned).not.toContain(window.join());
    }
    const replayed = texts.replay.join();
    for (const window of texts.old) expect(replayed).not.toContain(window.join());
    const mine = textsOf(asking(own), passages);
    expect([mine.train.length, mine.seen.length, mine.unseen.length]).toEqual([shortestText / 2, 2, 2]);
  });

  it('on a cipher that is its own inverse', () => {
    expect(moved('Hermia, a Zebra.')).toBe('Urezvn, n Mroen.');
    expect(moved(moved('Hermia, a Zebra.'))).toBe('Hermia, a Zebra.');
  });
});

describe('what is said', () => {
  const say = sayIn('bits');
  const point = { old: 1, unseen: 2, seen: 2, oldError: 0.01, unseenError: 0.02, driftOld: 0, driftNew: 0, moved: 0 };
  const runFor = (asked: Asked, to: number): Run => ({
    ...{ key: keyOf(asked), method: asked.method, share: asked.share, goal: Number(asked.steps) },
    points: [{ ...point, step: 0 }, { ...point, step: to, unseen: 1 }], // prettier-ignore
    live: new Live({ step: to } as never),
  });
  const modelOf = (asked: Asked, ...runs: Run[]): Forgetting => ({ ...untrained(asked), runs });

  it('has as many windows held out as there are, and no error of few', () => {
    for (const text of [own.text, own.text + 'a'.repeat(300), 'a'.repeat(3000), 'b'.repeat(20_000)])
      expect(windowsHeldOut(asking({ ...own, text }))).toBe(textsOf(asking({ ...own, text }), passages).unseen.length);
    for (const data of ['play', 'cipher'] as const)
      expect(windowsHeldOut(asking({ data }))).toBe(textsOf(asking({ data }), passages).unseen.length);
    const said = (text: string) => {
      const asked = asking({ ...own, text });
      const model = modelOf(asked, runFor(asked, 100));
      return [describeIt(model, asked, say), readouts.learnedError.none!(model, asked)];
    };
    expect(said(own.text)[0]).toContain('Learned: 1.443 (over 2 windows, too few to tell an error); forgotten: 0.000 ± 0.014.'); // prettier-ignore
    expect(said('a'.repeat(1500))[0]).toContain('Learned: 1.443 ± 0.029 (over 5 windows);');
    expect(said('a'.repeat(20_000))[0]).toContain('Learned: 1.443 ± 0.029; forgotten');
    expect([own.text, 'a'.repeat(1500)].map((text) => said(text)[1])).toEqual([true, false]);
  });

  it('tells runs of one method apart, and one that stopped from one that is done', () => {
    const leash = asking({ ...own, method: 'leash', steps: '50', share: '0.25' });
    const all = [
      runFor(asking({ ...own, steps: '50' }), 10),
      runFor(leash, 50),
      runFor({ ...leash, share: '0.875' }, 50),
      runFor({ ...leash, share: '0.875', rate: 0.001 }, 30),
    ];
    expect(all.map((run) => tellOf(run, all, say))).toEqual(['10 of 50 steps', '¼, rate 0.002', '⅞, rate 0.002', '⅞, rate 0.001, 30 of 50 steps']); // prettier-ignore
    expect(tellOf(all[1], all.slice(0, 2), say)).toBe('');
  });

  it('says what was undone', () => {
    const asked = asking(own);
    const { live: _, ...undone } = runFor(asked, 100);
    expect(describeIt(modelOf(asked, undone), asked, say)).toMatch(/is undone, and its path stays/);
    expect(describeIt(modelOf(asked), asked, say)).toMatch(/nothing is trained/);
  });
});

it('a run has one key, whatever the share of nothing', () => {
  expect(keyOf(asking({ share: '0.75' }))).toBe(keyOf(asking()));
  expect(new Set(prepared.map(({ key }) => key)).size).toBe(prepared.length);
});
