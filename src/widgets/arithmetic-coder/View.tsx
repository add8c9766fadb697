import { useContext } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { dots, guide, line, steps } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { wholeNumbers } from '#kit/figure/wholeNumbers.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { FixedContext, HiddenContext } from '#kit/state/fixed.ts';
import { shownOf } from './model.ts';
import { mostDigits, mostSymbols, params, sizeOf } from './parameters.ts';
import { wholeOf } from './readouts.ts';
import type { spec } from './spec.ts';
import { Account, Stepper, Writer } from './Writer.tsx';
import { zoom } from './zoom.tsx';

type CoderProps = ViewProps<typeof spec>;

/** What has been paid, what has left, what a word for each symbol would take. */
function sent(props: CoderProps): PanelSpec {
  const { values, model } = props;
  const { place } = shownOf(model, values);
  const { stages, symbols, word } = model;
  const worth = stages.map(({ nats }, k) => [k, nats] as const);
  const last = symbols.length;
  const highest = Math.max(wholeOf(model).nats, Math.LN2 * word.length, Math.LN2 * wholeOf(model).huffman, Math.LN2);
  return {
    height: 130,
    key: 'above',
    x: { domain: [0, Math.max(1, last)], label: 'Symbols coded', ...wholeNumbers(last) },
    y: { domain: [0, 1.1 * highest], label: 'So far', information: true },
    marks: [
      guide(place),
      line(stages.map(({ huffman }, k) => [k, Math.LN2 * huffman] as const), { role: 'quiet', look: 'dashed', name: 'a word for each symbol' }), // prettier-ignore
      line(worth, { role: 'exact', look: 'dotted', name: 'worth, −log P' }),
      steps(stages.map(({ settled }, k) => [k, Math.LN2 * settled.length] as const), { role: 'model', name: 'digits that have left' }), // prettier-ignore
      dots([[last, Math.LN2 * word.length]], { role: 'x', name: 'the whole code' }),
    ],
    drags: [{ ...bind(params, props)('taken'), along: 'x', max: last }],
  };
}

/** How many symbols are certain after so many digits. */
function received(props: CoderProps): PanelSpec {
  const { values, model } = props;
  const { digits } = shownOf(model, values);
  const { certain, word, read } = model;
  return {
    height: 130,
    x: { domain: [0, Math.max(1, word.length)], label: 'Digits that have arrived', ...wholeNumbers(word.length) },
    y: { domain: [0, 1.1 * Math.max(1, read.length)], label: 'Symbols that are certain', format: (tick) => (Number.isInteger(tick) ? String(tick) : '') }, // prettier-ignore
    marks: [
      guide(digits),
      steps(certain.map((symbols, k) => [k, symbols] as const), { role: 'model' }), // prettier-ignore
      dots([[digits, certain[digits]]], { role: 'model' }),
    ],
    drags: [{ ...bind(params, props)('arrived'), along: 'x', max: word.length }],
  };
}

/** One question: what becomes of a text, symbol by symbol and digit by digit? */
export function View(props: CoderProps) {
  const { values, model, width, say } = props;
  const isReceived = values.direction === 'receive';
  const unit = {
    x: { domain: [0, 1], bare: true, label: 'Worth of the symbols so far', information: true },
    y: { domain: [0, 1], bare: true },
  } as const;
  return (
    <div className="arithmetic-coder">
      <Writer {...props} />
      <Figure
        {...{ width, say }}
        rows={[
          [{ ...unit, height: 250, title: isReceived ? 'What the digits leave open' : 'Each symbol takes its share, which is then drawn large', marks: [zoom(model, values, say)] }], // prettier-ignore
          [isReceived ? received(props) : sent(props)],
        ]}
      />
      <Stepper {...props} />
      <Account {...props} />
      <Settings
        {...props}
        params={params}
        show={[
          'direction',
          'predictor',
          values.predictor !== 'coins' && 'letters',
          ...(values.predictor === 'fixed' ? [(sizeOf(values) === 2 ? ['a', 'b'] : ['a', 'b', 'c']) as ['a', 'b']] : []), // prettier-ignore
        ]}
      />
    </div>
  );
}

function More(props: CoderProps) {
  const fixed = useContext(FixedContext);
  const hidden = useContext(HiddenContext);
  const isSettled = (name: string) => fixed.has(name) || hidden.includes(name);
  const { model } = props;
  if (['ends', 'slip', 'taken', 'arrived'].every(isSettled)) return null;
  return (
    <Folds>
      <Fold question="How does the decoder know where the text ends?" holds={['ends']}>
        <Settings {...props} params={params} show={['ends']} />
      </Fold>
      <Fold question="And if its numbers are not the same?" holds={['slip']}>
        <Settings {...props} params={params} show={['slip']} />
      </Fold>
      <Fold question="How far exactly?">
        <Settings
          {...props}
          params={params}
          show={['taken', 'arrived']}
          most={{
            taken: Math.min(mostSymbols + 1, model.symbols.length),
            arrived: Math.min(mostDigits, model.word.length),
          }}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
