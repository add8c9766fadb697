/* What was measured: docs/model-cards/{family,reader,rates}.json, and table 1 of Delétang and others. In bits and characters; a test compares. */

export interface Network {
  readonly name: string;
  readonly parameters: number;
  /** Bits for each character of the held-out text, from weights of 8 bits. */
  readonly bits: number;
}

export const networks = {
  n10k: { name: '10k', parameters: 9808, bits: 2.738 },
  n32k: { name: '32k', parameters: 31904, bits: 2.364 },
  n113k: { name: '113k', parameters: 112960, bits: 2.056 },
  n354k: { name: '354k', parameters: 353952, bits: 1.903 },
  n1m: { name: '1m', parameters: 1013120, bits: 1.8 },
  reader: { name: 'reader', parameters: 1713712, bits: 1.5987 },
} as const satisfies Record<string, Network>;

/** Of 10⁹ bytes of Wikipedia, in percent of their size; two bytes for each parameter are not counted. */
export const published = {
  t200k: { name: '0.2M', title: 'a transformer of 200 thousand parameters', parameters: 2e5, percent: 30.9 },
  t800k: { name: '0.8M', title: 'a transformer of 800 thousand parameters', parameters: 8e5, percent: 21.7 },
  t3m: { name: '3.2M', title: 'a transformer of 3.2 million parameters', parameters: 3.2e6, percent: 17 },
  c1b: { name: '1B', title: 'Chinchilla 1B', parameters: 1e9, percent: 11.3 },
  c7b: { name: '7B', title: 'Chinchilla 7B', parameters: 7e9, percent: 10.2 },
  llama: { name: 'L 7B', title: 'Llama 2 7B', parameters: 7e9, percent: 8.9 },
  c70b: { name: '70B', title: 'Chinchilla 70B', parameters: 70e9, percent: 8.3 },
} as const;
export const publishedPlain = { gzip: 32.3, lzma: 23 } as const;

/** Characters from the beginning of the eight books, and bits for each: gzip, and counts after up to four letters that begin with nothing. */
export const beginnings = [
  [1000, 4.496, 4.3239], [2000, 4.112, 4.0128], [5000, 3.888, 3.7137], [10000, 3.6976, 3.4462], [20000, 3.4952, 3.1229], [50000, 3.2264, 2.7308],
  [100000, 3.097, 2.5153], [200000, 3.0127, 2.3289], [500000, 2.9793, 2.1576], [1000000, 2.975, 2.123], [2000000, 3.0057, 2.1476], [4739371, 2.983, 2.0714],
] as const; // prettier-ignore

/** Characters that the network has learned from, and bits for each character of text that it has not. */
export const trails = {
  n10k: [[0, 6.588], [65536, 6.485], [131072, 6.07], [262144, 5.023], [372736, 4.529], [524288, 4.141], [741376, 3.717], [1048576, 3.573], [1482752, 3.468], [2097152, 3.209], [2965504, 3.05], [4194304, 2.946], [5931008, 2.842]],
  n32k: [[0, 6.593], [65536, 6.329], [131072, 5.603], [262144, 4.499], [372736, 4.003], [524288, 3.639], [741376, 3.508], [1048576, 3.251], [1482752, 2.933], [2097152, 2.752], [2965504, 2.648], [4194304, 2.571], [5931008, 2.469]],
  n113k: [[0, 6.603], [65536, 6.031], [131072, 4.959], [262144, 3.976], [372736, 3.62], [524288, 3.512], [741376, 3.381], [1048576, 2.951], [1482752, 2.633], [2097152, 2.487], [2965504, 2.371], [4194304, 2.281], [5931008, 2.148]],
} as const; // prettier-ignore

/** What is known of how much a parameter holds, in bits: Allen-Zhu and Li, of facts; Morris and others, of texts without any regularity. */
export const held = { facts: 2, noise: 3.6 } as const;
