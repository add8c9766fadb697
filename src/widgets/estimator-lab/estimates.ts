/** How an entropy or an information is estimated. */
export const estimatorNames = {
  plugIn: 'plug-in',
  millerMadow: 'Miller–Madow',
  jackknife: 'jackknife',
  grassberger: 'Grassberger',
  chaoShen: 'Chao–Shen',
  bins: 'bins, plug-in',
  fit: 'normal fit',
  ksg: 'neighbors, KSG',
  infoNce: 'InfoNCE',
  donskerVaradhan: 'DV',
  nguyenWainwrightJordan: 'NWJ',
} as const;

export type Estimator = keyof typeof estimatorNames;

/** What one estimator says of samples, in nats. */
export interface Row {
  readonly estimator: Estimator;
  /** One estimate for each sample; for the reader’s columns, for each shuffle of them. */
  readonly draws: readonly number[];
  /** The mean over all samples of this size, where it is known. */
  readonly exact?: number;
  /** Of the reader’s columns as they are. */
  readonly observed?: number;
}

const most = 1e6;
/** What a message can hold: a finite number with few digits. */
export const rounded = (nats: number, parts = 1e4) => Math.round(Math.max(-most, Math.min(most, nats)) * parts) / parts;

const average = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

/** Mean of the samples and its standard error; undefined if there are fewer than two. */
export function meanOf({ draws }: Pick<Row, 'draws'>): { readonly mean: number; readonly error: number } | undefined {
  if (draws.length < 2) return undefined;
  const mean = average(draws);
  const variance = draws.reduce((total, value) => total + (value - mean) ** 2, 0) / (draws.length - 1);
  return { mean, error: Math.sqrt(variance / draws.length) };
}
