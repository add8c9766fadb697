import { Fragment, useId, useSyncExternalStore } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Lists, rowsOf } from './Lists.tsx';
import { legendLines } from './layout.ts';
import { Mentions } from './Mentions.tsx';
import { params } from './parameters.ts';
import { legalName, parts } from './passage.ts';
import { isRead, share } from './reading.ts';
import type { spec } from './spec.ts';

type NameProps = ViewProps<typeof spec>;

const never = () => () => {};

/** The passage with the name in it, what it costs at each mention, and what earlier mentions save over lists of names. */
export function View(props: NameProps) {
  const { values, model, width, set, say } = props;
  const id = useId();
  // Nothing can be typed before the page is alive, so that nothing typed is lost.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { name, problem } = legalName(values.name);
  const { reading } = model;
  const isOther = reading.name !== name;
  const busy = !isRead(reading) || isOther;
  const legend = 20 * legendLines(width);
  const column = { left: 40, right: width - 8 };
  const mentions = { ...column, top: 34 + legend, bottom: 204 + legend };
  const across = { left: 8, right: width - 8, top: mentions.bottom + 78 };
  const rows = rowsOf(model, across, say.unit);
  const lists = { ...across, bottom: rows.bottom };
  const height = lists.bottom + 40;
  return (
    <div className="new-name">
      <div className="control">
        <label htmlFor={id}>{params.name.label}</label>
        <input
          id={id}
          type="text"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={params.name.maximumLength}
          readOnly={!alive}
          value={values.name}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && `${id}-problem`}
          onChange={(event) => set({ name: event.target.value })}
        />
        {problem && (
          <p className="problem" id={`${id}-problem`} role="status">
            {problem}
          </p>
        )}
      </div>
      <p className="new-name-passage" dir="auto" aria-busy={busy}>
        {parts.map((part, i) => (
          <Fragment key={i}>
            {part}
            {i < parts.length - 1 && (
              <span className="new-name-mention">
                <b>{name}</b>
                {!busy && <span className="value">{say.amount(reading.own[i], 1)}</span>}
              </span>
            )}
          </Fragment>
        ))}
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <Mentions {...{ reading, say, width }} box={mentions} />
        <Lists {...{ rows, say }} box={lists} />
      </svg>
      <p className="hint">
        Empty bars: the same place in the same passage, with other names at the mentions before it. One who looks back
        expects before each word, with probability {say.probability(share)}, one of the words and marks so far, and goes
        by the network otherwise. Behind ± stands one standard error, with the two names of a novel counted as one.
      </p>
      {isRead(reading) && isOther && <p className="hint">The picture is still of “{reading.name}”.</p>}
    </div>
  );
}
