/**
 * The closed vocabulary of the chapters, as data: what the linter checks and the components implement. Every property is a
 * literal in quotes; what its text must be is one of these kinds.
 */
export type PropKind =
  | 'words'
  | 'name' // a-z, 0-9 and hyphens, unique on the page among components of its kind
  | 'number'
  | 'yes' // the word yes
  | 'yes or no'
  | 'status'
  | 'tex'
  | 'source'
  | 'term'
  | 'quantity'
  | 'bet' // of this chapter or an earlier one
  | 'heading' // the anchor of a later one on the page
  | 'widget'
  | 'explore' // of this page
  | 'preset' // this and the following of the widget named here, of the Explore named here, or of the one around
  | 'parameter'
  | 'readout'
  | 'readouts' // with spaces between
  | 'sweep' // a parameter and its values: noise 0..1 by 0.1
  | 'condition'
  | 'expression'; // readouts with + - and parentheses

export interface Component {
  readonly props: Readonly<Record<string, PropKind>>;
  readonly required?: readonly string[];
  /** Further properties are initial values of the widget, written as in a URL. */
  readonly takesValues?: true;
  /** Stands only inside of one of these. */
  readonly inside?: readonly string[];
  /** Components that it must contain, at any depth, and how often. */
  readonly contains?: Readonly<Record<string, 'once' | 'at least once'>>;
  /** Has no content. */
  readonly empty?: true;
}

export const statuses = ['theorem', 'quoted', 'empirical', 'contested', 'heuristic', 'wrong'] as const;

export const vocabulary: Readonly<Record<string, Component>> = {
  Explore: {
    props: { id: 'name', widget: 'widget', preset: 'preset' },
    required: ['id', 'widget'],
    takesValues: true,
    contains: { Figure: 'once' },
  },
  // In an Explore it is that widget; elsewhere it has values of its own.
  Figure: { props: { widget: 'widget', preset: 'preset' }, takesValues: true, empty: true },
  Scrub: { props: { param: 'parameter' }, required: ['param'], inside: ['Explore'], empty: true },
  Value: { props: { of: 'readout', bare: 'yes' }, required: ['of'], inside: ['Explore'], empty: true },
  // Words that become a button: it puts the figure of the Explore around, or of the one that is named, into a state.
  Try: { props: { figure: 'explore', preset: 'preset' }, takesValues: true },
  Show: { props: { when: 'condition' }, required: ['when'], inside: ['Explore'] },
  Derivation: {
    props: { title: 'words' },
    required: ['title'],
    inside: ['Explore'],
    contains: { Step: 'at least once' },
  },
  Step: {
    props: { tex: 'tex', left: 'readout', right: 'expression', why: 'words' },
    required: ['tex', 'left', 'right', 'why'],
    inside: ['Derivation'],
    empty: true,
  },
  // What it contains besides lines is the statement of the theorem. A line claims a formula or says words, and may hold its reason at length.
  Proof: {
    props: { id: 'name', title: 'words' },
    required: ['id', 'title'],
    contains: { Line: 'at least once' },
  },
  Line: {
    props: { tex: 'tex', says: 'words', left: 'readout', right: 'expression', why: 'words' },
    required: ['why'],
    inside: ['Proof'],
  },
  Q: { props: { is: 'quantity' }, required: ['is'] },
  Term: { props: { id: 'term' }, required: ['id'] },
  Cite: { props: { id: 'source', at: 'words' }, required: ['id'], empty: true },
  Note: { props: {} },
  Bet: {
    props: { id: 'name', answer: 'yes or no', again: 'bet', until: 'heading' },
    required: ['id', 'answer'],
    contains: { Reveal: 'once' },
  },
  // A curve where there is a sweep, else a bar for each readout. Information is guessed in bits, up to max.
  Predict: {
    props: {
      id: 'name',
      widget: 'widget',
      of: 'readouts',
      sweep: 'sweep',
      across: 'words',
      max: 'number',
      preset: 'preset',
    },
    required: ['id', 'widget', 'of'],
    takesValues: true,
    contains: { Reveal: 'once' },
  },
  Reveal: { props: {}, inside: ['Bet', 'Predict'] },
  Exercise: {
    props: { id: 'name', misconception: 'words' },
    required: ['id', 'misconception'],
    contains: { Solution: 'once' },
  },
  Choice: { props: { right: 'yes' }, inside: ['Exercise'], contains: { Reply: 'once' } },
  Reply: { props: {}, inside: ['Choice'] },
  Numeric: {
    props: { widget: 'widget', of: 'readout', within: 'number', preset: 'preset' },
    required: ['widget', 'of', 'within'],
    takesValues: true,
    inside: ['Exercise'],
    contains: { Otherwise: 'once' },
  },
  Wrong: { props: { value: 'number', within: 'number' }, required: ['value', 'within'], inside: ['Numeric'] },
  Otherwise: { props: {}, inside: ['Numeric'] },
  Solution: { props: {}, inside: ['Exercise'] },
  Claims: { props: {}, contains: { Claim: 'at least once' } },
  Claim: {
    props: { id: 'name', status: 'status', cite: 'source', widget: 'widget' },
    required: ['id', 'status'],
    inside: ['Claims'],
  },
  // The claims of every chapter, as they stand there.
  AllClaims: { props: {}, empty: true },
  // What the reader has bet in the whole book.
  Record: { props: {}, empty: true },
  Correction: { props: { source: 'words' }, required: ['source'] },
  SourcesErr: { props: {}, contains: { Correction: 'at least once' } },
  Takeaways: { props: {} },
};
