import { useEffect, useId, useState } from 'react';
import { FileButton } from '#kit/reading/FileButton.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { ownNetwork } from '#kit/state/ownNetwork.ts';
import { KeepNetwork } from '#kit/host/KeepNetwork.tsx';
import { keep, keptNetwork, type Kept } from './kept.ts';
import type { TrainIt } from './model.ts';
import { params } from './parameters.ts';
import type { TrainProps } from './props.ts';

const says = (error: unknown) => (error instanceof Error ? error.message : String(error));
const longestName = 40;
const shortened = (name: string) => {
  const letters = Array.from(name);
  return letters.length > longestName ? `${letters.slice(0, longestName).join('')}…` : name;
};

/** The network as it is now, with a name that says how it came about. */
function nowOf({ live, step }: TrainIt, data: string): Kept | undefined {
  const learned = params.data.options.find(({ value }) => value === data)?.label ?? data;
  return live && { name: `${learned}, ${step} steps`, network: live.state.network, symbols: live.symbols };
}

/** Keeping the network: for this page, on this computer, as a file; and beginning from one that was kept. */
export function KeepRow({ values, model, set, trainer }: TrainProps) {
  const id = useId();
  const alive = useAlive();
  const [names, setNames] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const now = nowOf(model, values.data);

  /** Puts it on the list; a network that was opened is begun from at once. */
  const add = (kept: Kept): number => {
    const number = keep(kept);
    setNames((known) =>
      known.map((name, i) => name ?? keptNetwork(i + 1)?.name).concat(known.length < number ? [kept.name] : []),
    );
    return number;
  };
  useEffect(() => {
    const stored = ownNetwork.get();
    if (!stored || !trainer) return;
    // What is stored was written by another page, or another version of the book: it is checked like any file.
    trainer.open(stored).then(add, () => ownNetwork.forget());
  }, [trainer]);

  const write = async (then: (file: ArrayBuffer) => string) => {
    if (!now || !trainer) return;
    try {
      setNote(then(await trainer.write(now)));
      add(now);
    } catch (error) {
      setNote(says(error));
    }
  };
  const open = async (file: File | undefined) => {
    if (!file || !trainer) return;
    try {
      const kept = await trainer.open(await file.arrayBuffer());
      setNote(`${shortened(kept.name)}: ${kept.network.values.length} numbers. Training begins from it.`);
      set({ from: add(kept), playing: false });
    } catch (error) {
      setNote(`${shortened(file.name)}: ${says(error)}`);
    }
  };
  return (
    <div className="row train-it-keep">
      <KeepNetwork
        disabled={!now}
        use="The figures that read and write texts can use it, if it learned from a text."
        write={write}
      />
      <FileButton label="Open a network" {...{ alive }} onFile={(file) => void open(file)} />
      {names.length > 0 && (
        <>
          <label htmlFor={id}>Begin from</label>
          <select
            id={id}
            value={values.from}
            onChange={(event) => set({ from: Number(event.target.value), playing: false })}
          >
            <option value={0}>a fresh network</option>
            {names.map((name, i) => (
              <option key={i} value={i + 1}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <p className="hint" role="status">
        {note}
      </p>
    </div>
  );
}
