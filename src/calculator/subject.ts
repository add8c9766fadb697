/** What a reader's input is taken for, and what it holds for the measures. Amounts of information are in nats. */

export const kinds = [
  'distribution',
  'two',
  'joint',
  'counts',
  'logits',
  'outcomes',
  'tokens',
  'chain',
  'channel',
  'text',
  'pairs',
] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Readonly<Record<Kind, string>> = {
  distribution: 'A distribution',
  two: 'Two distributions',
  joint: 'A joint table',
  counts: 'Counts',
  logits: 'Logits',
  outcomes: 'Log-probabilities of outcomes',
  tokens: 'Log-probabilities of the tokens of a text',
  chain: 'A Markov chain (rows: from, columns: to)',
  channel: 'A channel (rows: sent, columns: received)',
  text: 'A text',
  pairs: 'Paired columns',
};

export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

/** What a reader may set; a setting that a measure does not use changes nothing. */
export interface Settings {
  /** Of the logarithms in the input. */
  readonly base: 'auto' | 'e' | '2' | '10';
  /** Of Rényi and Tsallis. */
  readonly order: number;
  readonly temperature: number;
  /** Of the information bottleneck. */
  readonly beta: number;
  /** How many of the first tokens are a prompt, which is read and not scored. */
  readonly prompt: number;
}

export const usualSettings: Settings = { base: 'auto', order: 2, temperature: 1, beta: 5, prompt: 0 };

export interface Law {
  readonly p: readonly number[];
  readonly labels: readonly string[];
}

/** The parts of an input; a measure belongs to one of them. */
export interface Subject {
  law?: Law;
  counts?: { readonly counts: readonly number[] };
  logits?: { readonly logits: readonly number[] };
  tokens?: {
    readonly surprisals: readonly number[];
    readonly names: readonly string[];
    readonly weights?: readonly number[];
    /** Bytes of UTF-8 and characters of the text, where it is known. */
    readonly bytes?: number;
    readonly characters?: number;
    /** Tokens of the text that have no number. */
    readonly unscored?: number;
  };
  pair?: { readonly p: readonly number[]; readonly q: readonly number[]; readonly labels: readonly string[] };
  joint?: {
    readonly table: readonly (readonly number[])[];
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    /** The numbers that rows and columns stand for, if all of them are numbers. */
    readonly xs?: readonly number[];
    readonly ys?: readonly number[];
  };
  /** The counts behind a joint table. */
  tally?: { readonly counts: readonly (readonly number[])[] };
  numbers?: { readonly x: readonly number[]; readonly y: readonly number[] };
  chain?: { readonly matrix: readonly (readonly number[])[]; readonly states: readonly string[] };
  channel?: {
    readonly matrix: readonly (readonly number[])[];
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
  };
  text?: { readonly symbols: readonly number[]; readonly bytes: number };
}
export type Part = keyof Subject;

/** An input that was read. */
export interface Reading {
  readonly kind: Kind;
  /** Why it was taken for that, if nobody said so. */
  readonly because?: string;
  /** In a few words: `4 outcomes`. */
  readonly size: string;
  readonly subject: Subject;
  readonly warnings: readonly string[];
}

/** Why an input cannot be read, in a sentence for the reader that says where. */
export class Refusal extends Error {}
