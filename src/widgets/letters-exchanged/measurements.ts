/** What `train/ship_positions.py` measures on the shipped networks, in bits. */
export interface Measured {
  readonly mean: number;
  readonly error: number;
}

export interface Row {
  readonly name: string;
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
