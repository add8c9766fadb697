import { describe, expect, it } from 'vitest';
import { utf8Bytes } from './tokenizer.ts';
import { settleTexts } from './logprobs-text.ts';
import type { LogProbabilityToken } from './logprobs-token.ts';

type Given = string | Partial<LogProbabilityToken>;

const tokensOf = (given: readonly Given[]): LogProbabilityToken[] =>
  given.map((token) => ({
    ...{ text: '', alternatives: [], logProbability: -1 },
    ...(typeof token === 'string' ? { text: token } : token),
  }));

const settled = (given: readonly Given[], text?: string, from = 0) =>
  settleTexts(tokensOf(given), text === undefined ? undefined : { text, from });

const named = (text: string): Given => ({ text, stands: 'name' });

describe('the length of the text that tokens stand for', () => {
  it('is that of the text that they make', () => {
    expect(settled(['The', ' owl'], 'The owl')).toMatchObject({ joined: { text: 'The owl' }, notes: [] });
    expect(settled(['The', ' owl'], 'The owl').rated).toBeUndefined();
    expect(settled(['The', ' owl']).rated).toBeUndefined();
    // Servers trim.
    expect(settled([' The', ' owl'], 'The owl').rated).toBeUndefined();
  });

  it('is that of the reply if tokens are numbers or parts of characters, and not known without one', () => {
    expect(settled([named('token_id:4521'), named('token_id:13')], 'Hi.').rated).toBe('Hi.');
    expect(settled([named('token_id:4521')]).rated).toBeNull();
    const parts = [0, 1, 2, 3].map((): Given => ({ text: '\uFFFD', bytes: [...utf8Bytes('\uFFFD')] }));
    expect(settled(parts, '🌿').rated).toBe('🌿');
    expect(settled(['An ', ...parts, '!'], 'An 🌿!').rated).toBe('An 🌿!');
    expect(settled(['A ', ...parts, '!'], 'An 🌿!').rated).toBeNull();
    expect(settled(['An ', ...parts, '?'], 'An 🌿!').rated).toBeNull();
  });

  it('is not known if the tokens make another text', () => {
    const other = settled(['Hi'], 'Hello!');
    expect(other.rated).toBeNull();
    expect(other.notes[0]).toContain('make “Hi”, but the reply in the file is “Hello!”');
  });

  it('leaves out signs for the model', () => {
    const text = settled(['Yes', '.', '<|im_end|>'], 'Yes.');
    expect(text.rated).toBe('Yes.');
    expect(settled(['Yes', { text: '', stands: 'sign' }], 'Yes').rated).toBeUndefined();
  });

  it('is that of the tokens if they make more than the reply, and that is said', () => {
    const text = settled(['think', '</think>', 'Yes'], 'Yes');
    expect(text.rated).toBeUndefined();
    expect(text.notes[0]).toContain('more text than the reply');
  });

  it('is not that of a whole text of which a token has no number', () => {
    expect(settled([named('token_id:1'), { text: 'x', logProbability: undefined }], 'ax').rated).toBeNull();
  });

  it('begins with the prompt, whose text the tokens alone know', () => {
    expect(settled([' quick', ' brown', ' fox'], ' fox', 2).rated).toBeUndefined();
    expect(settled([' quick', named('[7]')], ' fox', 1).rated).toBe(' quick fox');
    expect(settled([named('[7]'), ' fox'], ' fox', 1).rated).toBeNull();
  });
});

describe('pieces of a vocabulary', () => {
  it('of SentencePiece are read as text: ▁ is a space, and the first one is none of the text', () => {
    const text = settled(['▁It', "'", 's', '▁fine'], "It's fine");
    expect(text.joined.text).toBe("It's fine");
    expect(text.rated).toBeUndefined();
    expect(settled(['▁a', '<0xF0>', '<0x9F>', '<0xA6>', '<0x89>']).joined.text).toBe(' a🦉');
  });

  it('lose the first space in the alternatives as well, so that what came is found among them', () => {
    const alternatives = [
      { text: '▁It', logProbability: -1 },
      { text: '▁That', logProbability: -2 },
    ];
    const { tokens } = settled([{ text: '▁It', alternatives }, '▁is'], 'It is');
    expect(tokens[0].alternatives.map(({ text }) => text)).toEqual(['It', 'That']);
  });

  it('of a byte-level vocabulary are read as their bytes', () => {
    const text = settled(['CafÃ©', 'Ġau', 'Ġlait', 'Ċ', 'ðŁ¦', 'ī'], 'Café au lait\n🦉');
    expect(text.joined.text).toBe('Café au lait\n🦉');
    expect(text.notes).toHaveLength(1);
  });

  it('are left alone where the text has these signs itself, or spaces', () => {
    expect(settled(['▁', '▂'], '▁▂').joined.text).toBe('▁▂');
    expect(settled(['a ', '▁']).joined.text).toBe('a ▁');
    expect(settled(['ĠA', 'Ġ'], 'ĠAĠ').joined.text).toBe('ĠAĠ');
  });
});
