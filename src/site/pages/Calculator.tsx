import { sayIn } from '#contract/say.ts';
import { examples } from '#calculator/examples.ts';
import { kindsWith, measures, parts } from '#calculator/measures/all.ts';
import { wholeReport, type Answered } from '#calculator/report.ts';
import { kindNames, kinds, usualSettings } from '#calculator/subject.ts';
import { usePage } from '#kit/prose/page.ts';
import { Tex } from '#kit/prose/Text.tsx';
import { Places, Results } from '#site/calculator/Results.tsx';

const [first] = examples;

function Form() {
  return (
    <form className="calculator" data-calculator="" hidden>
      <label htmlFor="calculator-input">Numbers or text</label>
      <textarea
        id="calculator-input"
        rows={9}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        defaultValue={first.text}
        aria-describedby="calculator-hint calculator-status"
      />
      <p className="hint" id="calculator-hint">
        Lines with names and numbers, a table from a spreadsheet, CSV, JSON, or the answer of a language model’s server.
        Fractions, percentages and powers of ten are numbers too. Nothing leaves this page.
      </p>
      <p className="file" data-file="" hidden>
        <span></span>{' '}
        <button type="button" data-drop-file="">
          Take the file away
        </button>
      </p>
      <div className="fields">
        <label>
          <span>Read it as</span>
          <select data-kind="" defaultValue="guess">
            <option value="guess">what it seems to be</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>An example</span>
          <select data-example="" defaultValue="">
            <option value="">choose one</option>
            <option value="own" data-own="" hidden>
              What you typed
            </option>
            {examples.map(({ kind, title }, i) => (
              <option key={kind} value={i}>
                {title}
              </option>
            ))}
            <optgroup label="What you have pinned" data-pins="" hidden></optgroup>
          </select>
        </label>
      </div>
      <details className="settings">
        <summary>Settings: logarithms, order, temperature, bottleneck, prompt</summary>
        <p className="hint">
          They are about the input. Bits or nats for the results are chosen at the top of the page.
        </p>
        <div className="fields">
          <label>
            <span>Log-probabilities are</span>
            <select data-setting="base" defaultValue={usualSettings.base}>
              <option value="auto">as they seem to be</option>
              <option value="e">natural logarithms</option>
              <option value="2">to the base 2</option>
              <option value="10">to the base 10</option>
            </select>
          </label>
          {(
            [
              ['order', 'Order α of Rényi and Tsallis, from 0'],
              ['temperature', 'Temperature T of logits, from 0'],
              ['beta', 'β of the bottleneck, from 0'],
              ['prompt', 'Tokens of the prompt, from 0'],
            ] as const
          ).map(([name, label]) => (
            <label key={name}>
              <span>{label}</span>
              <input
                className="number"
                inputMode="decimal"
                autoComplete="off"
                data-setting={name}
                defaultValue={usualSettings[name]}
              />
            </label>
          ))}
        </div>
      </details>
      <div className="row">
        <button type="submit" className="go">
          Calculate
        </button>
        <label className="button">
          Open a file <input type="file" className="visually-hidden" data-open="" />
        </label>
        <button type="button" data-link="">
          Copy a link with this input
        </button>
      </div>
      <div className="working" data-working="" hidden>
        <label>
          Computing <progress max={1} value={0} />
        </label>{' '}
        <button type="button" data-stop="">
          Stop
        </button>
      </div>
      <p role="status" id="calculator-status" className="status"></p>
    </form>
  );
}

/** Every measure with its formula: what the calculator can do, and where its script finds the formulas. */
function Catalogue({ href }: { readonly href: (address: string) => string }) {
  return (
    <section aria-labelledby="every-measure" className="catalogue">
      <h2 id="every-measure">Every measure</h2>
      <p>
        {measures.length} of them. Which apply depends on what the input is. Where no page of the book explains one,
        there is only the way to what its computation is checked against.
      </p>
      {parts.map(({ part, title }) => (
        <details key={part}>
          <summary>{title}</summary>
          <p className="hint">From: {kindsWith[part].map((kind) => kindNames[kind].toLowerCase()).join('; ')}.</p>
          <dl>
            {measures
              .filter(({ of }) => of === part)
              .map(({ id, label, formula }) => (
                <div key={id} id={`measure-${id}`}>
                  <dt>{label}</dt>
                  <dd data-formula={id}>
                    <Tex tex={formula} display />
                  </dd>
                  <dd>
                    <Places {...{ id, label, href }} />
                  </dd>
                </div>
              ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

/** A calculator of everything the book measures. Without a script it shows one input worked out, and the list of all measures. */
export function Calculator() {
  const { root, unit } = usePage();
  const href = (address: string) => `${root}/${address}`;
  const report = wholeReport({ text: first.text, kind: 'guess', settings: usualSettings }) as Answered;
  const formulas = new Map(measures.map(({ id, formula }) => [id, formula]));
  return (
    <div className="calculating">
      <h1>Calculator</h1>
      <p className="lede">Your numbers, over a hundred measures, and the way to each.</p>
      <p>
        Paste a distribution, two of them, a joint table, counts, logits or log-probabilities, a Markov chain, a
        channel, a text, or paired columns. You get every measure that applies, with its formula, the steps with your
        numbers, what to beware of, and, where a page explains it, the way there.
      </p>
      <noscript>
        <p>
          To compute with your own numbers it needs JavaScript. Below is one example that was computed when this page
          was made: a loaded die.
        </p>
      </noscript>
      <Form />
      <section aria-labelledby="results-title" data-results-section="">
        <h2 id="results-title">
          Results: <span data-results-title="">{first.title.toLowerCase()}</span>
        </h2>
        <div data-results="">
          <Results
            {...{ report, href }}
            say={sayIn(unit)}
            fixed
            formula={(id) => <Tex tex={formulas.get(id)!} display />}
          />
        </div>
      </section>
      <Catalogue href={href} />
    </div>
  );
}
