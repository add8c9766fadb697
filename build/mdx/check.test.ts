import { beforeAll, describe, expect, it } from 'vitest';
import { choice, number, text } from '#contract/parameter.ts';
import { defineWidget } from '#contract/spec.ts';
import type { Book } from '#kit/prose/book.ts';
import { createFormulas } from '../formulas.ts';
import { checkChapter, type Library } from './check.ts';

const coin = defineWidget({
  id: 'coin',
  title: 'A coin',
  summary: 'Toss it.',
  terms: [],
  cites: [],
  params: {
    p: number({ label: 'p', default: 0.5, min: 0, max: 1, step: 0.01 }),
    side: choice({ label: 'Side', default: 'heads', options: [{ value: 'heads', label: 'heads' }] }),
    own: text({ label: 'Own', default: '', maximumLength: 10, transient: true }),
  },
  compute: ({ p }) => ({ p }),
  readouts: {
    heads: { label: 'heads', kind: 'probability', formula: 'p', source: '', of: ({ p }) => p },
    tails: { label: 'tails', kind: 'probability', formula: '1-p', source: '', of: ({ p }) => 1 - p },
    half: { label: 'half', kind: 'information', formula: '', source: '', of: ({ p }) => p * Math.LN2 },
    one: { label: 'one', kind: 'number', formula: '1', source: '', of: () => 1 },
  },
  describe: () => '',
  table: () => ({ columns: [], rows: [] }),
  laws: [],
  challenges: [],
  presets: [
    { id: 'fair', title: 'Fair', values: { p: 0.5 }, why: '' },
    { id: 'loaded', title: 'Loaded', values: { p: 0.9 }, why: '' },
    { id: 'mine', title: 'Mine', values: { own: 'x' }, why: '' },
  ],
});

const head = { part: 1, lede: '', unit: 'bits', minutes: 1, objectives: [], prerequisites: [] } as const;
const book: Book = {
  bibliography: new Map([['shannon1948', { id: 'shannon1948', authors: ['C. Shannon'], year: 1948, title: 'A' }]]),
  glossary: new Map(
    [
      ['bit', 'first'],
      ['unlisted', 'first'],
      ['later', 'second'],
    ].map(([id, chapter]) => [id, { id, term: id, definition: '', chapter }]),
  ),
  notation: new Map([['hx', { id: 'hx', symbol: '\\H(X)', name: '', spoken: 'H of X', color: 'x', definition: '' }]]),
  chapters: new Map([
    ['first', { ...head, id: 'first', title: 'First', number: '1', sections: [], widgets: [], terms: ['bit'] }],
  ]),
  bets: new Map([
    ['b', { chapter: 'first', kind: 'Bet' }],
    ['afresh', { chapter: 'first', kind: 'Bet' }],
    ['drawn', { chapter: 'first', kind: 'Predict' }],
    ['ahead', { chapter: 'second', kind: 'Bet' }],
  ]),
};
let library: Library;
beforeAll(async () => {
  const { formula } = await createFormulas(book.notation);
  library = { book, widgets: new Map([['coin', coin]]), order: ['first', 'second'], formula };
});

const problems = (source: string) =>
  checkChapter(source, 'first.mdx', 'first', library).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
const inExplore = (inside: string) => `<Explore id="a" widget="coin">\n\n${inside}\n\n<Figure />\n\n</Explore>\n`;

