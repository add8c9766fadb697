import { dots, guide, line, whiskers } from '#kit/figure/marks.tsx';
import type { Role } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { toldNames, toldNetworks, toldPlaces, type ToldNetwork } from '#sim/told-places.ts';
import { areAlike } from './letters.ts';
import { backIn, measuredOf, readOf, type Exchanges } from './model.ts';
import type { Asked } from './parameters.ts';

export const roles: Record<ToldNetwork, Role> = {
  learned: 'x',
  sinusoidal: 'y',
  rotary: 'shared',
  none: 'model',
  'none-one-layer': 'quiet',
};

/** The lowest change that is drawn; less and zero stand there too, and the note says so. */
const floor = 1e-8 * Math.LN2;
/** The highest: a prediction can move further, and then stands at the upper edge. */
const top = 20 * Math.LN2;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const power = (tick: number) =>
  tick > 0.005 ? String(Number(tick.toPrecision(2))) : `10⁻${superscripts[Math.round(-Math.log10(tick))]}`;
const within = (nats: number) => Math.min(top, Math.max(floor, nats));

/** By distance: the chosen network on the text, and the means over windows of all five. */
export function changePanel(model: Exchanges, { network, back }: Asked): Omit<PanelSpec, 'drags'> {
  const changes = readOf(model, network)?.changes ?? [];
  const apart = changes.flatMap((change, i): [number, number][] =>
    change && !areAlike(model.window, i + 1) ? [[i + 1, within(change.nats)]] : [],
  );
  return {
    height: 135,
    key: 'above',
    x: {
      domain: [1, toldPlaces - 2],
      scale: 'log',
      base: 2,
      label: 'Places before the last at which the exchanged pair ends',
    },
    y: { domain: [floor, top], scale: 'log', label: 'Change of the last prediction', information: true, format: power },
    note: [{ text: 'Thin: the text. Else: means over windows. On the lower edge: 10⁻⁸ bits or less, zero too.' }],
    marks: [
      guide(backIn(model, { back })),
      line(apart, { role: roles[network], look: 'thin', name: `${toldNames[network]}, on the text` }),
      dots(apart, { role: roles[network], r: 1.6 }),
      ...toldNetworks.flatMap((name) => {
        const { swap } = measuredOf(name);
        const isZero = swap.every(({ mean }) => mean === 0);
        const look = { role: roles[name], look: name === network ? 'thick' : 'solid' } as const;
        return [
          line(swap.map(({ distance, mean }) => [distance, within(mean)] as const), { ...look, name: `${toldNames[name]}${isZero ? ': 0' : ''}` }), // prettier-ignore
          whiskers(isZero ? [] : swap.map(({ distance, mean, error }) => [distance, within(mean - error), within(mean + error)] as const), look), // prettier-ignore
        ];
      }),
    ],
  };
}
