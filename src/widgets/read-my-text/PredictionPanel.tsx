import { useId, useRef, useState, type CSSProperties } from 'react';
import { unknown } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { namedText, tokenNamed, visibleText } from '#kit/reading/cells.ts';
import type { Prediction } from './prediction.ts';
import { selectedToken, whatComesNext, type ReadMyText } from './state.ts';
import { Surprise } from './Surprise.tsx';

/** Height of a row and number of rows in sight. */
const row = 26;
const rowsInSight = 12;
/** What the reader is reminded of. */
const remembered = 42;

interface PredictionPanelProps {
  readonly model: ReadMyText;
  readonly position: number;
  readonly say: Say;
  onPosition(position: number): void;
}

interface RowProps {
  readonly prediction: Prediction;
  readonly index: number;
  readonly say: Say;
}

function Row({ prediction, index, say }: RowProps) {
  const p = Math.exp(prediction.logProbabilities[index]);
  const came = index === prediction.came;
  return (
    <li value={index + 1} className={came ? 'came' : undefined} style={{ '--p': p.toFixed(4) } as CSSProperties}>
      <span className="rank">{say.count(index + 1)}</span>
      <span className="name">
        {visibleText(prediction.tokens[index])}
        {came && <em> came</em>}
      </span>
      <span className="probability">{say.probability(p)}</span>
    </li>
  );
}

/** All tokens, ranked, of which only the rows in sight are drawn. */
function RankedTokens({ prediction, say }: { readonly prediction: Prediction; readonly say: Say }) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const [top, setTop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const { tokens, came } = prediction;
  const all = tokens.map((_, index) => index);
  const found = wanted === '' ? all : all.filter((index) => tokens[index].toLowerCase().includes(wanted.toLowerCase()));
  const first = Math.min(Math.floor(top / row), Math.max(0, found.length - rowsInSight));
  const drawn = found.slice(Math.max(0, first - 4), first + rowsInSight + 4);
  const before = found.indexOf(drawn[0] ?? 0) * row;
  return (
    <>
      {tokens.length > rowsInSight && (
        <div className="read-my-text-find">
          <label htmlFor={id}>Find</label>
          <input
            id={id}
            type="search"
            value={wanted}
            placeholder={`one of ${say.count(tokens.length)} tokens`}
            autoCapitalize="off"
            onChange={(event) => {
              setWanted(event.target.value);
              setTop(0);
              box.current?.scrollTo({ top: 0 });
            }}
          />
        </div>
      )}
      <div
        ref={box}
        className="read-my-text-ranks"
        role="region"
        aria-label="What could have come, from likely to unlikely"
        tabIndex={0}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <ol style={{ paddingTop: before, height: Math.max(1, found.length) * row }}>
          {drawn.map((index) => (
            <Row key={index} {...{ prediction, index, say }} />
          ))}
        </ol>
        {found.length === 0 && <p className="hint">No token holds {namedText(wanted)}.</p>}
      </div>
      {came >= rowsInSight && (
        <ol className="read-my-text-pinned" aria-label="What came">
          <Row {...{ prediction, index: came, say }} />
        </ol>
      )}
    </>
  );
}

/** What the list leaves out, and how much that weighs. */
function rest({ tokens, logProbabilities, rest }: Prediction, say: Say): string {
  const tail = rest + logProbabilities.slice(rowsInSight).reduce((sum, p) => sum + Math.exp(p), 0);
  const others = Math.max(0, tokens.length - rowsInSight);
  if (rest === 0)
    return others === 0
      ? ''
      : `The other ${say.count(others)} tokens together: ${say.probability(Math.min(1, tail))}. Scroll or search to see them.`;
  return `The file does not say how a probability of ${say.probability(rest)} is shared out among the rest.`;
}

/** One position of the text: what the model expected there, how unsure it was, and what came. */
export function PredictionPanel({ model, position, say, onPosition }: PredictionPanelProps) {
  const { reading, prediction, settled } = model;
  const selected = selectedToken(reading, position);
  const atEnd = selected === reading.ids.length;
  const offset = atEnd ? reading.text.length : (reading.starts[selected] ?? 0);
  const before = reading.text.slice(Math.max(0, offset - remembered), offset);
  const last = reading.ids.length - 1;
  const turn = (step: number) => onPosition(Math.min(last, Math.max(0, selected + step)));
  return (
    <section className="read-my-text-panel" aria-label="The prediction at the selected token" data-settled={settled}>
      <div className="read-my-text-where">
        <button type="button" aria-label="Previous token" disabled={selected <= 0} onClick={() => turn(-1)}>
          ←
        </button>
        <button type="button" aria-label="Next token" disabled={selected >= last} onClick={() => turn(1)}>
          →
        </button>
        <button
          type="button"
          aria-pressed={position === whatComesNext}
          disabled={model.file !== undefined}
          onClick={() => onPosition(whatComesNext)}
        >
          What comes next?
        </button>
      </div>
      {selected < 0 ? (
        <p className="hint">Nothing has been read yet.</p>
      ) : (
        <>
          <p className="read-my-text-before">
            {before === '' ? 'At the very beginning' : 'After '}
            {before !== '' && (
              <q dir="auto">
                {offset > remembered && '…'}
                {before}
              </q>
            )}
            {atEnd ? ', what comes next?' : <>, came {<b dir="auto">{tokenNamed(reading, selected)}</b>}</>}
          </p>
          {!atEnd && reading.surprisal[selected] !== unknown && <Surprise {...{ reading, selected, say }} />}
          {prediction && <RankedTokens {...{ prediction, say }} />}
          {prediction && <p className="read-my-text-rest">{rest(prediction, say)}</p>}
        </>
      )}
    </section>
  );
}
