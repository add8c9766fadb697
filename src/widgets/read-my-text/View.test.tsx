import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import type { ReadMyText } from './state.ts';
import { View } from './View.tsx';

const defaults = defaultValues(spec.params);

async function drawn(change: Partial<typeof defaults>, width: number) {
  const values = { ...defaults, ...change };
  let model: ReadMyText = spec.compute(values);
  const engine = createByteEngine();
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = next;
  const html = renderToStaticMarkup(<View {...{ values, model, width }} set={() => {}} say={sayIn('bits')} />);
  expect(html).not.toMatch(/NaN|undefined|\[object/);
  return html;
}

describe.each([640, 352])('drawn on the server at %i pixels', (width) => {
  it('shows every token of a short text with its number', async () => {
    const html = await drawn({ text: 'An owl.' }, width);
    expect(html.match(/role="option"/g)).toHaveLength(7);
    expect(html.match(/data-amount="9\.0"/g)).toHaveLength(7);
    expect(html).toContain('bits per character');
  });

  it('shows markup as the text that it is', async () => {
    const html = await drawn({ text: '<script>alert(1)</script>' }, width);
    expect(html).not.toContain('<script');
    expect(html.match(/role="option"/g)).toHaveLength(25);
  });

  it('draws only the beginning of a long text', async () => {
    const html = await drawn({ text: 'long words. '.repeat(8000) }, width);
    expect(html.match(/role="option"/g)!.length).toBeLessThan(3000);
    expect(html.length).toBeLessThan(1_000_000);
  });

  it('shows a character of several bytes once, with the sum', async () => {
    const html = await drawn({ text: '🦉' }, width);
    expect(html.match(/role="option"/g)).toHaveLength(1);
    expect(html).toContain('data-amount="36.0"');
    expect(html).toContain('bits per UTF-8 byte');
    expect(html).toContain('part 1 of 4 of “🦉”');
  });

  it.each(['', ' ', '\n', 'שלום'])('has an answer for %j', async (text) => {
    await drawn({ text }, width);
  });

  it('marks what came in the list, and names the rest', async () => {
    const html = await drawn({ text: 'aa', position: 1 }, width);
    expect(html).toMatch(/<li value="1" class="came"[^>]*>.*?came/);
    expect(html).toContain('The other 244 tokens together: 0.48.');
    expect(html).toContain('It surprised by 4.0 bits less than the model expected to be surprised.');
  });

  it('shows both bounds of the entropy of a file', async () => {
    const file = readFileSync(new URL('../../../fixtures/logprobs/openai-chat.json', import.meta.url), 'utf8');
    const html = await drawn({ file, vocabulary: 50_000, position: 0 }, width);
    // −Σ p log₂ p of .62, .17, .08, .08, .05; and of the first three, with the rest of .13 on 49,997 tokens.
    expect(html).toContain('between 1.66 and 3.57 bits');
    expect(html).toContain('Back to my text');
    expect(html).toContain('It surprised by 1.0 bit less than the model expected to be surprised.');
    // Nothing bounds it from above, and the emoji is above the lower bound.
    const unbounded = await drawn({ file, position: 2 }, width);
    expect(unbounded).toContain('at least 1.84 bits');
    expect(unbounded).toContain('The file does not decide whether it surprised more or less than expected.');
  });

  it('says of pasted log-probabilities what they look like, and of a text that speaks of them nothing', async () => {
    const pasted = '{"choices": [{"logprobs": {"content": [{"token": "a", "logprob": -0.7}]}}]}';
    expect(await drawn({ text: pasted }, width)).toContain('Read the log-probabilities');
    expect(await drawn({ text: 'A "logprob" is below zero.' }, width)).not.toContain('Read the log-probabilities');
  });

  it('says what is wrong with a file, beside the text', async () => {
    const html = await drawn({ file: '{"a": 1}', text: 'mine' }, width);
    expect(html).toContain('no log-probabilities of a form known here');
    expect(html.match(/role="option"/g)).toHaveLength(4);
  });
});
