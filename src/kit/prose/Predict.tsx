import type { ReactNode } from 'react';
import { sayIn } from '#contract/say.ts';
import type { Readout } from '#contract/spec.ts';
import { usePage } from './page.ts';
import { apart, Reveal, StaysInBits } from './Practice.tsx';
import {
  askedOf,
  problemOfTruth,
  readoutsNamed,
  sayGuess,
  startOf,
  statesOf,
  truthOf,
  type Asked,
  type PredictProps,
} from './prediction.ts';

type AnyReadout = Readout<never, never>;

const named = ({ label, kind }: AnyReadout) => (kind === 'information' ? `${label}, in bits` : label);

/** Three decimals, as everywhere; amounts are in bits already. */
const computed = (value: number) => sayIn('bits').number(value);

/** The result of bars: what is true, with room for what was guessed. */
const Bars = ({ asked, readouts }: { readonly asked: Asked; readonly readouts: readonly AnyReadout[] }) => (
  <dl className="bars">
    {asked.truth.map((value, i) => (
      <div key={i}>
        <dt>{named(readouts[i])}</dt>
        <dd className="truth">
          <span className="track">
            <span style={{ width: `${(100 * value) / asked.top}%` }} />
          </span>
          {computed(value)} computed
        </dd>
      </div>
    ))}
  </dl>
);

interface CurveProps {
  readonly asked: Asked;
  readonly readout: AnyReadout;
  readonly across: string;
}

/** The result of a curve: the axes, the true curve, and the numbers, with room for the guess. The script copies the axes to draw on. */
function Curve({ asked: { truth, at = [], top }, readout, across }: CurveProps) {
  const left = (value: number) => Number(((100 * (value - at[0])) / (at.at(-1)! - at[0])).toFixed(2));
  const points = truth.map((value, i) => `${left(at[i])},${Number((100 - (100 * value) / top).toFixed(2))}`);
  return (
    <>
      <div className="sketch">
        <p>{named(readout)}</p>
        <div className="pad">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path className="grid" d="M0,0H100M0,50H100" />
            <path className="truth" d={`M${points.join('L')}`} />
          </svg>
          {[0, top / 2, top].map((value) => (
            <span key={value} className="up" style={{ bottom: `${(100 * value) / top}%` }}>
              {value}
            </span>
          ))}
          {at.map((value) => (
            <span key={value} className="along" style={{ left: `${left(value)}%` }}>
              {value}
            </span>
          ))}
        </div>
        <p>{across}</p>
        <p className="key">
          <span className="truth">computed</span>
        </p>
      </div>
      <div className="table-scroll" role="region" aria-label="The curve in numbers" tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">at</th>
              <th scope="col">computed</th>
            </tr>
          </thead>
          <tbody>
            {truth.map((value, i) => (
              <tr key={i}>
                <th scope="row">{at[i]}</th>
                <td>{computed(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How the guess is going to be scored, in a sentence. */
function scoring({ score, truth, at }: Asked): string {
  const mean = truth.length === 1 ? '' : `, in the mean over the ${truth.length} ${at ? 'points' : 'bars'}`;
  if (score === 'distance') return `You will be scored by how many bits you are off${mean}.`;
  const what = score === 'distribution' ? 'these bars' : at ? 'your probabilities' : 'your probability';
  return (
    `You will be scored in bits: what it costs per case, in the long run, to rely on ${what} instead of the computed ` +
    `${score === 'distribution' ? 'ones' : at ? `ones${mean}` : 'one'}. Nothing may be surer than 99 percent.`
  );
}

interface Props extends PredictProps {
  readonly id: string;
  readonly widget: string;
  readonly across?: string;
  readonly max?: string;
}

/** Amounts that the reader guesses, as bars to drag or a curve to draw, before the page shows what the widget computes. */
export function Predict({ children, ...props }: Props & { readonly children: ReactNode }) {
  const { id, widget, across, max, ...written } = props as Props;
  const { show } = usePage();
  const states = statesOf(written).map((state) => show('', widget, state));
  const [{ spec }] = states;
  const readouts: readonly AnyReadout[] = readoutsNamed(written.of).map((name) => spec.readouts[name]);
  const truth = truthOf(written.of, states);
  const asked = askedOf(spec, { ...written, max }, truth);
  const problem = states.some(({ unfinished }) => unfinished) ? undefined : problemOfTruth(asked, truth);
  if (problem) throw new Error(`<Predict id="${id}">: ${problem}`);
  const [reveal, question] = apart(children, Reveal);
  const start = startOf(asked);
  return (
    <section className="bet predict" data-predict={id} data-asked={JSON.stringify(asked)} aria-labelledby={`bet-${id}`}>
      <h3 id={`bet-${id}`}>Predict, then see</h3>
      {question}
      <form hidden>
        {asked.at ? (
          <p className="hint">
            Draw the curve across the picture. By keyboard, left and right choose a point, up and down move it.
          </p>
        ) : (
          readouts.map((readout, i) => (
            <label key={i}>
              <span>{named(readout)}</span>
              <input
                type="range"
                name="bar"
                step={asked.step}
                min={asked.min}
                max={asked.max}
                defaultValue={start[i]}
              />
              <output>{sayGuess(start[i], asked)}</output>
            </label>
          ))
        )}
        {readouts.some(({ kind }) => kind === 'information') && <StaysInBits />}
        <button className="go">Show what is true</button>
        <p className="hint">{scoring(asked)}</p>
      </form>
      <p className="outcome" role="status"></p>
      <details className="reveal">
        <summary>What is true</summary>
        {asked.at ? (
          <Curve
            asked={asked}
            readout={readouts[0]}
            across={across ?? spec.params[written.sweep!.split(' ')[0]].label}
          />
        ) : (
          <Bars {...{ asked, readouts }} />
        )}
        {reveal.map((element) => (element.props as { children: ReactNode }).children)}
      </details>
    </section>
  );
}
