import { expect, it } from 'vitest';
import { usualSettings } from '#calculator/subject.ts';
import { fromFragment, toFragment } from './calculatorLink.ts';

it('leads back to what was asked', () => {
  const asked = {
    text: 'a 0,5\nb & 0.5',
    kind: 'logits',
    settings: { ...usualSettings, order: 0, base: '2' },
  } as const;
  expect(fromFragment(`#${toFragment(asked)}`)).toEqual({ ...asked, ignored: [] });
  expect(fromFragment('#results-title')).toBeUndefined();
});

it('leaves empty settings at what is usual, and names those that mean nothing', () => {
  const empty = fromFragment('#input=1&order=&temperature=%20&prompt=&as=&base=')!;
  expect(empty).toEqual({ text: '1', kind: 'guess', settings: usualSettings, ignored: [] });
  const wrong = fromFragment('#input=1&order=-1&temperature=NaN&beta=3&prompt=1.5&as=__proto__&base=3')!;
  expect(wrong.settings).toEqual({ ...usualSettings, beta: 3 });
  expect(wrong.kind).toBe('guess');
  expect([...wrong.ignored].sort()).toEqual(['as=__proto__', 'base=3', 'order=-1', 'prompt=1.5', 'temperature=NaN']);
});
