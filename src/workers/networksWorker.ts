import type { Trail } from '#contract/training.ts';
import { Connection } from './connection.ts';
import type { Port } from './protocol.ts';

interface Options {
  spawn(): Port | Promise<Port>;
  /** A file of `public/weights`, by its name. */
  load(name: string): Promise<ArrayBuffer>;
}

// A prediction of the longest sequence takes some 10 ms; opening a file verifies it.
const PATIENCE = 15_000;

/** The worker that predicts and opens trails: started when it is first needed, and again if it dies. */
export class NetworksWorker {
  private readonly options: Options;
  private connection: Promise<Connection> | undefined;
  private trails = new Map<string, Promise<Trail>>();

  constructor(options: Options) {
    this.options = options;
  }

  /** Acts on the worker, and once more if it dies meanwhile. */
  async with<T>(act: (connection: Connection) => Promise<T>): Promise<T> {
    const current = this.connect();
    try {
      return await act(await current);
    } catch (error) {
      if (this.connection === current) throw error;
      return act(await this.connect());
    }
  }

  /** Opens a file in this worker, once. A failure is forgotten, so that it can be tried again. */
  open(connection: Connection, name: string): Promise<Trail> {
    const { trails } = this;
    const before = trails.get(name);
    if (before) return before;
    const opened = this.options.load(name).then((file) => connection.ask('open', { name, file }).answer);
    trails.set(name, opened);
    opened.catch(() => trails.delete(name));
    return opened;
  }

  private connect(): Promise<Connection> {
    if (this.connection) return this.connection;
    const started = Promise.resolve(this.options.spawn()).then((port) => {
      const connection = new Connection(port, PATIENCE);
      connection.onFailure = forget;
      return connection;
    });
    const forget = () => {
      if (this.connection !== started) return;
      this.connection = undefined;
      this.trails = new Map();
    };
    started.catch(forget);
    return (this.connection = started);
  }
}
