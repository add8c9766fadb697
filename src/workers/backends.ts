import type { Backend, BackendState, EngineStatus } from '#contract/engine.ts';
import { backendNames } from '#contract/backendNames.ts';
import { Connection } from './connection.ts';
import type { Answers, Port, Started } from './protocol.ts';

type Heavy = Exclude<Backend, 'plain'>;

/** Where to remember which backend was fastest: the guarded storage of the page. */
export interface Remember {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

export interface RunningModel {
  readonly connection: Connection;
  readonly started: Started;
}

interface Options {
  spawn(): Promise<Port>;
  weights(): Promise<ArrayBuffer>;
  probe(): Promise<Answers['probe']>;
  readonly remember: Remember;
  /** A TensorFlow.js backend takes over the heavy work, or (undefined) the plain reader takes it back. */
  run(model: RunningModel | undefined): void;
  changed(): void;
}

// The programs of a graphics processor take a second to compile at first, imitated in software many more.
const PATIENCE_AT_START = 90_000;
const PATIENCE = 20_000;

/**
 * Which TensorFlow.js backend does the heavy work, if any. Each runs in a worker of its own, which measures itself on the
 * model; the automatic choice keeps the fastest, or the plain reader if none is faster. What was fastest is remembered by the
 * name of the graphics processor. A backend that fails is given up until the reader chooses it again.
 */
export class Backends {
  private readonly options: Options;
  private readonly states: Record<Backend, BackendState>;
  private readonly alive = new Map<Heavy, RunningModel>();
  private choice: Backend | 'auto' = 'auto';
  private running: Backend = 'plain';
  private trouble: { readonly backend: Backend; readonly reason: string } | undefined;
  private plainIsMeasured = () => {};
  private readonly plainMeasured = new Promise<void>((resolve) => (this.plainIsMeasured = resolve));
  /** Counts decisions: a newer one overtakes one that is still waiting. */
  private decisions = 0;

  constructor(options: Options) {
    this.options = options;
    const unmeasured = (backend: Backend): BackendState => ({ backend, state: 'unmeasured' });
    this.states = {
      plain: { backend: 'plain', state: 'running' },
      webgl: unmeasured('webgl'),
      wasm: unmeasured('wasm'),
      cpu: unmeasured('cpu'),
    };
  }

  status(): EngineStatus {
    const { trouble, choice } = this;
    const notice =
      trouble &&
      `${backendNames[trouble.backend]} was given up: ${trouble.reason} Now ${backendNames[this.running]} reads.`;
    return { backends: Object.values(this.states), choice, notice };
  }

  choose(choice: Backend | 'auto'): void {
    this.choice = choice;
    this.trouble = undefined;
    if (choice !== 'auto' && !this.isUsable(choice)) this.set(choice, { state: 'unmeasured', reason: undefined });
    void this.decide();
  }

  /** A long text is being read: time to find out which backend is fastest, once. */
  consider(): void {
    if (this.choice === 'auto' && this.decisions === 0) void this.decide();
  }

  get isAutomatic(): boolean {
    return this.choice === 'auto';
  }

  /** Whether a backend is being tried out. */
  get isStarting(): boolean {
    return Object.values(this.states).some(({ state }) => state === 'starting');
  }

  /** Whether what reads now does its arithmetic where the page runs, and not on a graphics processor. */
  get usesProcessor(): boolean {
    return this.running !== 'webgl';
  }

  /** The plain reader is measured while it reads. */
  measuredPlain(tokensPerSecond: number): void {
    this.set('plain', { tokensPerSecond });
    this.plainIsMeasured();
  }

  private async decide(): Promise<void> {
    const decision = ++this.decisions;
    const isCurrent = () => decision === this.decisions;
    // If even the plain worker died, its own readings say so, and the next long text decides again.
    const best = await this.search(isCurrent).catch(() => undefined);
    if (!isCurrent()) return;
    if (!best) {
      this.decisions = 0;
      return;
    }
    this.running = best;
    for (const [backend, { connection }] of this.alive) {
      if (backend === best) continue;
      connection.close();
      this.alive.delete(backend);
    }
    for (const state of Object.values(this.states)) {
      if (state.backend === best) this.set(best, { state: 'running', reason: undefined });
      else if (state.state === 'running') this.set(state.backend, { state: 'ready' });
    }
    this.options.run(best === 'plain' ? undefined : this.alive.get(best));
    this.options.changed();
  }

  private async search(isCurrent: () => boolean): Promise<Backend> {
    const { choice } = this;
    if (choice === 'plain') return 'plain';
    if (choice !== 'auto' && (await this.start(choice, isCurrent))) return choice;
    const { renderer, software } = await this.options.probe();
    if (!renderer) this.set('webgl', { state: 'absent', reason: 'This browser offers no WebGL to a worker.' });
    else if (software)
      this.set('webgl', { reason: `${renderer} imitates a graphics processor, so it is not tried unasked.` });
    const key = `fastest backend with ${renderer ?? 'no WebGL'}`;
    const known = this.options.remember.get(key);
    if (known === 'plain') return 'plain';
    if ((known === 'webgl' || known === 'wasm' || known === 'cpu') && (await this.start(known, isCurrent)))
      return known;
    if (renderer && !software) await this.start('webgl', isCurrent);
    await this.start('wasm', isCurrent);
    if (this.alive.size === 0) await this.start('cpu', isCurrent);
    await this.plainMeasured;
    const speed = (backend: Backend) => this.states[backend].tokensPerSecond ?? 0;
    const best = [...this.alive.keys()].reduce<Backend>((a, b) => (speed(b) > speed(a) ? b : a), 'plain');
    if (isCurrent()) this.options.remember.set(key, best);
    return best;
  }

  /** True if the backend is up at the end. */
  private async start(backend: Heavy, isCurrent: () => boolean): Promise<boolean> {
    if (this.alive.has(backend)) return true;
    if (!isCurrent() || !this.isUsable(backend)) return false;
    this.set(backend, { state: 'starting', reason: undefined });
    try {
      const [port, file] = await Promise.all([this.options.spawn(), this.options.weights()]);
      const connection = new Connection(port, PATIENCE_AT_START);
      const started = await connection.ask('start', { backend, file }).answer;
      connection.patience = PATIENCE;
      connection.onFailure = (error) => this.giveUp(backend, error);
      this.set(backend, { state: 'ready', tokensPerSecond: started.tokensPerSecond });
      if (isCurrent()) this.alive.set(backend, { connection, started });
      else connection.close();
    } catch (error) {
      this.giveUp(backend, error as Error);
    }
    return this.alive.has(backend);
  }

  private giveUp(backend: Heavy, error: Error): void {
    this.alive.delete(backend);
    this.trouble = { backend, reason: error.message };
    this.set(backend, { state: 'failed', reason: error.message });
    if (backend !== this.running) return;
    this.running = 'plain';
    this.set('plain', { state: 'running' });
    this.options.run(undefined);
    void this.decide();
  }

  private isUsable(backend: Backend): boolean {
    return this.states[backend].state !== 'failed' && this.states[backend].state !== 'absent';
  }

  private set(backend: Backend, change: Partial<BackendState>): void {
    this.states[backend] = { ...this.states[backend], ...change };
    this.options.changed();
  }
}