const sound = `---
title: First
---

## A heading

Words with $\\q{hx}{\\H(X)}$, a <Term id="bit">bit</Term>, <Q is="hx" /> and <Cite id="shannon1948" at="section 6" />.<Note>A note with $x$.</Note>

<Explore id="a" widget="coin" preset="loaded" p="0.3">

Set <Scrub param="p" />, read <Value of="heads" bare="yes" />. <Show when="tails > 0.5">Tails.</Show> Try <Try preset="fair">the fair one</Try>.

<Figure />

<Derivation title="A sum">
  <Step tex="1 = p + (1 - p)" left="one" right="heads + (one - heads)" why="always" />
  <Step tex="\\left(p\\right) \\le 1" left="heads" right="one" why="always" />
</Derivation>

<Proof id="sum" title="A theorem">
  All is one, as $x$ says.

  <Line tex="1 = p + (1 - p)" left="one" right="heads + (one - heads)" why="by $p$ itself" />
  <Line says="So $x$ is right." why="it was">
    At length.
  </Line>
</Proof>

</Explore>

<Proof id="bare" title="A theorem"><Line tex="x" why="x" /></Proof>

<Figure widget="coin" side="heads" />

<Bet id="b" answer="yes">Is it? <Reveal>It is.</Reveal></Bet>

<Bet id="afresh" answer="no" again="b">And this? <Reveal>It is not.</Reveal></Bet>

<Predict id="drawn" widget="coin" of="half" sweep="p 0..1 by 0.1" across="Chance of heads" max="1">How much? <Reveal>So much.</Reveal></Predict>

<Predict id="dragged" widget="coin" of="heads tails" preset="loaded">How many? <Reveal>Many.</Reveal></Predict>

<Predict id="unlinked" widget="coin" of="heads tails" preset="mine">How many? <Reveal>Many.</Reveal></Predict>

<Exercise id="e" misconception="None">
How much?
<Numeric widget="coin" of="tails" p="0.25" within="0.01"><Wrong value="0.25" within="0.01">No.</Wrong><Otherwise>No.</Otherwise></Numeric>
<Choice>a<Reply>No.</Reply></Choice>
<Solution>Three quarters.</Solution>
</Exercise>

<Claims><Claim id="c" status="theorem" cite="shannon1948" widget="coin">It is.</Claim></Claims>
`;

