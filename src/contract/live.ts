import type { TrainingState } from './training.ts';

/** A network that the reader trains. It stays in this computer: a page that was made when the book was built carries its numbers only. */
export class Live {
  readonly state: TrainingState;
  constructor(state: TrainingState) {
    this.state = state;
  }
  toJSON(): undefined {
    return undefined;
  }
}
