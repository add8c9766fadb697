import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#contract/pin.ts';
import { pinsKey } from '#contract/pinNames.ts';
import { freeName, mostPins, onOtherTab, pins } from './pins.ts';
import { remember } from './storage.ts';

const law = (name: string, ...values: number[]): Pin => ({ kind: 'distribution', name, values });
const names = () => pins.list().map(({ name }) => name);

/** A browser's storage, as far as the book uses it. */
function storage(setItem?: () => void) {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => (setItem ? setItem() : void all.set(key, value)),
    removeItem: (key: string) => void all.delete(key),
    key: (i: number) => [...all.keys()][i] ?? null,
    get length() {
      return all.size;
    },
  };
}
const refuse = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  remember.forget(pinsKey);
  pins.reread();
});
afterEach(() => {
  remember.forget(pinsKey);
  vi.unstubAllGlobals();
  pins.reread();
});

it('keeps what is pinned, tells whoever listens, and numbers names that are taken', () => {
  const heard = vi.fn();
  const stop = pins.subscribe(heard);
  expect(pins.add(law('p', 1))).toEqual({ pin: law('p', 1), lasts: true });
  expect(pins.add(law(' p ', 0.5, 0.5))).toEqual({ pin: law('p 2', 0.5, 0.5), lasts: true });
  expect(names()).toEqual(['p', 'p 2']);
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  expect(pins.list()).toBe(pins.list());
});

it('numbers a name of forty characters without making it longer', () => {
  const long = 'n'.repeat(40);
  pins.add(law(long, 1));
  pins.add(law(long, 1));
  expect(names()).toEqual([long, `${'n'.repeat(38)} 2`]);
  expect(freeName(`${'n'.repeat(37)}🦉x`, [law(`${'n'.repeat(37)}🦉x`, 1)])).toBe(`${'n'.repeat(37)} 2`);
});

it('refuses with a sentence what cannot be kept, and changes nothing', () => {
  expect(pins.add(law('', 1))).toEqual({ problem: 'A pin needs a name.' });
  expect(pins.add(law('<b>', 1))).toHaveProperty('problem');
  expect(pins.add({ kind: 'text', name: 't', text: 'x'.repeat(6001) })).toEqual({
    problem: 'The pin cannot be read: its text is longer than 6000 characters.',
  });
  for (let i = 0; i < mostPins; i++) pins.add(law(`p${i}`, 1));
  expect(pins.add(law('one more', 1))).toEqual({
    problem: 'There are 24 pins, and no room for more. Erase one first.',
  });
  expect(pins.list()).toHaveLength(mostPins);
});

it('renames, erases, and brings back', () => {
  pins.add(law('a', 1));
  pins.add(law('b', 0.5, 0.5));
  expect(pins.rename('a', 'b')).toMatchObject({ pin: { name: 'b 2' } });
  expect(pins.rename('gone', 'c')).toEqual({ problem: 'There is no pin “gone” any more.' });
  expect(pins.rename('b', '')).toHaveProperty('problem');
  expect(pins.rename('b', 'b')).toMatchObject({ pin: { name: 'b' } });
  const before = pins.list();
  pins.erase('b');
  expect(names()).toEqual(['b 2']);
  pins.eraseAll();
  expect(names()).toEqual([]);
  pins.add(law('later', 1));
  pins.restore(before);
  expect(names()).toEqual(['b 2', 'b', 'later']);
});

it.each(['', 'null', '{}', '[', '"x"', '{"__proto__":1}', '[1,null,{},"junk~~",[]]', '[["distribution~a~1"]]'])(
  'passes over junk in storage: %s',
  (junk) => {
    remember.set(pinsKey, junk);
    pins.reread();
    expect(pins.list()).toEqual([]);
    pins.add(law('a', 1));
    expect(names()).toEqual(['a']);
  },
);

it('keeps of half-sound storage what is sound, and tells equal names apart', () => {
  remember.set(pinsKey, '["distribution~a~1,1","distribution~<i>~1","distribution~a~2",7]');
  pins.reread();
  expect(pins.list()).toEqual([law('a', 0.5, 0.5), law('a 2', 1)]);
});

it('lasts until the page closes where there is no storage', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(pins.add(law('a', 1))).toEqual({ pin: law('a', 1), lasts: false });
  expect(names()).toEqual(['a']);
});

it('goes on from what it has where storage is full, whatever it held before', () => {
  const full = storage(refuse);
  full.all.set('bits-per-token/pins', '["distribution~old~1"]');
  vi.stubGlobal('localStorage', full);
  pins.reread();
  expect(pins.add(law('new', 1))).toMatchObject({ lasts: false });
  expect(names()).toEqual(['old', 'new']);
  expect(remember.entries()).toContainEqual([pinsKey, '["distribution~old~1","distribution~new~1"]']);
  pins.erase('old');
  expect(names()).toEqual(['new']);
});

it('hears of another tab', () => {
  const events = new EventTarget();
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  const heard = vi.fn(pins.reread);
  onOtherTab(heard);
  const event = (key: string | null, newValue: string | null) =>
    events.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  pins.add(law('mine', 1));
  localStorage.setItem('bits-per-token/pins', '["distribution~theirs~1"]');
  event('bits-per-token/theme', 'dark');
  expect(heard).not.toHaveBeenCalled();
  event('bits-per-token/pins', '["distribution~theirs~1"]');
  expect(names()).toEqual(['theirs']);
  localStorage.removeItem('bits-per-token/pins');
  event(null, null);
  expect(names()).toEqual([]);
});
