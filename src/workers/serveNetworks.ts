/** What the worker of networks does: opens trails, predicts, draws. Small steps of all that is asked for take turns. */
import type { Network, Prediction } from '#contract/training.ts';
import { continueText } from '#model/continuations.ts';
import { lastPredictor, predictor, residualReader } from '#model/predict.ts';
import { readNetwork, writeNetwork } from '#model/ownNetwork.ts';
import { parseToldTrail, transformerOf } from '#model/toldPlaces.ts';
import { withoutHead } from '#model/withoutHead.ts';
import type { OpenTrail } from '#model/trail.ts';
import { nextTask } from './nextTask.ts';
import type { Answers, FromWorker, Question, Scope } from './protocol.ts';
import type { Drawing } from './trainerProtocol.ts';

type Asked<K> = Extract<Question, { kind: K }>;

/** What takes its turn in small steps. */
type Stepwise = 'predictions' | 'residual' | 'draw';
type Part = Prediction | readonly Float32Array[];

/** Its values are parts of the answer; undefined is a step that has found nothing yet. */
type Work<K extends Stepwise> = Generator<Part | undefined, Answers[K]>;

function* predictions(asked: Asked<'predictions'>): Work<'predictions'> {
  const { network, sequences, attention, without, last } = asked;
  const predict = (last ? lastPredictor : predictor)(without ? withoutHead(network, without) : network);
  for (const sequence of sequences) yield predict(sequence, attention);
  return { count: sequences.length };
}

function* residual({ network, sequences }: Asked<'residual'>): Work<'residual'> {
  const stages = residualReader(network);
  for (const sequence of sequences) yield stages(sequence);
  return { count: sequences.length };
}

/** The network's own predictions at a temperature, and nothing cut off. */
const whole = { topK: Infinity, topP: 1, minP: 0 };

function* draw({ network, prompt, options }: Asked<'draw'>): Work<'draw'> {
  if (prompt.length === 0) throw new RangeError('prompt must be of at least one token');
  return yield* drawn(network, prompt, options);
}

function* drawn(network: Network, prompt: Uint16Array, options: Drawing): Work<'draw'> {
  const transformer = transformerOf(network);
  const found = Array.from({ length: options.count }, () => new Uint16Array(options.length));
  const ends = found.map(() => 0);
  for (const event of continueText(transformer, prompt.subarray(1), { ...options, ...whole }, prompt[0])) {
    if (event) found[event.continuation][ends[event.continuation]++] = event.token;
    yield undefined;
  }
  return found;
}

/** What is handed over is of no more use here. */
function transferOf(part: Part): ArrayBuffer[] {
  if (!('logProbabilities' in part)) return part.map(({ buffer }) => buffer as ArrayBuffer);
  return [part.logProbabilities, part.attention].flatMap((values) => (values ? [values.buffer as ArrayBuffer] : []));
}

export function serveNetworks(scope: Scope): void {
  const trails = new Map<string, OpenTrail>();
  const tasks: { readonly job: number; readonly work: Work<Stepwise> }[] = [];
  let working = false;

  const answer = (job: number, value: Answers['open' | 'checkpoint' | 'writeNetwork' | 'readNetwork' | Stepwise]) =>
    scope.postMessage({ kind: 'answer', job, answer: value });

  /** Whatever goes wrong here is the question's fault: nothing is kept between questions but trails that could be opened. */
  function refusing(job: number, act: () => void): void {
    try {
      act();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      scope.postMessage({ kind: 'refused', job, message } satisfies FromWorker);
    }
  }

  function step(task: (typeof tasks)[number]): void {
    const { value, done } = task.work.next();
    if (done) answer(task.job, value);
    else {
      tasks.push(task);
      if (value) scope.postMessage({ kind: 'part', job: task.job, part: value }, transferOf(value));
    }
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      const current = task;
      refusing(current.job, () => step(current));
      await nextTask();
    }
    working = false;
  }

  function handle(message: Question): void {
    switch (message.kind) {
      case 'open': {
        const opened = parseToldTrail(message.file);
        trails.set(message.name, opened);
        return answer(message.job, opened.trail);
      }
      case 'checkpoint': {
        const trail = trails.get(message.name);
        if (!trail) throw new Error(`The file ${message.name} has not been opened.`);
        return answer(message.job, trail.network(message.index));
      }
      case 'writeNetwork':
        return answer(message.job, writeNetwork(message.own));
      case 'readNetwork':
        return answer(message.job, readNetwork(message.file));
      case 'predictions':
        return begin(message.job, predictions(message));
      case 'residual':
        return begin(message.job, residual(message));
      case 'draw':
        return begin(message.job, draw(message));
    }
  }

  function begin(job: number, stepwise: Work<Stepwise>): void {
    tasks.push({ job, work: stepwise });
    void work();
  }

  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'cancel') {
      const place = tasks.findIndex(({ job }) => job === data.job);
      if (place >= 0) tasks.splice(place, 1);
    } else if (data.kind !== 'rest' && data.kind !== 'enough') refusing(data.job, () => handle(data));
  });
}
