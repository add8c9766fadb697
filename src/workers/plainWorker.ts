import { Connection } from './connection.ts';
import type { RunningModel } from './backends.ts';
import type { Answers, Kind, PartOf, Parts, Port, Questions } from './protocol.ts';
import type { Task } from './reading.ts';
import type { Lane, Schedule } from './schedule.ts';

interface Options {
  spawn(): Port | Promise<Port>;
  weights(): Promise<ArrayBuffer>;
  forgetWeights(): void;
  readonly schedule: Schedule;
  takes(task: Task): boolean;
  measured(tokensPerSecond: number): void;
}

// A step takes some 30 ms; the start verifies the weights.
const PATIENCE = 15_000;
const MOST_RESTARTS = 2;
/** A speed over fewer rows is not worth telling. */
const FEWEST_ROWS = 64;

/** The plain reader's worker: started when it is first needed, and again when it fails while it has work. */
export class PlainWorker {
  private readonly options: Options;
  private model: Promise<RunningModel> | undefined;
  private restarts = 0;
  private rows = 0;
  private milliseconds = 0;

  constructor(options: Options) {
    this.options = options;
  }

  connect(): Promise<RunningModel> {
    this.model ??= this.start().catch((error: unknown) => {
      this.model = undefined;
      throw error;
    });
    return this.model;
  }

  /** Asks once more if the worker died over the question. Once `stopped` settles there may be no answer. */
  async ask<K extends Kind>(kind: K, question: Questions[K], stopped?: Promise<unknown>): Promise<Answers[K]> {
    const once = async () => {
      const { connection } = await this.connect();
      const { job, answer } = connection.ask(kind, question);
      void stopped?.then(() => connection.cancel(job));
      return answer;
    };
    return once().catch(once);
  }

  /**
   * What comes before the answer, as it comes. If the worker dies over the question a new one is asked, and what it says again
   * is passed over: equal questions have equal answers.
   */
  async *parts<K extends keyof Parts>(
    kind: K,
    question: Questions[K],
    stopped: Promise<void>,
  ): AsyncGenerator<PartOf<K>> {
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    let given = 0;
    for (let restarts = 0; !isStopped; restarts++) {
      const running = await Promise.race([this.connect(), stopped]);
      if (!running) return;
      const arrived: PartOf<K>[] = [];
      let [passed, answered] = [0, false];
      let failure: Error | undefined;
      let wake = () => {};
      const { job, answer } = running.connection.ask(kind, question, (part) => {
        if (passed++ >= given) arrived.push(part);
        wake();
      });
      answer.then(
        () => {
          answered = true;
          wake();
        },
        (error: Error) => {
          failure = error;
          wake();
        },
      );
      try {
        while (!isStopped && (arrived.length > 0 || (!answered && !failure))) {
          if (arrived.length === 0) await Promise.race([stopped, new Promise<void>((resolve) => (wake = resolve))]);
          else {
            given++;
            yield arrived.shift()!;
          }
        }
      } finally {
        running.connection.cancel(job);
      }
      if (!failure) return;
      if (restarts === MOST_RESTARTS) throw failure;
    }
  }

  private async start(): Promise<RunningModel> {
    const { spawn, weights, forgetWeights, schedule } = this.options;
    const [port, file] = await Promise.all([spawn(), weights()]);
    const connection = new Connection(port, PATIENCE);
    const { answer } = connection.ask('start', { backend: 'plain', file });
    const started = await answer.catch((error: unknown) => {
      forgetWeights();
      throw error;
    });
    const lane: Lane = {
      connection,
      batch: started.batch,
      takes: this.options.takes,
      measured: (rows, milliseconds) => this.measured(rows, milliseconds),
    };
    connection.onFailure = (error) => this.recover(lane, error);
    schedule.open(lane);
    return { connection, started };
  }

  /** The speed of late: what is older counts half as much each time. */
  private measured(rows: number, milliseconds: number): void {
    this.restarts = 0;
    this.rows += rows;
    this.milliseconds += milliseconds;
    if (this.rows < FEWEST_ROWS) return;
    this.options.measured((this.rows / this.milliseconds) * 1000);
    this.rows /= 2;
    this.milliseconds /= 2;
  }

  /** The windows that the dead worker had are read again by the next one. */
  private recover(lane: Lane, error: Error): void {
    const { schedule } = this.options;
    this.model = undefined;
    schedule.close(lane);
    if (this.restarts++ >= MOST_RESTARTS) {
      this.restarts = 0;
      return schedule.fail(error);
    }
    this.connect().catch((failure: Error) => schedule.fail(failure));
  }
}
