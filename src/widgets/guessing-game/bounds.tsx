import type { Say } from '#contract/say.ts';
import { typeOf, type Mark, type Name, type Role } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import { drawn } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import { signs } from '#sim/reduced-text.ts';
import type { GuessingEstimate } from '#theory/codes/guessing-game.ts';
import { enough, isCrossed } from './describe.ts';
import type { Tally } from './model.ts';

const even = Math.log(signs.length);
const right = 1.03 * even;
/** Where the words of a player stand and where the bar, in a band that is 1 high. */
const [wordsAt, barAt] = [0.36, 0.68];

export interface Player {
  readonly name: string;
  readonly role: Role;
  readonly tally: Tally;
}

const one = (bounds: GuessingEstimate, error: 'lowerError' | 'upperError') =>
  bounds[error] === Infinity ? 0 : bounds[error];

/** What is said of a player, the longer way first. */
function words({ name, tally }: Player, say: Say): string[] {
  const { bounds, letters, loss } = tally;
  if (!bounds) return [`${name}: no letter yet`];
  const price = loss === undefined ? '' : `; own law ${say.amount(loss, 2)}`;
  if (letters < enough)
    return [`${name}, ${letters} of ${enough} letters${price}`, `${name}, ${letters} of ${enough}${price}`];
  const range = isCrossed(bounds)
    ? `at most ${say.amount(bounds.upper, 2)}, no lower bound`
    : `${say.amount(bounds.lower, 2)} to ${say.amount(bounds.upper, 2)}`;
  return [
    `${name}, ${letters} letters: ${range}${price}`,
    `${name}: ${range}${price}`,
    `${name}: ${range.replace(', no lower bound', '')}${price}`,
  ];
}

/** The first that has room, or the last. */
const fitting = (texts: readonly string[], ink: Role, room: number) =>
  texts.find((text) => widthOf(text, typeOf({ ink })) <= room) ?? texts[texts.length - 1];

const line = 'fig-thick fig-solid';
/** What the signs of a bar mean, for the key. */
const signsOfBar: readonly Mark[] = [
  ['from the lower bound to the upper', <><path className="fill-x" d="M-10,-5H10V5H-10z" /><path className={`stroke-x ${line}`} d="M-10,-5v10M10,-5v10" /></>], // prettier-ignore
  ['standard error', <path className="stroke-x fig-solid" d="M-10,0H10" />],
  ['upper, first-order bias removed', <circle className="stroke-x fig-solid fig-hollow" r={4} />],
  ['own law', <path className="solid-x" d="M0,-6l5,6l-5,6l-5,-6z" />],
].map(([text, sign]) => ({ name: { text: text as string }, sample: () => sign }));

/**
 * For each player a bar from the lower bound to the upper one, with a standard error at each end, a ring where the upper one stands
 * without its first-order bias, and a diamond where its own probabilities put a letter. Of bounds that cross only the upper end.
 */
export function boundsPanel(players: readonly Player[], say: Say): PanelSpec {
  return {
    height: 46 * players.length + 4,
    title: 'Bounds on a letter, from the guess numbers (dashed: log 27)',
    x: { domain: [0, right], label: 'A letter carries', information: true },
    y: { domain: [players.length, 0], bare: true },
    key: 'above',
    marks: [
      ...signsOfBar,
      drawn(
        ({ x, y }) => (
          <>
            <path
              className="stroke-quiet fig-dashed"
              d={players.map((_, i) => `M${tenth(x(even))},${tenth(y(i + barAt)) - 11}v22`).join('')}
            />
            {players.map(({ role, tally: { bounds, letters, loss } }, i) => {
              const at = tenth(y(i + barAt));
              if (!bounds || letters < enough) return null;
              const crossed = isCrossed(bounds);
              const [from, to] = [tenth(x(bounds.lower)), tenth(x(bounds.upper))];
              const whisker = (mean: number, error: number) =>
                `M${tenth(x(Math.max(0, mean - error)))},${at}H${tenth(x(Math.min(right, mean + error)))}`;
              return (
                <g key={i}>
                  {!crossed && <path className={`fill-${role}`} d={`M${from},${at - 6}H${to}v12H${from}z`} />}
                  <path
                    className={`stroke-${role} fig-thick fig-solid`}
                    d={`${crossed ? '' : `M${from},${at - 6}v12`}M${to},${at - 6}v12`}
                  />
                  <path
                    className={`stroke-${role} fig-solid`}
                    d={
                      (crossed ? '' : whisker(bounds.lower, one(bounds, 'lowerError'))) +
                      whisker(bounds.upper, one(bounds, 'upperError'))
                    }
                  />
                  <circle
                    className={`stroke-${role} fig-solid fig-hollow`}
                    cx={tenth(x(Math.min(right, bounds.upperCorrected)))}
                    cy={at}
                    r={4}
                  />
                  {loss !== undefined && (
                    <path className={`solid-${role}`} d={`M${tenth(x(loss))},${at - 6}l5,6l-5,6l-5,-6z`} />
                  )}
                </g>
              );
            })}
          </>
        ),
        {
          names: ({ y, box }) =>
            players.map((player, i): Name => ({
              text: fitting(words(player, say), player.role, box.right - box.left - 4),
              ink: player.role,
              spots: [{ x: box.left + 2, y: y(i + wordsAt), anchor: 'start' }],
            })),
        },
      ),
    ],
  };
}
