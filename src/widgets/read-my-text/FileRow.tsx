import { useId } from 'react';
import { totalsOf } from '#contract/reading.ts';
import type { ViewProps } from '#contract/spec.ts';
import { NumberField } from '#kit/controls/NumberControl.tsx';
import { FileButton } from '#kit/reading/FileButton.tsx';
import { firstCharacters } from '#kit/reading/firstCharacters.ts';
import { longestText, spec } from './spec.ts';
import { mostSurprising } from './state.ts';
import type { KeptText } from './useKeptText.ts';

interface FileRowProps extends Pick<ViewProps<typeof spec>, 'values' | 'model' | 'say' | 'set'> {
  readonly note: { readonly text: string; readonly before?: string } | undefined;
  readonly kept: KeptText;
  readonly alive: boolean;
  onOpen(file: File | undefined): void;
  onRead(text: string): void;
  onNote(note: undefined): void;
}

/** Opening a file, what came of it, and whether the text is kept. */
export function FileRow({ values, model, note, kept, alive, say, set, onOpen, onRead, onNote }: FileRowProps) {
  const id = useId();
  const { file, problem } = model;
  const backToText = () => set({ file: '', position: mostSurprising });
  return (
    <div className="row read-my-text-files">
      <FileButton label="Open a file" {...{ alive }} onFile={onOpen} />
      {!file && (
        <button type="button" disabled={!alive || values.text === ''} onClick={() => onRead('')}>
          Clear
        </button>
      )}
      <label className="toggle" htmlFor={`${id}-keep`}>
        <input
          id={`${id}-keep`}
          type="checkbox"
          checked={kept.on}
          disabled={!alive}
          onChange={(event) => kept.turn(event.target.checked)}
        />
        <span>Keep my text on this computer</span>
      </label>
      <span className="hint">
        A text, or the log-probabilities of another model (OpenAI, llama.cpp, vLLM, Ollama, SGLang, TGI, Gemini).
        Nothing leaves the page.
      </span>
      {!file && isLikeLogProbabilities(values.text) && (
        <Note>
          This looks like the log-probabilities of a model. Here it is read as a text.{' '}
          <button type="button" disabled={!alive} onClick={() => onOpen(new File([values.text], 'pasted.json'))}>
            Read the log-probabilities
          </button>
        </Note>
      )}
      {kept.notice && <Note>{kept.notice}</Note>}
      {note && (
        <Note>
          {note.text}{' '}
          {note.before !== undefined && (
            <button
              type="button"
              onClick={() => {
                onRead(note.before!);
                onNote(undefined);
              }}
            >
              Put mine back
            </button>
          )}
        </Note>
      )}
      {problem && (
        <Note>
          {problem} Your own text is shown instead.{' '}
          <button type="button" onClick={() => onRead(firstCharacters(values.file, longestText))}>
            Read the file as a text
          </button>{' '}
          <button type="button" onClick={backToText}>
            Leave it
          </button>
        </Note>
      )}
      {file && (
        <div className="row read-my-text-file">
          <p>
            <b>{file.parsed.form}</b>
            {file.parsed.model && `, ${file.parsed.model}`}: the numbers of another model, not of the one in this page.{' '}
            {shortcomings(model, say)}
          </p>
          <label htmlFor={`${id}-vocabulary`}>Tokens in its vocabulary (0: not known)</label>
          <NumberField
            id={`${id}-vocabulary`}
            parameter={spec.params.vocabulary}
            value={values.vocabulary}
            onChange={(vocabulary) => set({ vocabulary })}
          />
          <button type="button" onClick={backToText}>
            Back to my text
          </button>
        </div>
      )}
    </div>
  );
}

/** What a server answers begins so, and a text of a reader's hardly ever. */
const isLikeLogProbabilities = (text: string) => /^\s*(data: *)?[[{]/.test(text) && /"(top_)?logprobs?"/.test(text);

/** What the file does not say, or says inconsistently. */
function shortcomings({ reading, file }: FileRowProps['model'], say: FileRowProps['say']): string {
  const { withEntropy, tokens } = totalsOf(reading);
  const without = reading.ids.length - tokens;
  const unclear = tokens - withEntropy;
  const sentences = [
    ...(file?.parsed.notes ?? []),
    reading.entropyAtMost?.includes(Infinity) &&
      'It lists only the likeliest tokens, so the entropy is known from below; without the size of the vocabulary there is no upper bound.',
    without > 0 &&
      `${say.count(without)} of its tokens ${without === 1 ? 'has no log-probability and is' : 'have no log-probability and are'} left out of the sums.`,
    unclear > 0 &&
      `At ${say.count(unclear)} ${unclear === 1 ? 'token' : 'tokens'} the listed probabilities exceed 1 or do not fit the vocabulary: no entropy is shown there.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

function Note({ children }: { readonly children: React.ReactNode }) {
  return (
    <p className="read-my-text-note" role="status">
      {children}
    </p>
  );
}
