import { useContext, useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { FileButton } from '#kit/reading/FileButton.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { exampleColumns, longestText, params } from './parameters.ts';
import { ringColumns } from './ring.ts';
import type { spec } from './spec.ts';

/** The reader’s text or file, what was made of it, and what could not be. */
export function OwnColumns(props: ViewProps<typeof spec>) {
  // The text that stands in the field, of which the numbers may not be there yet.
  const { values: shown, now: values = shown, model, set, say } = props;
  const alive = useAlive();
  const fixed = useContext(FixedContext).has('columns');
  const example = values.by === 'critic' ? ringColumns : exampleColumns;
  const [note, setNote] = useState<string>();
  /** The reader’s columns, when the example was wanted back: Undo does not keep texts. */
  const [left, setLeft] = useState<string>();
  async function open(file: File | undefined) {
    if (!file) return;
    try {
      if (file.size > 4_000_000) return setNote(`${file.name} is larger than four megabytes. Your text is as it was.`);
      const text = await file.text();
      if (text.length > longestText) {
        // Whole lines only.
        set({ columns: text.slice(0, text.lastIndexOf('\n', longestText) + 1 || longestText) });
        setNote(`Of ${file.name} the first ${say.count(longestText)} characters are read, up to the end of a line.`);
      } else {
        set({ columns: text });
        setNote(undefined);
      }
    } catch {
      setNote(`${file.name} could not be opened. Your text is as it was.`);
    }
  }
  return (
    <>
      {!fixed && (
        <>
          <TextInput
            label={params.columns.label}
            text={values.columns}
            longest={longestText}
            say={say}
            onText={(columns) => set({ columns })}
          />
          <div className="row">
            <FileButton
              label="Open a table"
              accept=".csv,.tsv,.txt,text/*"
              {...{ alive }}
              onFile={(file) => void open(file)}
            />
            {values.columns !== example ? (
              <button
                type="button"
                disabled={!alive}
                onClick={() => {
                  setLeft(values.columns);
                  set({ columns: example });
                }}
              >
                Back to the example
              </button>
            ) : (
              left && (
                <button type="button" disabled={!alive} onClick={() => set({ columns: left })}>
                  Back to your columns
                </button>
              )
            )}
            <span className="hint">Numbers or names, with a comma, a semicolon or a tab. Nothing leaves the page.</span>
          </div>
        </>
      )}
      {note !== undefined && <p role="status">{note}</p>}
      {model.source === 'columns' && <p role="status">{model.problem ?? model.own?.said}</p>}
      <Settings
        {...props}
        params={params}
        show={['by', values.by === 'critic' ? 'bound' : model.own?.kind === 'numbers' && 'bins']}
      />
    </>
  );
}
