import type { Backend, Signal } from '#contract/engine.ts';
import type { Training, TrainingRequest, TrainingSnapshot } from '#contract/training.ts';
import { backendNames } from '#contract/backendNames.ts';
import type { Connection } from './connection.ts';
import { Refusal } from './refusal.ts';
import { configOf, type Learned } from './trainerProtocol.ts';
import { PATIENCE_AT_START, type ChosenBackend, type TrainingBackends } from './trainingBackends.ts';
import { Changes } from './changes.ts';

/** Whether anybody can see what is learned. */
export interface Sight {
  isSeen(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface Classroom {
  readonly backends: TrainingBackends;
  readonly sight: Sight;
  /** All that learn in the page. Those that are eager share its time: each of n learns for 1/n of it. */
  readonly all: Set<LiveTraining>;
}

/** Milliseconds between snapshots. */
const BETWEEN = 250;
const PATIENCE = 20_000;
/** A step that is slow everywhere must not look like silence. */
const PATIENCE_IN_STEPS = 10;
/** After so many failures a backend is given up for this training. */
const MOST_FAILURES = 2;

/** The client's end of a training. It asks a worker for a quarter of a second of steps at a time, so that the worker owns nothing that could not be lost. */
export class LiveTraining implements Training {
  private readonly request: TrainingRequest;
  private readonly signal: Signal;
  private readonly classroom: Classroom;
  private readonly changes = new Changes();
  private readonly stopping: Promise<undefined>;
  private endStopping = (_: undefined) => {};
  private running: Promise<void> | undefined;
  private isPaused = false;
  /** Steps that were asked for one by one. */
  private singles = 0;
  private pace = 1;
  private isStopped = false;
  private isOver = false;
  private error: Error | undefined;
  /** What the worker is busy with. */
  private open: { readonly connection: Connection; readonly job: number } | undefined;
  private last: TrainingSnapshot | undefined;
  /** The newest snapshot, until somebody takes it, and over how many steps its loss is. */
  private fresh: { readonly snapshot: TrainingSnapshot; readonly steps: number } | undefined;
  /** Of late, in tokens and milliseconds. */
  private readonly speed = { tokens: 0, milliseconds: 0 };
  private trouble: { readonly backend: Backend; readonly reason: string } | undefined;

  constructor(request: TrainingRequest, signal: Signal, classroom: Classroom) {
    this.request = request;
    this.classroom = classroom;
    this.stopping = new Promise((resolve) => (this.endStopping = resolve));
    this.signal = signal;
    if (signal.aborted) this.stop();
    else signal.addEventListener('abort', this.stop, { once: true });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TrainingSnapshot> {
    this.running ??= this.run();
    try {
      while (!this.isStopped) {
        const { fresh } = this;
        if (fresh) {
          this.fresh = undefined;
          yield fresh.snapshot;
        } else if (this.isOver) {
          if (this.error) throw this.error;
          return;
        } else await this.changes.next();
      }
    } finally {
      this.stop();
    }
  }

  pause(): void {
    if (this.isPaused) return;
    this.isPaused = true;
    this.endSlice();
    // What is known of the step reached, once more.
    if (!this.open && this.last) this.fresh ??= { snapshot: this.last, steps: 0 };
    this.changes.tell();
  }

  resume(): void {
    this.isPaused = false;
    this.singles = 0;
    this.changes.tell();
  }

  step(): void {
    if (this.isPaused) this.singles++;
    this.changes.tell();
  }

  setPace(pace: number): void {
    if (!(pace > 0 && pace <= 1)) throw new RangeError(`pace must be above 0 and at most 1, got ${pace}`);
    this.pace = pace;
    this.changes.tell();
  }

  readonly stop = (): void => {
    if (this.isStopped) return;
    this.isStopped = true;
    this.signal.removeEventListener('abort', this.stop);
    this.endStopping(undefined);
    this.changes.tell();
  };

  /** It would learn if it were given the time. */
  get isEager(): boolean {
    return !this.isStopped && !this.isPaused && this.classroom.sight.isSeen();
  }

  private get share(): number {
    const eager = [...this.classroom.all].filter(({ isEager }) => isEager).length;
    return this.pace / Math.max(1, eager);
  }

  private endSlice(): void {
    if (this.open) this.open.connection.enough(this.open.job);
  }

  private async run(): Promise<void> {
    const { sight, all } = this.classroom;
    const unsubscribe = sight.subscribe(() => {
      if (!this.isEager) this.endSlice();
      this.changes.tell();
    });
    try {
      await this.learnSomewhere();
    } catch (error) {
      this.error = error as Error;
    }
    all.delete(this);
    unsubscribe();
    this.isOver = true;
    this.changes.tell();
  }

  /** Learns to the end, from the last snapshot on whenever a worker fails. */
  private async learnSomewhere(): Promise<void> {
    const { backends } = this.classroom;
    const size = { config: configOf(this.request.from), batch: this.request.batch };
    const failures = new Map<Backend, number>();
    while (!this.isStopped) {
      const except = new Set([...failures].filter(([, count]) => count >= MOST_FAILURES).map(([backend]) => backend));
      const chosen = await backends.choose(size, () => !this.isStopped, except);
      if (!chosen) return;
      const { backend } = chosen;
      let connection: Connection | undefined;
      try {
        connection = await backends.connect(backend);
        await this.learnOn(connection, chosen);
        return backends.release(backend, connection);
      } catch (error) {
        connection?.close();
        this.open = undefined;
        if (error instanceof Refusal) throw error;
        failures.set(backend, (failures.get(backend) ?? 0) + 1);
        this.trouble = { backend, reason: (error as Error).message };
      }
    }
  }

  /** Learns to the end, or until it is stopped. */
  private async learnOn(connection: Connection, { backend, tokensPerSecond }: ChosenBackend): Promise<void> {
    const { request } = this;
    const from = this.last?.state ?? request.from;
    connection.patience = PATIENCE_AT_START;
    const begun = connection.ask('begin', { backend, request: { ...request, from } });
    if (!(await Promise.race([begun.answer, this.stopping]))) return connection.cancel(begun.job);
    this.classroom.all.add(this);
    Object.assign(this.speed, { tokens: tokensPerSecond, milliseconds: 1000 });
    let step = 'network' in from ? from.step : 0;
    while (step < request.steps) {
      while (!this.isStopped && !this.isEager && this.singles === 0) await this.changes.next();
      if (this.isStopped) return;
      const isSingle = this.isPaused;
      const slice = { milliseconds: BETWEEN * this.share, steps: isSingle ? 1 : Infinity };
      const { job, answer } = connection.ask('learn', slice);
      this.open = { connection, job };
      const learned = await Promise.race([answer, this.stopping]);
      this.open = undefined;
      if (!learned) return connection.cancel(job);
      connection.patience = PATIENCE + (PATIENCE_IN_STEPS * learned.milliseconds) / learned.steps;
      step = learned.state.step;
      this.take(learned, backend);
      if (isSingle) this.singles = Math.max(0, this.singles - 1);
      else await this.rest(learned.milliseconds);
    }
  }

  /** The rest of the time, after so many milliseconds of learning. */
  private async rest(milliseconds: number): Promise<void> {
    const from = performance.now();
    while (this.isEager) {
      const left = from + milliseconds * (1 / this.share - 1) - performance.now();
      if (left <= 0) return;
      await this.changes.next(left);
    }
  }

  private take({ state, loss, steps, milliseconds }: Learned, backend: Backend): void {
    const { batch, steps: end } = this.request;
    const { speed, fresh, trouble } = this;
    const tokensPerStep = batch * state.network.config.context;
    speed.tokens = speed.tokens / 2 + steps * tokensPerStep;
    speed.milliseconds = speed.milliseconds / 2 + milliseconds;
    const tokensPerSecond = (1000 * speed.tokens) / speed.milliseconds;
    const others = fresh?.steps ?? 0;
    const notices = [fresh?.snapshot.notice, trouble && this.sayTrouble(backend)].filter(Boolean);
    this.trouble = undefined;
    this.last = {
      ...{ state, backend, tokensPerSecond, tokens: state.step * tokensPerStep },
      loss: (others > 0 ? others * fresh!.snapshot.loss + steps * loss : steps * loss) / (others + steps),
      secondsLeft: ((end - state.step) * tokensPerStep) / (tokensPerSecond * this.share),
      ...(notices.length > 0 && { notice: notices.join(' ') }),
    };
    this.fresh = { snapshot: this.last, steps: others + steps };
    this.changes.tell();
  }

  private sayTrouble(now: Backend): string {
    const { backend, reason } = this.trouble!;
    const from = this.last ? `from step ${this.last.state.step}` : 'from the beginning';
    const how = now === backend ? 'in a new worker' : `with ${backendNames[now]}`;
    return `${backendNames[backend]} failed: ${reason} Training went on ${from} ${how}.`;
  }
}
