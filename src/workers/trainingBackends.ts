import type { Backend } from '#contract/engine.ts';
import type { Config } from '#contract/training.ts';
import { backendNames } from '#contract/backendNames.ts';
import type { Remember } from './backends.ts';
import { Connection } from './connection.ts';
import type { Answers, Port } from './protocol.ts';
import { Refusal } from './refusal.ts';

export interface TrainingWorkers {
  /** The worker of networks: plain TypeScript. */
  spawnNetworks(): Port | Promise<Port>;
  /** Absent where there is no TensorFlow.js. */
  spawnTensorflow?(): Port | Promise<Port>;
  readonly remember: Remember;
  /** What the reader wants models to run on. */
  choice?(): Backend | 'auto';
}

export interface ChosenBackend {
  readonly backend: Backend;
  /** Measured on warmed steps of a network of the size asked for. */
  readonly tokensPerSecond: number;
}

interface Size {
  readonly config: Config;
  readonly batch: number;
}

// The programs of a graphics processor take seconds to compile at first, imitated in software many more.
export const PATIENCE_AT_START = 90_000;

const isBackend = (name: string | undefined): name is Backend => name !== undefined && name in backendNames;

const sizeOf = ({ config, batch }: Size) =>
  [config.vocabulary, config.context, config.width, config.layers, config.heads, batch].join('.');

/**
 * Which backend trains: the reader's choice, or the one that is fastest on warmed steps of the very network. What was fastest is
 * remembered by the name of the graphics processor and the sizes. Workers that are ready are kept, one at a time: what is warm begins
 * at once.
 */
export class TrainingBackends {
  private readonly workers: TrainingWorkers;
  /** Something trains now: what is measured meanwhile is not worth remembering. */
  private readonly isBusy: () => boolean;
  private readonly idle = new Map<Backend, Connection>();
  /** By size: tokens a second of each backend, 0 for one that cannot. */
  private readonly speeds = new Map<string, Map<Backend, number>>();
  private readonly reasons = new Map<Backend, string>();
  private graphics: Answers['probe'] | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(workers: TrainingWorkers, isBusy: () => boolean) {
    this.workers = workers;
    this.isBusy = isBusy;
  }

  /** One is chosen at a time. Undefined if it is not wanted any more; throws a sentence for the reader if nothing can train. */
  choose(size: Size, isWanted: () => boolean, except: ReadonlySet<Backend>): Promise<ChosenBackend | undefined> {
    const found = this.turn.then(() => this.search(size, isWanted, except));
    this.turn = found.catch(() => undefined);
    return found;
  }

  /** A worker for a backend: the one that is ready, or a new one. */
  async connect(backend: Backend): Promise<Connection> {
    const ready = this.idle.get(backend);
    if (ready) {
      this.idle.delete(backend);
      ready.onFailure = () => {};
      return ready;
    }
    const { spawnNetworks, spawnTensorflow } = this.workers;
    if (backend !== 'plain' && !spawnTensorflow) throw new Error('There is no TensorFlow.js here.');
    return new Connection(await (backend === 'plain' ? spawnNetworks() : spawnTensorflow!()), PATIENCE_AT_START);
  }

  /** Takes a worker back that is well. */
  release(backend: Backend, connection: Connection): void {
    this.keepOnly(undefined);
    this.keep(backend, connection);
  }

  private keep(backend: Backend, connection: Connection): void {
    connection.onFailure = () => this.idle.delete(backend);
    this.idle.set(backend, connection);
  }

  private keepOnly(best: Backend | undefined): void {
    for (const [backend, connection] of this.idle) {
      if (backend === best) continue;
      connection.close();
      this.idle.delete(backend);
    }
  }

  private async search(
    size: Size,
    isWanted: () => boolean,
    except: ReadonlySet<Backend>,
  ): Promise<ChosenBackend | undefined> {
    const speeds = this.speeds.get(sizeOf(size)) ?? new Map<Backend, number>();
    this.speeds.set(sizeOf(size), speeds);
    const speed = async (backend: Backend) => {
      if (except.has(backend) || !isWanted()) return 0;
      if (!speeds.has(backend)) await this.measure(backend, size, speeds);
      return speeds.get(backend) ?? 0;
    };
    const best = await this.fastest(sizeOf(size), speeds, speed, except);
    if (!isWanted()) return undefined;
    if (best) {
      this.keepOnly(best);
      return { backend: best, tokensPerSecond: speeds.get(best)! };
    }
    const reasons = Array.from(this.reasons, ([backend, reason]) => `${backendNames[backend]}: ${reason}`);
    throw new Error(`Nothing can train here. ${reasons.join(' ')}`);
  }

  private async fastest(
    size: string,
    speeds: ReadonlyMap<Backend, number>,
    speed: (backend: Backend) => Promise<number>,
    except: ReadonlySet<Backend>,
  ): Promise<Backend | undefined> {
    const choice = this.workers.choice?.() ?? 'auto';
    if (choice !== 'auto' && (await speed(choice))) return choice;
    if (!this.workers.spawnTensorflow) return (await speed('plain')) ? 'plain' : undefined;
    const { renderer, software } = await this.probe();
    const key = `fastest for training with ${renderer ?? 'no WebGL'}: ${size}`;
    const known = this.workers.remember.get(key);
    if (isBackend(known) && (await speed(known))) return known;
    // A graphics processor that is only imitated is slower than what imitates it.
    if (renderer && !software) await speed('webgl');
    await speed('wasm');
    if (!speeds.get('webgl') && !speeds.get('wasm')) await speed('cpu');
    await speed('plain');
    const able = [...speeds].filter(([backend, tokens]) => tokens > 0 && !except.has(backend));
    const best = able.sort((a, b) => b[1] - a[1])[0]?.[0];
    if (best && except.size === 0 && !this.isBusy()) this.workers.remember.set(key, best);
    return best;
  }

  private async measure(backend: Backend, { config, batch }: Size, speeds: Map<Backend, number>): Promise<void> {
    let connection: Connection | undefined;
    try {
      connection = await this.connect(backend);
      connection.patience = PATIENCE_AT_START;
      const { tokensPerSecond } = await connection.ask('measure', { backend, config, batch }).answer;
      speeds.set(backend, tokensPerSecond);
      this.keep(backend, connection);
    } catch (error) {
      connection?.close();
      // Without a network there is nothing to measure; without a worker, as offline, it is tried again another time.
      if (error instanceof Refusal) throw error;
      if (connection) speeds.set(backend, 0);
      this.reasons.set(backend, (error as Error).message);
    }
  }

  private async probe(): Promise<Answers['probe']> {
    if (this.graphics) return this.graphics;
    const connection = await this.connect('plain');
    try {
      this.graphics = await connection.ask('probe', {}).answer;
      this.keep('plain', connection);
      return this.graphics;
    } catch (error) {
      connection.close();
      throw error;
    }
  }
}
