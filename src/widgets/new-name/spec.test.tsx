import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { stacked } from './layout.ts';
import { later, savedOf, type NewName } from './model.ts';
import {
  legalName,
  madeUp,
  mentions,
  companionOf,
  novels,
  ofItsNovels,
  othersThan,
  parts,
  passageUpTo,
  passageWith,
  strangerOf,
  unitsOf,
} from './passage.ts';
import { costsOf, readName } from './reading.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const defaults = defaultValues(spec.params);
const signal = new AbortController().signal;
const say = sayIn('bits');

async function run(name: string, previous?: NewName, engine = createByteEngine()) {
  const values = { ...defaults, name };
  const models: NewName[] = [];
  for await (const model of spec.run!(values, { engine, trainer: noTrainer, signal, previous })) models.push(model);
  return { values, models, model: models[models.length - 1], engine };
}

describe('the passage', () => {
  it('has five places for a name, each after a space, and ends with what follows the last', () => {
    expect(mentions).toBe(5);
    for (const part of parts.slice(0, -1)) expect(part.endsWith(' ')).toBe(true);
    const names = passageUpTo(['Ann', 'Bob', 'Cat', 'Dan', 'Eve']);
    expect(passageUpTo(['Ann', 'Bob', 'Cat'])).toBe(names.slice(0, names.indexOf('Cat') + 3));
    expect((names + parts[5]).split(/Ann|Bob|Cat|Dan|Eve/)).toEqual(parts);
    expect(passageWith('Ann')).toBe(passageUpTo(new Array(5).fill('Ann')) + parts[5]);
  });

  it('is cut into words and marks, and nothing but white space is left over', () => {
    const text = passageWith('O’Hara-Zoë');
    const units = unitsOf(text);
    expect(units.slice(0, 4).map(({ word }) => word)).toEqual(['"', 'Good', 'morning', ',']);
    expect(units.filter(({ word }) => word === 'O’Hara-Zoë')).toHaveLength(5);
    expect(units.map(({ word }) => word).join('')).toBe(text.replaceAll(/\s/g, ''));
  });

  it('has names on its lists that are legal, and each but once', () => {
    const names = [...madeUp, ...ofItsNovels, ...othersThan('')];
    expect(new Set(names).size).toBe(16 + 16 + 4);
    for (const name of names) expect(legalName(name)).toEqual({ name });
  });

  it('has a companion and a stranger for each name of a novel, every name once, and none for others', () => {
    expect(novels).toBe(8);
    for (const other of [companionOf, strangerOf]) {
      expect(new Set(ofItsNovels.map(other))).toEqual(new Set(ofItsNovels));
      expect(other('Quibbery')).toBeUndefined();
    }
    const pair = (name: string) => [name, companionOf(name)];
    for (const name of ofItsNovels) {
      expect(companionOf(companionOf(name)!)).toBe(name);
      expect(pair(name)).not.toContain(strangerOf(name));
    }
    expect(['Holmes', 'Watson', 'Defarge'].map(strangerOf)).toEqual(['Mina', 'Harker', 'Watson']);
  });

  it('never compares a name with itself', () => {
    for (const name of ['Quibbery', 'Yorrel', 'yorrel', 'Lisko'])
      expect(othersThan(name).map((other) => other.toLowerCase())).not.toContain(name.toLowerCase());
    expect(othersThan('Yorrel')).toHaveLength(4);
  });

  it.each([' Ann ', 'Zoë', 'Мария', 'van-Helsing', 'O’Hara'])('takes %j', (written) => {
    expect(legalName(written)).toEqual({ name: written.trim() });
  });
  it.each(['', ' ', 'A', 'Ann Lee', 'R2D2', 'Ann,', '-', '<b>', '@', '🦉', 'x'.repeat(17)])(
    'does not take %j, and says so',
    (written) => {
      expect(legalName(written)).toEqual({
        name: 'Quibbery',
        problem: 'Write one word of 2 to 16 letters. Until then it is “Quibbery”.',
      });
    },
  );
});

describe('the cost of a word', () => {
  const reading = (text: string, tokens: readonly string[]) => {
    let at = 0;
    const starts = tokens.map((token) => (at += token.length) - token.length);
    expect(tokens.join('')).toBe(text);
    return { text, starts, surprisal: tokens.map((_, t) => 2 ** t) };
  };

  it('is the sum of its tokens, of its space, and of what covers its end', () => {
    expect(costsOf(reading('"Zoë," he said.', ['"', 'Zo', 'ë,', '" ', 'he', ' ', 'sa', 'id', '.']))).toEqual([
      1,
      2 + 4,
      8,
      16,
      32 + 64 + 128,
      256,
    ]);
  });

  it('counts a character of several tokens once, and no token twice', () => {
    // The two bytes of é share its place.
    const { text, ...rest } = { text: ' né!', starts: [0, 2, 2, 3], surprisal: [1, 2, 4, 8] };
    expect(costsOf({ text, ...rest })).toEqual([7, 8]);
  });
});

