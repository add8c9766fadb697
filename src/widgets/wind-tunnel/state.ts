import type { Backend } from '#contract/engine.ts';
import { Live as Trained } from '#contract/live.ts';
import type { Trail } from '#contract/training.ts';
import { learnersAlong, type Laws, type Learners } from './learners.ts';
import type { Distances, Fresh } from './fresh.ts';
import { headOff, startToken, symbolsOf, type Asked } from './parameters.ts';
import { orderOf, sequenceOf } from './sequence.ts';

/** What the network predicts along the sequence on display, as plain data. */
export interface Shown {
  /** Of which network. */
  readonly network: string;
  /** ln q by position and symbol, rounded to a millionth. */
  readonly logs: Laws;
  /** At one position: weights [layer][head][token], token 0 the start. */
  readonly attention: { readonly position: number; readonly weights: readonly (readonly (readonly number[])[])[] };
}

/** Expected losses by position, in nats, of the chains on display: exact for two or three symbols of first order. */
export interface Expected {
  readonly key: string;
  readonly bayes: readonly number[];
  readonly believer: readonly number[];
  readonly irreducible: readonly number[];
}

/** The reader's network, which began as a checkpoint. */
export class Live extends Trained {
  readonly network: string;
  readonly checkpoint: number;
  /** Mean loss in nats per token since the snapshot before. */
  readonly loss: number;
  readonly tokensPerSecond: number;
  readonly secondsLeft: number;
  readonly backend: Backend | undefined;
  readonly notice: string | undefined;
  /** How far it was from each learner after so many steps of its own. */
  readonly points: readonly (Distances & { readonly step: number })[];
  /** The single steps that were asked for and taken. */
  readonly stepped: number;
  constructor(live: Omit<Live, 'toJSON'>) {
    super(live.state);
    this.network = live.network;
    this.checkpoint = live.checkpoint;
    this.loss = live.loss;
    this.tokensPerSecond = live.tokensPerSecond;
    this.secondsLeft = live.secondsLeft;
    this.backend = live.backend;
    this.notice = live.notice;
    this.points = live.points;
    this.stepped = live.stepped;
  }
}

export interface WindTunnel {
  readonly sequence: readonly number[];
  readonly symbols: number;
  readonly trail?: Trail;
  readonly shown?: Shown;
  readonly fresh?: Fresh;
  readonly expected?: Expected;
  /** The share of the exact expected losses that is computed. */
  readonly computed: number;
  /** By checkpoint, of the chains of training with as many symbols. */
  readonly phases: { readonly key: string; readonly points: readonly (Distances | null)[] };
  readonly live?: Live;
  /** How far the network on display is from each learner if a head is switched off. */
  readonly ablated?: { readonly key: string; readonly distances: Distances };
  /** Nothing more is going to come. */
  readonly settled: boolean;
}

export const phasesKey = (asked: Asked) => `${asked.network} ${symbolsOf(asked)}`;
export const expectedKey = (asked: Asked) => `${symbolsOf(asked)} ${orderOf(asked)} ${asked.alpha}`;
export const freshKey = (asked: Asked, network: string) =>
  `${network} ${symbolsOf(asked)} ${orderOf(asked)} ${asked.alpha} ${asked.seed}`;

/** What is known without any network. */
export const begin = (asked: Asked): WindTunnel => ({
  sequence: sequenceOf(asked),
  symbols: symbolsOf(asked),
  computed: 0,
  phases: { key: phasesKey(asked), points: [] },
  settled: false,
});

/** The checkpoint that is asked for, of those that there are. */
export const checkpointOf = (trail: Trail, { checkpoint }: Asked) => Math.min(checkpoint, trail.checkpoints.length - 1);

/** The reader's network, if it stands where the reader is now. */
export const liveOf = ({ live, trail }: Pick<WindTunnel, 'live' | 'trail'>, asked: Asked): Live | undefined =>
  live && trail && live.network === asked.network && live.checkpoint === checkpointOf(trail, asked) ? live : undefined;

/** Which network is meant, in a word that no other has. */
export function networkKey(model: Pick<WindTunnel, 'live' | 'trail'>, asked: Asked): string {
  const live = liveOf(model, asked);
  const index = model.trail ? checkpointOf(model.trail, asked) : asked.checkpoint;
  const off = headOff(asked) ? ` without ${asked.without}` : '';
  return `${asked.network} ${index}${live ? ` + ${live.state.step}` : ''}${off}`;
}

/** The position on display, of those that the sequence has. */
export const positionOf = ({ sequence }: Pick<WindTunnel, 'sequence'>, { position }: Asked) =>
  Math.min(position, sequence.length);

/** The sequence as the network reads it. */
export const tokensOf = (sequence: readonly number[], { network }: Asked, symbols: number) =>
  Uint16Array.from([startToken(network, symbols), ...sequence]);

const learnersOf = new WeakMap<readonly number[], { prior: string; learners: Learners }>();

/** The learners along the sequence on display, computed once. */
export function learnersOn({ sequence, symbols }: WindTunnel, asked: Asked): Learners {
  const prior = `${orderOf(asked)} ${asked.alpha}`;
  let known = learnersOf.get(sequence);
  if (known?.prior !== prior)
    learnersOf.set(sequence, (known = { prior, learners: learnersAlong(sequence, symbols, asked) }));
  return known.learners;
}

/** Whether another prior than that of training is on display. */
export const isOtherPrior = (asked: Asked) => asked.alpha !== 1 || orderOf(asked) !== 1;
