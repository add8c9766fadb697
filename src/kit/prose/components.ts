import type { ComponentType } from 'react';
import { Claim, Claims, Correction, SourcesErr, Table, Takeaways } from './Cards.tsx';
import { AllClaims } from './AllClaims.tsx';
import { Derivation, Explore, Figure, Scrub, Show, Step, Try, Value } from './Explore.tsx';
import { Predict } from './Predict.tsx';
import { Line, Proof } from './Proof.tsx';
import { Bet, Choice, Exercise, Numeric, Otherwise, Reply, Reveal, Solution, Wrong } from './Practice.tsx';
import { Record } from './Record.tsx';
import { Cite } from './Sources.tsx';
import { Note, Q, Term, Tex } from './Text.tsx';

/** The vocabulary of the chapters as components; `Tex` and `table` stand for Markdown's own formulas and tables. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each has its own properties, which the linter checks
export const components: Readonly<Record<string, ComponentType<any>>> = {
  Explore,
  Figure,
  Scrub,
  Value,
  Show,
  Try,
  Derivation,
  Step,
  Proof,
  Line,
  Q,
  Term,
  Cite,
  Note,
  Bet,
  Predict,
  Reveal,
  Exercise,
  Choice,
  Reply,
  Numeric,
  Wrong,
  Otherwise,
  Solution,
  Claims,
  Claim,
  AllClaims,
  Record,
  Correction,
  SourcesErr,
  Takeaways,
  Tex,
  table: Table,
};
