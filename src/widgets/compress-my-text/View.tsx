import { useState, useSyncExternalStore } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { FileButton } from '#kit/reading/FileButton.tsx';
import { firstCharacters } from '#kit/reading/firstCharacters.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { download } from '#kit/host/download.ts';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { fromBase64, toBase64 } from './base64.ts';
import { mostBytes, mostOfPack, params } from './parameters.ts';
import { rowHeight, rowsMark } from './rows.tsx';
import { rowsOf } from './rowsOf.ts';
import type { spec } from './spec.ts';
import { useSpeed } from './useSpeed.ts';

type Props = ViewProps<typeof spec>;

const never = () => () => {};
/** Nats per character that the panel holds at least and at most: a byte that is stored, and a half more. */
const [least, most] = [8 * Math.LN2, 12 * Math.LN2];
/** One question: who needs how many bits for a character of this text? */
export function View(props: Props) {
  const { model, width, say } = props;
  const rows = rowsOf(props);
  const longest = Math.max(...rows.map(({ parts }) => parts.reduce((sum, { nats }) => sum + nats, 0)));
  return (
    <div style={{ maxWidth: width }}>
      <Source {...props} />
      <Standing {...props} />
      {!model.opened && (
        <Figure
          {...{ width, say }}
          rows={[
            [
              {
                height: rows.length * rowHeight,
                x: { domain: [0, Math.min(most, Math.max(longest, least))], bare: true },
                y: { domain: [0, 1], bare: true },
                marks: [rowsMark(rows)],
              },
            ],
          ]}
        />
      )}
      <Settings {...props} params={params} show={props.values.counted ? ['counted', 'sent'] : ['counted']} />
    </div>
  );
}

/** The text, or a file in its place. */
function Source({ values, model, say, set }: Props) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [note, setNote] = useState('');
  const { text, file, pack } = values;
  const isFile = file !== '' || pack !== '';
  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    setNote('');
    if (chosen.size === 0) return setNote(`“${chosen.name.slice(0, 60)}” is empty.`);
    const isPack = /\.bpt$/i.test(chosen.name);
    if (chosen.size > (isPack ? mostOfPack : mostBytes))
      return setNote(`“${chosen.name.slice(0, 60)}” has more than a megabyte, the most that is taken here.`);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    set({ stopped: false, file: isPack ? '' : toBase64(bytes), pack: isPack ? toBase64(bytes) : '' });
  };
  const save = () => {
    if (model.opened)
      download(model.opened.text === null ? 'opened' : 'opened.txt', new Blob([fromBase64(model.opened.base64)]));
    else if (model.file) download('text.bpt', new Blob([fromBase64(model.file.base64)]));
  };
  return (
    <>
      {!isFile && (
        <TextInput
          label="Your text"
          longest={mostBytes}
          {...{ text, say }}
          onText={(next) => set({ text: next, stopped: false })}
        />
      )}
      <div className="row">
        <button type="button" disabled={!alive || !(model.file || model.opened)} onClick={save}>
          {model.opened ? 'Save what was in it' : 'Save as .bpt'}
        </button>
        <FileButton label="Open a file, or a .bpt" {...{ alive }} onFile={(file) => void open(file)} />
        {model.file && pack === '' && (
          <button type="button" disabled={!alive} onClick={() => set({ pack: model.file!.base64, stopped: false })}>
            Open the .bpt again
          </button>
        )}
        {isFile && (
          <button type="button" disabled={!alive} onClick={() => set({ file: '', pack: '', stopped: false })}>
            Back to my text
          </button>
        )}
        <span className="hint">Any file up to a megabyte. Nothing leaves the page.</span>
      </div>
      {note && <p role="status">{note}</p>}
      {model.opened?.text && (
        <blockquote>
          {firstCharacters(model.opened.text, 600)}
          {model.opened.text.length > 600 && ` … (${say.count(model.opened.text.length)} characters in all)`}
        </blockquote>
      )}
    </>
  );
}

/** How far it is, how fast, and a way to stop; or what came of it. */
function Standing({ values, model, say, set }: Props) {
  const { bytes, done, file, opened, problem } = model;
  const isOver = file !== null || opened !== null || problem !== null;
  const { speed, left } = useSpeed(model.of, done, bytes, isOver);
  const said = problem
    ? problem
    : opened
      ? `${say.count(bytes)} bytes came out, and they match the checksum of what went in.`
      : file
        ? `${say.count(bytes)} bytes → ${say.count(file.bytes)} bytes${{ network: '', counts: ', by counts alone', stored: bytes === 1 ? ', stored as it is' : ', stored as they are' }[file.method]}.`
        : `${say.count(done)} of ${say.count(bytes)} bytes${values.stopped ? ', stopped' : ''}.`;
  return (
    <div className="row">
      <p role={isOver ? 'status' : undefined}>
        {said}
        {speed > 0 && ` ${say.count(speed)} bytes a second${left > 0 ? `, about ${say.count(left)} s left` : ''}.`}
      </p>
      {!isOver && done > 0 && (
        <button type="button" onClick={() => set({ stopped: !values.stopped })}>
          {values.stopped ? 'Begin again' : 'Stop'}
        </button>
      )}
    </div>
  );
}
