import type { Connection } from './connection.ts';
import type { Task, WindowReading } from './reading.ts';

/** A worker that reads, as the schedule sees it. */
export interface Lane {
  readonly connection: Connection;
  /** Windows that it takes at a time. */
  readonly batch: number;
  takes(task: Task): boolean;
  /** Rows that went through the network, and the time that took. */
  measured(rows: number, milliseconds: number): void;
}

interface Work {
  readonly reading: WindowReading;
  readonly task: Task;
}

/** Hands the windows of all readings to the workers: the newest reading first, each in the order of its urgency. */
export class Schedule {
  private readings: WindowReading[] = [];
  private readonly lanes = new Map<Lane, { job: number; work: Work[] } | undefined>();

  add(reading: WindowReading): void {
    this.readings.unshift(reading);
    this.pump();
  }

  remove(reading: WindowReading): void {
    this.readings = this.readings.filter((other) => other !== reading);
    for (const [lane, current] of this.lanes) {
      if (!current?.work.every((work) => !this.readings.includes(work.reading))) continue;
      lane.connection.cancel(current.job);
      this.lanes.set(lane, undefined);
    }
    this.pump();
  }

  open(lane: Lane): void {
    this.lanes.set(lane, undefined);
    this.pump();
  }

  /** Forgets a lane; its windows go to the others. */
  close(lane: Lane): void {
    for (const { reading, task } of this.lanes.get(lane)?.work.toReversed() ?? []) reading.giveBack(task);
    this.lanes.delete(lane);
    this.pump();
  }

  /** No reading begins a step for a while. */
  rest(milliseconds: number): void {
    for (const [lane, current] of this.lanes) if (current) lane.connection.rest(milliseconds);
  }

  fail(error: Error): void {
    for (const reading of this.readings) reading.fail(error);
  }

  /** Gives work to every lane that has none. */
  pump(): void {
    for (const [lane, current] of this.lanes) if (!current) this.start(lane);
  }

  private start(lane: Lane): void {
    const work = this.take(lane);
    if (work.length === 0) return;
    const windows = work.map(({ task }) => task.job);
    const { job, answer } = lane.connection.ask('read', { windows }, (rows) => {
      const { reading, task } = work[rows.window];
      reading.add(task, rows);
    });
    const current = { job, work };
    this.lanes.set(lane, current);
    answer.then(
      ({ computed, milliseconds }) => {
        if (this.lanes.get(lane) !== current) return;
        this.lanes.set(lane, undefined);
        lane.measured(computed, milliseconds);
        this.pump();
      },
      // A lane that fails is closed by its owner.
      () => undefined,
    );
  }

  private take(lane: Lane): Work[] {
    const work: Work[] = [];
    for (const reading of this.readings) {
      for (let i = 0; i < reading.pending.length && work.length < lane.batch;) {
        if (lane.takes(reading.pending[i])) work.push({ reading, task: reading.pending.splice(i, 1)[0] });
        else i++;
      }
    }
    return work;
  }
}
