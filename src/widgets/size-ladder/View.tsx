import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { RunRow } from '#kit/figure/RunRow.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { FAMILY } from '#sim/family.ts';
import { fitsOf, lawOf, places, powerAt, seriesOf, sizes, usedOf } from './fits.ts';
import { fewest } from './model.ts';
import { largest, longestText, params, smallest, type Asked } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const megabytes = FAMILY.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;

/** What each measure is called on its axis, and how far the axis goes. */
const axes = {
  rate: { label: 'Normalized coding rate', domain: [0.04, 1.3], ticks: [0.05, 0.1, 0.2, 0.5, 1] },
  rank: { label: 'Effective rank, in directions', domain: [3, 400], ticks: [5, 10, 20, 50, 100, 200] },
  top: { label: 'Share of the largest direction', domain: [0.006, 1.3], ticks: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] },
} as const;

const lettersName: Record<Asked['place'], string> = {
  none: 'one for each character',
  half: 'for each character, and place (half)',
  equal: 'for each character, and place',
};

/** So far down as the least of these, a decade at a time. */
const downTo = (low: number, values: readonly number[]) => {
  let floor = low;
  while (floor > 1e-9 && values.some((value) => value > 0 && value < floor)) floor /= 10;
  return floor;
};

/** Five networks, random vectors beside them, the most there can be; and two laws that go on where nothing was measured. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const bound = bind(params, props);
  const { networks, random, letters, ceiling } = seriesOf(model, values);
  const fits = fitsOf(networks, values);
  const law = lawOf(random);
  const lettersLaw = lawOf(letters);
  const at = (series: readonly number[]) =>
    series.flatMap((value, i) => (value > 0 ? [[sizes[i], value] as const] : []));
  const { label, domain, ticks } = axes[values.measure];
  const high = domain[1];
  const low = downTo(domain[0], [...networks, ...random, ...letters, ...(fits ? [fits.at.value, fits.flooredAt] : [])]);
  const below = Array.from({ length: Math.round(Math.log10(domain[0] / low)) }, (_, i) => ticks[0] / 10 ** (i + 1));
  const within = (value: number) => Math.min(high, Math.max(low, value));
  const stale = model.text !== values.text;
  const used = usedOf(model, values);
  return (
    <div aria-busy={values.reading && (stale || model.members.length < FAMILY.length)}>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 270,
              key: 'above',
              title: ceiling.length > 0 ? `${label}, of ${say.count(used)} vectors of each network` : label,
              x: { domain: [smallest * 0.7, largest], scale: 'log', label: 'Parameters of the network' },
              y: {
                domain: [low, high],
                scale: 'log',
                ticks: [...below, ...ticks].map((tick) => ({ at: tick, text: String(Number(tick.toPrecision(2))) })),
              },
              marks: [
                fits &&
                  area(
                    fits.power.band.slice(0, places.length).map(({ x, low: from, high: to }) => [x, within(from), within(to)] as const), // prettier-ignore
                    { role: 'model' },
                  ),
                guide(values.size),
                ceiling.length > 0 &&
                  line(at(ceiling), { role: 'exact', look: 'solid', name: values.measure === 'top' ? 'no less is possible' : 'no more is possible' }), // prettier-ignore
                fits &&
                  line(
                    fits.power.band.slice(0, places.length).map(({ x, value }) => [x, value] as const),
                    { role: 'model', look: 'solid', name: 'power law, with its band of 95 percent' },
                  ),
                fits &&
                  line(
                    places.map((N) => [N, powerAt(fits.floored, N, fits.floor)] as const),
                    { role: 'y', look: 'dashed', name: 'a law with a floor' },
                  ),
                law &&
                  line(
                    law.line.map((value, i) => [sizes[i], value] as const),
                    { role: 'x', look: 'thin' },
                  ),
                lettersLaw &&
                  line(
                    lettersLaw.line.map((value, i) => [sizes[i], value] as const),
                    { role: 'z', look: 'thin' },
                  ),
                random.length > 0 && dots(at(random), { role: 'x', name: 'random vectors, all different', r: 4.5 }),
                letters.length > 0 && dots(at(letters), { role: 'z', name: lettersName[values.place], r: 4.5 }),
                networks.length > 0 && dots(at(networks), { role: 'model', name: 'the five networks', r: 4.5 }),
              ],
              drags: [{ ...bound('size'), along: 'x' }],
            },
          ],
        ]}
      />
      {fits && law && lettersLaw && (
        <p>
          Power of N: networks <b>{say.number(-fits.power.fit.exponent)}</b>, random vectors that all differ{' '}
          <b>{say.number(law.slope)}</b>, random vectors of characters <b>{say.number(lettersLaw.slope)}</b>. R²:{' '}
          <b>{say.number(fits.power.fit.rSquared ?? 0)}</b>, <b>{say.number(law.rSquared)}</b> and{' '}
          <b>{say.number(lettersLaw.rSquared)}</b>.
        </p>
      )}
      <Settings
        {...props}
        params={params}
        show={['count', 'place', 'measure', 'stage', 'centered', values.measure === 'rate' && 'precision', 'floor']}
      />
      {stale && (
        <p className="hint">This is still the text that was read last. Yours is read under “What of your own text?”.</p>
      )}
      {!stale && used < Number(values.count) && model.characters >= fewest && (
        <p className="hint">
          The text has only {say.count(used)} characters that the networks know; all of them are taken.
        </p>
      )}
    </div>
  );
}

/** How far the reading of the networks is, in words. */
function says({ values, model, say }: Props): string {
  const done = model.text === values.text ? model.members.length : 0;
  if (model.text === values.text && model.characters < fewest)
    return `The text needs ${fewest} characters or more that the networks know.`;
  if (done === FAMILY.length) return 'Read by all five networks.';
  if (!values.reading)
    return `Five files, ${say.number(megabytes, 1)} MB in all, are loaded for it. The text stays in this page.`;
  const next = FAMILY[done];
  return `Reading with network ${done + 1} of ${FAMILY.length}, ${say.count(next.parameters)} parameters, ${say.number(next.bytes / 1e6, 2)} MB.`;
}

function More(props: Props) {
  const { values, model, set, say } = props;
  const done = model.text === values.text ? model.members.length : 0;
  const running = values.reading && done < FAMILY.length && !(model.text === values.text && model.characters < fewest);
  return (
    <Folds>
      <Fold question="What of your own text?" holds={['text', 'reading']}>
        <TextInput
          label="Your text"
          text={values.text}
          longest={longestText}
          say={say}
          onText={(text) => set({ text })}
        />
        <RunRow
          running={running}
          done={done}
          of={FAMILY.length}
          counts="Networks that have read it"
          label={running ? 'Stop' : 'Load the networks and read it'}
          says={says(props)}
          disabled={!running && done === FAMILY.length}
          onStart={() => set({ reading: true })}
          onPause={() => set({ reading: false })}
        />
        <p className="hint">
          They know the line break and the printable characters of ASCII; other characters are left out. The first 512
          characters are read, in windows of 127.
        </p>
      </Fold>
      <Fold question="What do other random vectors say?" holds={['seed']}>
        <Settings {...props} params={params} show={['seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