describe('the linter of chapters', () => {
  it('has nothing to say about a chapter without mistakes', () => {
    expect(problems(sound)).toEqual([]);
  });

  it.each([
    // Markup that is not part of the vocabulary.
    ['text\n\n<Slider />', '3:1 unknown component <Slider>'],
    ['a <b>bold</b> word', '1:3 raw HTML: <b>'],
    ['import x from "y"', '1:1 a chapter imports and exports nothing'],
    ['one {1 + 1} two', '1:5 expressions in braces are not part of the vocabulary'],
    ['![a picture](a.png)', '1:1 pictures are figures of widgets'],
    ['# Title', '1:1 the title is in the front matter; headings begin with ##'],
    ['## A\n\n## A', '3:1 another heading has the anchor “a”'],
    // Properties.
    ['<Q is={1} />', '1:4 is must be a literal in quotes'],
    ['<Note {...x}>y</Note>', '1:1 properties are literals in quotes, not {…}'],
    ['<Q is="hx" of="x" />', '1:12 <Q> has no property of'],
    ['<Term>bit</Term>', '1:1 <Term> needs id="…"'],
    ['<Bet id="B!" answer="yes"><Reveal>x</Reveal></Bet>', '1:6 id="B!" must be small letters, digits and hyphens'],
    ['<Bet id="b" answer="maybe"><Reveal>x</Reveal></Bet>', '1:13 answer is "yes" or "no"'],
    [
      '<Claims><Claim id="c" status="sure">x</Claim></Claims>',
      '1:23 status="sure" is none of theorem, empirical, contested, heuristic, wrong',
    ],
    // Bets whose answer is kept back.
    [
      '## A b\n\n<Bet id="c" answer="no" until="a-b"><Reveal>x</Reveal></Bet>',
      '3:25 no heading “a-b” follows on this page',
    ],
    ['<Bet id="c" answer="no" until="none"><Reveal>x</Reveal></Bet>', '1:25 no heading “none” follows on this page'],
    // Bets that are asked again.
    ['<Bet id="c" answer="no" again="none"><Reveal>x</Reveal></Bet>', '1:25 the book has no bet “none”'],
    ['<Bet id="c" answer="no" again="drawn"><Reveal>x</Reveal></Bet>', '1:25 the book has no bet “drawn”'],
    [
      '<Bet id="c" answer="no" again="ahead"><Reveal>x</Reveal></Bet>',
      '1:25 “ahead” is asked for the first time only in “second”',
    ],
    ['<Bet id="b" answer="no" again="b"><Reveal>x</Reveal></Bet>', '1:25 “b” is not asked before this'],
    ['<Bet id="c" answer="no" again="afresh"><Reveal>x</Reveal></Bet>', '1:25 “afresh” is not asked before this'],
    [
      '<Bet id="ahead" answer="no"><Reveal>x</Reveal></Bet>',
      '1:6 a <Bet> of second is called “ahead”, and browsers remember it by this',
    ],
    [
      '<Bet id="drawn" answer="no"><Reveal>x</Reveal></Bet>',
      '1:6 a <Predict> of first is called “drawn”, and browsers remember it by this',
    ],
    // What must contain what.
    ['<Bet id="b" answer="yes">x</Bet>', '1:1 <Bet> must contain <Reveal> once, not 0 times'],
    ['<Reveal>x</Reveal>', '1:1 <Reveal> stands only inside of <Bet> or <Predict>'],
    ['<Value of="heads" />', '1:1 <Value> stands only inside of <Explore>'],
    ['<Figure />', '1:1 <Figure> outside of an <Explore> needs widget="…"'],
    // Names that must exist.
    ['<Q is="hz" />', '1:4 the notation has no “hz”'],
    ['<Cite id="nobody2000" />', '1:7 the bibliography has no “nobody2000”'],
    ['<Term id="none">x</Term>', '1:7 the glossary has no “none”'],
    ['<Term id="later">x</Term>', '1:7 “later” is used before “second”, which introduces it'],
    ['<Term id="unlisted">x</Term>', '1:7 “unlisted” is missing from the terms in the front matter'],
    ['<Figure widget="die" />', '1:9 there is no widget “die” (there are coin)'],
    ['<Figure widget="coin" preset="bent" />', '1:23 coin has no preset bent (it has fair, loaded, mine)'],
    ['<Figure widget="coin" preset="mine" />', '1:23 preset mine sets own, which is not part of an address'],
    ['<Figure widget="coin" q="1" />', '1:23 coin has no parameter q (it has p, side, own)'],
    ['<Figure widget="coin" p="1.5" />', '1:23 p: 1.5 is outside 0 to 1; 1 is used.'],
    ['<Figure widget="coin" own="x" />', '1:23 own of coin is not part of its address'],
    // TeX.
    ['some $a + \\foo$', '1:11 broken TeX: Undefined control sequence: \\foo'],
    ['text\n\n$$\nx\n\\q{hz}{z}\n$$', '4:1 broken TeX: \\q names no quantity of the notation: hz'],
    // Syntax that cannot be parsed at all.
    ['<Note>open', '1:1 Expected a closing tag for `<Note>` (1:1-1:7) before the end of `paragraph`'],
  ])('%j: %s', (source, problem) => {
    expect(problems(source)).toEqual([problem]);
  });

  it.each([
    ['<Value of="edge" />', '3:8 coin has no readout edge (it has heads, tails, half, one)'],
    ['<Scrub param="q" />', '3:8 coin has no parameter q (it has p, side, own)'],
    ['<Scrub param="side" />', '3:8 side is not a number'],
    ['<Try>x</Try>', '3:1 <Try> needs preset="…", or a value of the figure'],
    ['<Try preset="bent">x</Try>', '3:6 coin has no preset bent (it has fair, loaded, mine)'],
    ['<Try p="2">x</Try>', '3:6 p: 2 is outside 0 to 1; 1 is used.'],
    ['<Try figure="b" p="0.2">x</Try>', '3:6 there is no <Explore id="b"> on this page'],
    ['<Show when="tails is big">x</Show>', '3:7 when="tails is big" is no condition like “name > 0.1”'],
    ['<Show when="edge > 1">x</Show>', '3:7 coin has no readout or parameter edge'],
    ['<Figure />', '1:1 <Explore> must contain <Figure> once, not 2 times'],
    ['<Derivation title="x"></Derivation>', '3:1 <Derivation> must contain <Step> at least once, not 0 times'],
    [
      '<Derivation title="x"><Step tex="x" left="one" right="heads + (tails" why="x" /></Derivation>',
      '3:48 right="heads + (tails" is not readouts joined by + and -',
    ],
    [
      '<Derivation title="x"><Step tex="x" left="one" right="heads + edge" why="x" /></Derivation>',
      '3:48 coin has no readout edge',
    ],
    [
      '<Derivation title="x"><Step tex="x" left="heads" right="tails" why="x" /></Derivation>',
      '3:50 heads is 0.9, but tails is 0.09999999999999998 for {"p":0.9}',
    ],
    [
      '<Derivation title="x"><Step tex="x \\le y" left="heads" right="tails" why="x" /></Derivation>',
      '3:56 heads is 0.9, but tails is 0.09999999999999998 for {"p":0.9}',
    ],
    ['<Proof id="a" title="x"></Proof>', '3:1 <Proof> must contain <Line> at least once, not 0 times'],
    ['<Proof id="a" title="x"><Line why="x" /></Proof>', '3:25 <Line> needs tex="…" or says="…", and not both'],
    ['<Proof id="a" title="x"><Line tex="x" says="x" why="x" /></Proof>', '3:25 <Line> needs tex="…" or says="…", and not both'], // prettier-ignore
    ['<Proof id="a" title="x"><Line tex="x" left="one" why="x" /></Proof>', '3:25 <Line> has both left="…" and right="…", or none of them'], // prettier-ignore
    ['<Proof id="a" title="x"><Line says="x" left="one" right="one" why="x" /></Proof>', '3:25 <Line> with numbers needs tex="…", whose two sides they are'], // prettier-ignore
    ['<Proof id="a" title="x"><Line says="$\\frac{$" why="x" /></Proof>', expect.stringMatching(/^3:\d+ broken TeX/)],
    ['<Proof id="a" title="x"><Line tex="x" left="heads" right="tails" why="x" /></Proof>', '3:52 heads is 0.9, but tails is 0.09999999999999998 for {"p":0.9}'], // prettier-ignore
  ])('in an Explore, %j: %s', (source, problem) => {
    expect(problems(inExplore(source))).toEqual([problem]);
  });

  it('has numbers in the lines of a proof only where there is a figure', () => {
    expect(problems('<Proof id="a" title="x"><Line tex="x" left="one" right="one" why="x" /></Proof>')).toEqual([
      '1:25 <Line> with numbers stands only inside of an <Explore>',
    ]);
  });

  it.each([
    ['of="edge"', '1:34 coin has no readout edge (it has heads, tails, half, one)'],
    ['of="one"', '1:34 a number cannot be scored in bits: predict probabilities or information'],
    ['of="half heads" max="1"', '1:34 the readouts are of different kinds'],
    ['of="half"', '1:34 information needs max="…", in bits: where the scale ends'],
    ['of="half" max="0"', '1:34 information needs max="…", in bits: where the scale ends'],
    ['of="half" max="0.25"', '1:34 what is to be predicted, 0.5, is outside of 0 to 0.25'],
    ['of="heads" max="1"', '1:45 the scale of a probability ends at 1'],
    ['of="heads heads" p="0.25"', '1:34 several bars of probabilities are one distribution, but these add up to 0.5'],
    ['of="heads" across="x"', '1:45 only a curve has a horizontal axis'],
    ['of="heads tails" sweep="p 0..1 by 0.5"', '1:34 a curve is of one readout'],
    ['of="heads" sweep="p 0..1 by 0.5" p="0.5"', '1:67 p is swept and has no value of its own'],
    ['of="heads" sweep="p"', '1:45 sweep="p" is not a parameter and 3 to 11 values, like “noise 0..1 by 0.1”'],
    ['of="heads" sweep="q 0..1 by 0.5"', '1:45 coin has no parameter q (it has p, side, own)'],
    ['of="heads" sweep="side 0..1 by 0.5"', '1:45 side is not a number'],
    ['of="heads" sweep="p 0..2 by 0.5"', '1:45 p: 1.5 is outside 0 to 1; 1 is used.'],
    ['', '1:1 <Predict> needs of="…"'],
  ])('in a Predict, %j: %s', (properties, problem) => {
    expect(problems(`<Predict id="x" widget="coin"    ${properties}><Reveal>x</Reveal></Predict>`)).toEqual([problem]);
  });

  it('wants names to be unique', () => {
    expect(problems(inExplore('x') + '\n' + inExplore('y'))).toEqual(['9:10 another <Explore> is called “a”']);
  });
});
