/** What is known of a token of the vocabulary. */
export interface TokenName {
  readonly text: string;
  /** The bytes, where the file gives them: a part of a character has no text of its own. */
  readonly bytes?: readonly number[];
  /** `text` is no part of the reply: a sign for the model such as its end, or a name that stands for an unknown text, such as a number. */
  readonly stands?: 'sign' | 'name';
}

export interface Alternative extends TokenName {
  readonly logProbability: number;
  /** The value is a floor of the server: the probability may be anything below it. */
  readonly floor?: true;
}

export interface LogProbabilityToken extends TokenName {
  /** −∞ for a probability of zero; absent where the file has none, as for the first token of a prompt. */
  readonly logProbability?: number;
  readonly floor?: true;
  /** 1 is the likeliest, where the file says so. */
  readonly rank?: number;
  /** What else could have come, in any order; what did come may be among it. */
  readonly alternatives: readonly Alternative[];
  /** Why an alternative is left out: it is impossible. */
  readonly leftOut?: string;
}
