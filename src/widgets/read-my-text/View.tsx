import { useState, useSyncExternalStore, type DragEvent } from 'react';
import type { Engine } from '#contract/engine.ts';
import type { Reading } from '#contract/reading.ts';
import { firstDifference } from '#contract/readOn.ts';
import type { ViewProps } from '#contract/spec.ts';
import { Legend } from '#kit/reading/Legend.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { AlongText } from './AlongText.tsx';
import { estimateHeight } from './blocks.ts';
import { FileRow } from './FileRow.tsx';
import { openFile } from './openFile.ts';
import { PredictionPanel } from './PredictionPanel.tsx';
import { ReadingView } from './ReadingView.tsx';
import { RunsOn } from './RunsOn.tsx';
import { longestText, type spec } from './spec.ts';
import { mostSurprising, selectedToken } from './state.ts';
import { Totals } from './Totals.tsx';
import { useKeptText } from './useKeptText.ts';

type Props = ViewProps<typeof spec> & { readonly engine?: Engine };

const never = () => () => {};

/** Two columns fit from this width on; the gap between them, and the share of the left one. */
const twoColumns = 600;
const gap = 28;
const leftShare = 0.59;

/** Heights in pixels: of the bars, and of what stands in the left column together with them when it is as high as the prediction. */
const [leastPlot, mostPlot, beside] = [118, 300, 462];

/** Bars as high as a short text leaves room for beside the prediction, so that the column has no hole at its end. */
function plotHeightBeside(reading: Reading, width: number): number {
  const { starts } = reading;
  const shown = Math.min(starts.length, 1000);
  const text = shown === 0 ? 0 : estimateHeight(reading, 0, shown, width);
  return Math.min(mostPlot, Math.max(leastPlot, beside - text));
}

export function View({ values, model, width, set, say, engine }: Props) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [note, setNote] = useState<{ readonly text: string; readonly before?: string }>();
  const [over, setOver] = useState(false);
  const kept = useKeptText(values.text, (text) => set({ text }));
  const { reading } = model;
  const selected = selectedToken(reading, values.position);
  const select = (position: number) => set({ position });
  const left = width >= twoColumns ? Math.round(leftShare * (width - gap)) : width;

  const read = (text: string) => {
    // A choice within what stays the same stays; after that the words are others.
    const chosen = values.position >= 0 && (reading.starts[values.position] ?? Infinity);
    const moved = chosen !== false && chosen >= firstDifference(text, values.text);
    set({ text, file: '', visible: 0, ...(moved && { position: mostSurprising }) });
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    const opened = await openFile(file);
    if ('refused' in opened) return setNote({ text: opened.refused });
    if ('file' in opened) {
      set({ file: opened.file, position: mostSurprising });
      return setNote(undefined);
    }
    setNote({ text: opened.note, before: values.text });
    read(opened.text);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void open(event.dataTransfer.files[0]);
  };

  return (
    // Dropping is a second way to do what the button does.
    <div
      className={over ? 'read-my-text dropping' : 'read-my-text'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div hidden={model.file !== undefined}>
        <TextInput label="Your text" text={values.text} longest={longestText} say={say} onText={read} />
      </div>
      <FileRow {...{ values, model, note, kept, alive, say, set }} onOpen={open} onRead={read} onNote={setNote} />
      <Totals model={model} asked={values.text} say={say} />
      <div
        className="read-my-text-columns"
        style={
          left < width
            ? { gridTemplateColumns: `minmax(0, ${leftShare}fr) minmax(0, ${(1 - leftShare).toFixed(2)}fr)` }
            : undefined
        }
      >
        <div>
          <div className="row read-my-text-bar">
            <Legend shown={values.show} say={say} />
            <ShowChoice show={values.show} onShow={(show) => set({ show })} />
          </div>
          <ReadingView
            shown={values.show}
            follow={values.position >= 0}
            width={left}
            {...{ reading, selected, say }}
            onSelect={select}
            onUnread={(visible) => set({ visible })}
          />
          <AlongText
            {...{ reading, selected, say }}
            width={left}
            plotHeight={left < width && !model.file ? plotHeightBeside(reading, left) : leastPlot}
            onSelect={select}
          />
          {!model.file && <RunsOn engine={engine} say={say} />}
        </div>
        <PredictionPanel {...{ model, say }} position={values.position} onPosition={select} />
      </div>
    </div>
  );
}

type Show = Props['values']['show'];
const ways: readonly Show[] = ['surprisal', 'entropy', 'rank'];

function ShowChoice({ show, onShow }: { readonly show: Show; onShow(show: Show): void }) {
  return (
    <div className="read-my-text-show" role="group" aria-label="Color by">
      {ways.map((way) => (
        <button type="button" key={way} aria-pressed={way === show} onClick={() => onShow(way)}>
          {way}
        </button>
      ))}
    </div>
  );
}
