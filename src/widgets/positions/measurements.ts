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
  /** The change of the last prediction when two unlike neighbors are exchanged, the later one `distance` places before the last. */
  readonly swap: readonly (Measured & {
    readonly distance: number;
    readonly windows: number;
    readonly largest: number;
  })[];
  /** The same when all but the last character are dealt anew, and when two neighbors are replaced by other characters. */
  readonly shuffled: Measured & { readonly largest: number };
  readonly replaced: Measured;
}

export interface Measurements {
  readonly networks: readonly Row[];
  /** One text, whose neighbors are exchanged: entry i is about the distance i + 1. */
  readonly example: {
    readonly text: string;
    readonly networks: readonly {
      readonly name: string;
      /** The likeliest next character, and its probability, as the text stands. */
      readonly guess: string;
      readonly probability: number;
      readonly divergence: readonly number[];
    }[];
  };
}
