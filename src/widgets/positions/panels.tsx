import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { Role } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { toldPlaces } from '#sim/told-places.ts';
import type { Curve, Positions } from './model.ts';
import { called } from './parameters.ts';
import { stageNames } from './series.ts';

const roles: Record<Curve['name'], Role> = {
  learned: 'x',
  sinusoidal: 'y',
  rotary: 'shared',
  none: 'model',
  'none-one-layer': 'quiet',
  untrained: 'exact',
};

const lookOf = ({ name }: Curve, chosen: Curve) =>
  ({ role: roles[name], look: name === chosen.name ? 'thick' : name === 'untrained' ? 'dotted' : 'solid' }) as const;

type Part = Omit<PanelSpec, 'drags'>;

/** Bits of the place by stage. */
export function placePanel({ curves, chosen, stage }: Positions, width: number): Part {
  const ticks = stageNames.map((text, at) => ({ at, text: width < 420 ? (at === 0 ? 'emb.' : String(at)) : text }));
  return {
    height: 230,
    key: 'above',
    x: { domain: [-0.3, stageNames.length - 0.7], ticks, label: width < 420 ? 'Behind block' : undefined },
    y: { domain: [-0.35 * Math.LN2, 1.08 * Math.log(toldPlaces)], label: 'Usable of a row’s place', information: true },
    marks: [
      guide(stage),
      rule(Math.log(toldPlaces), { role: 'quiet', look: 'dashed', name: 'log 128, all there is' }),
      ...curves.flatMap((curve) => {
        const points = curve.place.map(({ mean }, at) => [at, mean] as const);
        const look = lookOf(curve, chosen);
        return [
          line(points, { ...look, name: called[curve.name] }),
          whiskers(
            curve.place.map(({ mean, error }, at) => [at, mean - error, mean + error] as const),
            look,
          ),
          dots(points, { role: look.role }),
        ];
      }),
    ],
  };
}

/** What a character costs; standard errors are smaller than the marks. */
export function lossPanel({ curves, chosen }: Positions, width: number): Part {
  const trained = curves.filter(({ loss }) => loss);
  const names = trained.map(({ name }, at) => ({
    at,
    text: width < 420 ? called[name].replace(', one layer', ' (1)') : called[name],
  }));
  const most = Math.max(...trained.map(({ loss }) => loss!.mean));
  return {
    height: 110,
    x: { domain: [0, 1.1 * most], label: 'What a character costs', information: true },
    y: { domain: [trained.length - 0.5, -0.5], ticks: names },
    note: [{ text: 'Standard errors of the costs are smaller than the marks.' }],
    marks: trained.flatMap((curve, at) => {
      const { mean } = curve.loss!;
      const look = lookOf(curve, chosen);
      return [
        line([[0, at], [mean, at]], look), // prettier-ignore
        dots([[mean, at]], { role: look.role }),
      ];
    }),
  };
}
