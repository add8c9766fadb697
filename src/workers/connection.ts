import { Refusal } from './refusal.ts';
import type { Answers, FromWorker, Kind, PartOf, Port, Questions } from './protocol.ts';

interface Open {
  resolve(answer: Answers[Kind]): void;
  reject(error: Error): void;
  part?(part: unknown): void;
}

/**
 * The client's end of a worker. While a question is open the worker must be heard of every `patience` milliseconds; a worker
 * that is silent for longer, or fails, is terminated, and every open question is rejected with a sentence for the reader.
 */
export class Connection {
  private readonly port: Port;
  /** Called when the worker fails while nobody closed it. */
  onFailure: (error: Error) => void = () => {};
  private readonly open = new Map<number, Open>();
  private jobs = 0;
  /** Milliseconds of silence, while a question is open, after which the worker counts as dead. */
  patience: number;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private failure: Error | undefined;

  constructor(port: Port, patience: number) {
    this.port = port;
    this.patience = patience;
    port.addEventListener('message', ({ data }) => this.receive(data));
    port.addEventListener('error', ({ message }) =>
      this.fail(`The worker stopped: ${message || 'it could not be loaded'}.`),
    );
    port.addEventListener('messageerror', () => this.fail('A message of the worker could not be read.'));
  }

  /** `part` is called with whatever comes before the answer. */
  ask<K extends Kind>(kind: K, question: Questions[K], part?: (part: PartOf<K>) => void): Asked<K> {
    const job = ++this.jobs;
    const answer = new Promise<Answers[K]>((resolve, reject) => {
      if (this.failure) return reject(this.failure);
      this.open.set(job, { resolve: resolve as Open['resolve'], reject, part: part as Open['part'] });
      this.port.postMessage({ kind, job, ...question } as Parameters<Port['postMessage']>[0]);
      this.listen();
    });
    return { job, answer };
  }

  /** The question stays without an answer. */
  cancel(job: number): void {
    if (!this.open.delete(job)) return;
    this.port.postMessage({ kind: 'cancel', job });
    this.listen();
  }

  /** Wants the answer as soon as possible. */
  enough(job: number): void {
    if (this.open.has(job)) this.port.postMessage({ kind: 'enough', job });
  }

  /** Lets a worker that has something to do begin no step for a while. */
  rest(milliseconds: number): void {
    if (this.open.size > 0) this.port.postMessage({ kind: 'rest', milliseconds });
  }

  /** Ends the worker; open questions are rejected. */
  close(reason = 'The worker was closed.'): void {
    if (this.failure) return;
    this.failure = new Error(reason);
    clearTimeout(this.watchdog);
    this.port.terminate();
    for (const { reject } of this.open.values()) reject(this.failure);
    this.open.clear();
  }

  private fail(reason: string): void {
    if (this.failure) return;
    this.close(reason);
    this.onFailure(new Error(reason));
  }

  private receive(message: FromWorker): void {
    if (this.failure) return;
    if (message.kind === 'failed') return this.fail(message.message);
    const open = this.open.get(message.job);
    if (message.kind === 'part') open?.part?.(message.part);
    else {
      this.open.delete(message.job);
      if (message.kind === 'answer') open?.resolve(message.answer);
      else open?.reject(new Refusal(message.message));
    }
    this.listen();
  }

  private listen(): void {
    clearTimeout(this.watchdog);
    if (this.open.size === 0) return;
    const seconds = Math.round(this.patience / 1000);
    this.watchdog = setTimeout(() => this.fail(`The worker did not answer for ${seconds} seconds.`), this.patience);
  }
}

export interface Asked<K extends Kind> {
  readonly job: number;
  readonly answer: Promise<Answers[K]>;
}
