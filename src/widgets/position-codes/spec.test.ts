import { expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { parseToldTrail } from '#model/toldPlaces.ts';
import { weightsFile } from '../../../fixtures/model.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { learnedVectors } from './learned.ts';
import { codeOf, compute } from './model.ts';
import { params, type Asked } from './parameters.ts';

const of = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const hands = (count: number) => Array.from({ length: count }, (_, k) => 10_000 ** (-k / count));

it('by waves and turns the cosine is the mean of the cosines of what each hand goes in the distance', () => {
  for (const [place, distance] of [[44, 8], [100, 8], [127, 64], [1, 1]] as const) {
    const by = (count: number) => mean(hands(count).map((angle) => Math.cos(distance * angle)));
    close(of({ place, distance }).cosine, by(32), 1e-9);
    close(of({ code: 'turns', place, distance }).cosine, by(8), 1e-9);
    closeAll(of({ place, distance }).row.slice(place, place + 1), [1], 1e-12);
  } // prettier-ignore
});

it('has the learned vectors of the shipped network, each up to its length', () => {
  const { trail, network } = parseToldTrail(weightsFile('positions'));
  const { config, values } = network(trail.names!.indexOf('learned'));
  const [from, d] = [config.vocabulary * config.width, config.width];
  learnedVectors().forEach((vector, place) => {
    const own = Array.from(values.subarray(from + place * d, from + (place + 1) * d));
    const length = Math.sqrt(own.reduce((sum, x) => sum + x * x, 0));
    closeAll(vector, own.map((x) => x / length), 1e-6); // prettier-ignore
  });
});

it('bounds what two places have in common by all that are as far apart', () => {
  for (const code of ['waves', 'turns', 'learned'] as const) {
    const { cosines } = codeOf(code);
    const { least, greatest, cosine } = of({ code, place: 90, distance: 20 });
    const all = Array.from({ length: 108 }, (_, s) => cosines[s + 20][s]);
    closeAll([least, greatest, cosine], [Math.min(...all), Math.max(...all), cosines[90][70]], 1e-12);
    if (code === 'learned') expect(greatest - least).toBeGreaterThan(0.3);
  }
});

it('looks no further back than there are places', () => {
  expect(of({ place: 3, distance: 8 })).toMatchObject({ other: 0, distance: 3 });
  expect(of({ place: 0 })).toMatchObject({ other: 0, distance: 0 });
  close(of({ place: 0 }).cosine, 1, 1e-12);
});
