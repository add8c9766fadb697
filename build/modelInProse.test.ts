import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import { spec } from '#widgets/first-sentence/spec.ts';
import { proseOf } from '../fixtures/prose.ts';

interface Card {
  readonly parameters: number;
  /** Read in training, again and again. */
  readonly tokens: number;
  readonly vocabulary: number;
  readonly context: number;
  readonly bytes: number;
  readonly bitsPerCharacter: Readonly<Record<string, number>>;
  readonly kinds: readonly Readonly<Record<string, number>>[];
  /** How many more bits the same text costs on a surface than on the plain one, as a share. */
  readonly surfaces: readonly { readonly surface: string; readonly overPlain: number }[];
}

/** The pages that quote the model card in words: no widget shows these numbers. `train/ship.sh` writes the card. */
test('the chapter about the reader quotes its model card', () => {
  const card = JSON.parse(readFileSync('docs/model-cards/reader.json', 'utf8')) as Card;
  const prose = proseOf('a-model-reads');
  const bits = (name: string) => card.bitsPerCharacter[name].toFixed(2);
  for (const quoted of [
    `with ${(card.parameters / 1e6).toFixed(1)} million weights`,
    `knows ${count(card.vocabulary)} tokens, and an even choice among them all would cost it ${{ 10: 'ten' }[Math.log2(card.vocabulary)]} bits`,
    `it reads: “${spec.presets.find(({ id }) => id === 'today')!.values.text}”`,
    `looks back over ${card.context} tokens at most`,
    `| the reader | ${bits('reader')} |`,
    `and fewer where five are too rare | ${bits('order-5 character counter')} |`,
    `| xz, after it has compressed the training text | ${bits('xz -9e after the training text')} |`,
    `| xz, without any text before | ${bits('xz -9e')} |`,
    `| gzip, without any text before | ${bits('gzip -9')} |`,
    `a file of ${(card.bytes / 1e6).toFixed(2)} megabytes`,
  ])
    expect(prose).toContain(quoted);
  // “fewer bits than anything else in the table”
  expect(card.bitsPerCharacter.reader).toBe(Math.min(...Object.values(card.bitsPerCharacter)));
});

test('and so does the chapter about learning in context', () => {
  const card = JSON.parse(readFileSync('docs/model-cards/reader.json', 'utf8')) as Card;
  const prose = proseOf('in-context-learning');
  const weights = `${(card.parameters / 1e6).toFixed(1)} million weights`;
  expect(prose).toContain(`with ${weights} and ${Math.round(card.tokens / 1e6)} million tokens of training,`);
  expect(prose).toContain(`A transformer of ${weights} that was trained on twenty books`);
});

test('the model card says what its figures say', () => {
  const { kinds, surfaces } = JSON.parse(readFileSync('docs/model-cards/reader.json', 'utf8')) as Card;
  const card = readFileSync('docs/model-cards/reader.md', 'utf8').replace(/\s+/g, ' ');
  expect(card).toContain('On every kind of the other texts the reader needs fewer bits than each compressor');
  for (const kind of kinds)
    for (const compressor of ['gzip -9', 'bzip2 -9', 'xz -9e'])
      expect(kind.reader, `${kind.kind}, ${compressor}`).toBeLessThan(kind[compressor]);
  expect(card).toContain('no surface costs a tenth more than the plain one');
  expect(surfaces.length).toBeGreaterThan(10);
  for (const { surface, overPlain } of surfaces) expect(overPlain, surface).toBeLessThan(0.1);
});