describe('a name under the known model', () => {
  const { change, repeat } = byteEngine;
  // A byte repeats the one before it or does not: “Anna” behind a space changes four times and repeats once.
  it('costs the same at every mention, whatever was before', async () => {
    const found = (await readName('Anna', { engine: createByteEngine(), signal }))!;
    closeAll(found.own, new Array(5).fill(4 * change + repeat), 1e-4);
    expect(found.others).toEqual(found.own);
    const bytes = passageWith('Anna');
    const repeats = Array.from(bytes).filter((byte, i) => byte === bytes[i - 1]).length;
    closeAll([found.passage], [repeats * repeat + (bytes.length - repeats) * change], 1e-5);
  });

  it('costs who looks back what the words before it allow', async () => {
    const { own, lookingBack } = (await readName('Anna', { engine: createByteEngine(), signal }))!;
    // Words and marks before each mention, counted in the passage by another way of cutting it.
    const text = passageWith('Anna');
    const before = Array.from(
      text.matchAll(/Anna/g),
      ({ index }) =>
        text
          .slice(0, index)
          .replaceAll(/["',.]+/g, ' $& ')
          .trim()
          .split(/\s+/).length,
    );
    expect(before[0]).toBe(4);
    closeAll(
      lookingBack,
      own.map((nats, i) => -Math.log(0.9 * Math.exp(-nats) + (0.1 * i) / before[i])),
      1e-4,
    );
  });

  it('is read for itself and for the lists, and not again where the page brings it along', async () => {
    const { model, models, engine } = await run('Anna');
    expect(models).toHaveLength(1 + 16 + 16);
    expect(engine.asked.reads).toBe(5 * 33 + 2 * 4 * 16);
    const carried = JSON.parse(JSON.stringify(model)) as NewName;
    expect((await run('Anna', carried)).engine.asked.reads).toBe(0);
    const other = await run('Bob', carried);
    expect(other.engine.asked.reads).toBe(5);
    expect(other.model).toEqual({ ...model, reading: other.model.reading });
    expect(other.model.reading.name).toBe('Bob');
  });

  it('goes on with the lists where it was stopped', async () => {
    const { models, model } = await run('Anna');
    const half = await run('Anna', models[7]);
    expect(half.engine.asked.reads).toBe(5 * (32 - 7) + 2 * 4 * 16);
    expect(half.model).toEqual(model);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const engine = createByteEngine();
    let count = 0;
    for await (const _ of spec.run!(defaults, { engine, trainer: noTrainer, signal: abort.signal }))
      if (++count === 3) abort.abort();
    expect(count).toBe(3);
    expect(engine.asked.reads).toBe(15);
  });

  it.each(['', 'Quibbery', 'the', 'morning', 'Zoë', 'Мария', 'Grenfold', '<b>'])(
    'obeys the laws, is described and can be drawn when %j is written',
    async (name) => {
      const { model, values } = await run(name);
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
      for (const readout of Object.values(spec.readouts)) expect(Number.isFinite(readout.of(model, values))).toBe(true);
      expect(spec.describe(model, values, say)).toContain(`“${legalName(name).name}” costs `);
      expect(spec.table(model, say, values).rows).toHaveLength(5 + 2 * 32);
      for (const width of [640, 328, 280]) {
        const html = renderToStaticMarkup(<View {...{ values, model, width, say }} set={() => {}} />);
        expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
        expect(html.includes('class="problem"')).toBe(name === '' || name === '<b>');
      }
    },
  );

  it('averages what is saved, name by name', () => {
    const list = [
      { name: 'a', first: 9, own: 3, others: 5, lookingBack: 1 },
      { name: 'b', first: 9, own: 4, others: 8, lookingBack: 2 },
    ];
    expect(later([9, 1, 2, 3, 6])).toBe(3);
    closeAll([savedOf(list)!.mean, savedOf(list)!.standardError, savedOf(list, 'lookingBack')!.mean], [3, 1, 5]);
    expect(savedOf(list.slice(1))).toBeUndefined();
  });

  it('counts two names of one novel as one, their mean', () => {
    const saved = { Holmes: 1, Watson: 5, Mina: 4, Harker: 6 };
    const list = Object.entries(saved).map(([name, nats]) => ({
      name,
      ...{ first: 9, own: 9 - nats, others: 9, lookingBack: 1 },
    }));
    // The means 3 and 5 have the mean 4 and the standard error √(2/1)/√2.
    closeAll([savedOf(list)!.mean, savedOf(list)!.standardError], [4, 1]);
    expect(savedOf(list.slice(0, 2))).toBeUndefined();
  });

  it('says whose picture is still shown, and of whom only once there is one', async () => {
    const { model } = await run('Anna');
    const html = (shown: NewName) =>
      renderToStaticMarkup(<View {...{ say, width: 640, model: shown }} values={{ name: 'Bob' }} set={() => {}} />);
    expect(html(model)).toContain('The picture is still of “Anna”.');
    expect(html({ ...model, reading: { ...model.reading, name: 'Bob' } })).not.toContain('still');
    expect(html(spec.compute({ name: 'Anna' }))).not.toContain('still');
  });
});

it('dots are stacked so that none touch', () => {
  const dots = stacked([10, 11, 30, 9, 16, 10], 3);
  for (const [i, a] of dots.entries())
    for (const b of dots.slice(0, i)) expect(a.level !== b.level || Math.abs(a.x - b.x) >= 6).toBe(true);
  expect(dots.find(({ x }) => x === 30)!.level).toBe(0);
});
