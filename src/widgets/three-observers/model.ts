import { cumulativeLoss } from '#sim/predictor.ts';
import { DirichletPredictor } from '#sim/dirichlet-predictor.ts';
import { registerDigits, registerPeriod } from '#sim/linear-register.ts';
import { costsKnowingLength, likelihoodOfRegisters, shortestRegister } from '#theory/codes/linear-complexity.ts';
import { digitsOf, registerOf, written, type Asked, type Told } from './parameters.ts';

export interface Observers {
  readonly digits: readonly number[];
  /** How many have been read: as many as the reader asks for, or all. */
  readonly read: number;
  /** −ln P of the first n digits for n = 0, 1, …, in nats. */
  readonly coin: readonly number[];
  readonly counter: readonly number[];
  readonly solver: readonly number[];
  /** What the solver has been told of the register; of the reader’s own string there is nothing to tell. */
  readonly told: Told;
  /** Cells of the shortest register that writes the first n digits. */
  readonly lengths: readonly number[];
  /** After how many digits the register begins again. */
  readonly period?: number;
}

/** One half of the solver’s belief is that coins were tossed: she never pays more than one bit above the coin. */
const orCoins = (n: number, nats: number) => n * Math.LN2 - Math.log(0.5 + 0.5 * Math.exp(n * Math.LN2 - nats));

/** What the digits cost one who believes in a register and has been told so much of it; without the half that is for coins. */
function costsOfRegister(lengths: readonly number[], told: Told, asked: Asked): number[] {
  if (told === 'form') return lengths.map((shortest, n) => n * Math.LN2 - Math.log(likelihoodOfRegisters(shortest, n)));
  const register = registerOf(asked);
  if (told === 'length') return costsKnowingLength(lengths, register.taps.length);
  // The string is the register’s: with the taps known, the seed costs a bit for each cell, and nothing comes after it.
  return lengths.map((_, n) => (told === 'seed' ? 0 : Math.LN2 * Math.min(n, register.taps.length)));
}

export function compute(asked: Asked): Observers {
  const isOwn = asked.source === 'own';
  const told = isOwn ? 'form' : asked.told;
  const register = registerOf(asked);
  const digits = isOwn ? digitsOf(asked.own) : Array.from(registerDigits(register, written));
  const { lengths } = shortestRegister(digits);
  return {
    digits,
    read: Math.min(asked.at, digits.length),
    coin: lengths.map((_, n) => n * Math.LN2),
    counter: [0, ...cumulativeLoss(new DirichletPredictor(2, asked.order, 0.5), digits)],
    solver: costsOfRegister(lengths, told, asked).map((nats, n) => orCoins(n, nats)),
    told,
    lengths,
    ...(!isOwn && { period: registerPeriod(register) }),
  };
}

export const observers = ['coin', 'counter', 'solver'] as const;
export type Observer = (typeof observers)[number];

/** Which probability an observer gave to the digit that was read last. */
export const gave = (model: Observers, who: Observer) =>
  model.read === 0 ? 1 : Math.min(1, Math.exp(model[who][model.read - 1] - model[who][model.read]));

/** What the solver believes by now: the probability of a register, and not of coins. The coins’ half of her belief has shrunk to ½ 2^(−n)/P. */
export const sure = ({ coin, solver, read }: Observers) => 1 - 0.5 * Math.exp(solver[read] - coin[read]);

/** After how many digits the solver has paid all but half a bit of what she pays in all. */
export const settled = ({ solver }: Observers) => {
  const last = solver[solver.length - 1];
  return solver.findIndex((nats) => nats > last - Math.LN2 / 2);
};
