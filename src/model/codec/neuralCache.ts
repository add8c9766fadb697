import { power } from './exponential.ts';

/** So many places are remembered, and of these at most so many are asked: the last ones after the same token. */
const PLACES = 0x4000;
const ASKED = 64;
/** Places are older by this than they are. */
const AGE = 100;
/** By how much weight all votes have there are so many parts λ: one from weight 1 on, one from 1/256 on, from 1/65536 on, and so forth. */
const PARTS = 6;
const FIRST_PART = 0.05;
const RATE = 0.02;

/**
 * The network’s states as a memory: a continuous cache (Grave, Joulin and Usunier 2017). Every earlier place s at which the last token was
 * the same as now votes for the token that came there, with the weight exp(0.1 hₛ·h − 15) / (100 + age). The prediction becomes
 * (1 − λ) p + λ times the votes’ shares, and λ goes 0.02 of the way to the posterior probability that the votes were right.
 */
export class NeuralCache {
  private readonly states: Float32Array[] = [];
  private readonly came = new Uint16Array(PLACES);
  /** The place before at which the last token was the same, of each place, and the last such place of each token. */
  private readonly before = new Int32Array(PLACES);
  private readonly last: Int32Array;
  private readonly parts = new Float64Array(PARTS).fill(FIRST_PART);
  private kind = 0;
  private place = -1;
  /** Of the places that are asked: the votes, which sum to λ, and for whom. */
  private readonly votes: number[] = [];
  private readonly tokens: number[] = [];

  constructor(vocabulary: number) {
    this.last = new Int32Array(vocabulary).fill(-PLACES);
  }

  /** After this token the network is in this state, which must stay as it is, and predicts p. */
  correct(token: number, state: Float32Array, p: Float64Array): void {
    const { states, came, before, last, votes, tokens, parts } = this;
    const place = ++this.place;
    votes.length = tokens.length = 0;
    let total = 0;
    for (let s = last[token]; s > place - PLACES && votes.length < ASKED; s = before[s % PLACES]) {
      const own = states[s % PLACES];
      let product = 0;
      for (let k = 0; k < own.length; k++) product += own[k] * state[k];
      const vote = power(0.1 * product - 15) / (AGE + place - s);
      total += vote;
      votes.push(vote);
      tokens.push(came[s % PLACES]);
    }
    states[place % PLACES] = state;
    before[place % PLACES] = last[token];
    last[token] = place;
    // So little is none.
    if (total < 1e-300) {
      votes.length = 0;
      return;
    }
    this.kind = 0;
    for (let rest = total; rest < 1 && this.kind < PARTS - 1; rest *= 256) this.kind++;
    const part = parts[this.kind];
    for (let v = 0; v < p.length; v++) p[v] *= 1 - part;
    for (let i = 0; i < votes.length; i++) p[tokens[i]] += votes[i] *= part / total;
  }

  /** This token came, to which the corrected prediction gave p. */
  learn(token: number, p: number): void {
    const { votes, tokens, parts, kind } = this;
    this.came[this.place % PLACES] = token;
    if (votes.length === 0) return;
    let right = 0;
    for (let i = 0; i < votes.length; i++) if (tokens[i] === token) right += votes[i];
    parts[kind] += RATE * (right / p - parts[kind]);
  }
}
