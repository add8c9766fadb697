/** What `train/ship_positions.py` measures on the shipped networks, in bits. */
export interface Measured {
  readonly mean: number;
  readonly error: number;
}

/** What each reader saves on the place of a row; the control was given places dealt anew. */
export interface Place {
  readonly linear: Measured;
  readonly hidden: Measured;
  readonly control?: Measured;
}

export interface Row {
  readonly name: string;
  readonly layers?: number;
  readonly parameters?: number;
  /** Per character, and beyond what the network `none` pays on the same windows. */
  readonly loss?: Measured;
  readonly overNone?: Measured;
  /** Of the embedding, and behind each block. */
  readonly place: readonly Place[];
}

export interface Measurements {
  readonly networks: readonly Row[];
}
