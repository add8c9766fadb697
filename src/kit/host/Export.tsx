import { useState, type RefObject } from 'react';
import type { Say } from '#contract/say.ts';
import { toCsv } from '#kit/host/csv.ts';
import { download } from '#kit/host/download.ts';
import type { WidgetState, WidgetStore } from '#kit/state/store.ts';
import { Copyable } from './Copyable.tsx';

interface ExportProps {
  readonly store: WidgetStore;
  readonly state: WidgetState;
  readonly say: Say;
  readonly figure: RefObject<HTMLElement | null>;
}

/** Everything that the widget knows now, as plain JSON: values, readouts (nats for information), table. */
export function toJson({ spec }: WidgetStore, { values, model }: WidgetState, say: Say): string {
  const shown = Object.entries(spec.readouts).map(([id, readout]) => [
    id,
    readout.none?.(model, values) ? null : readout.of(model, values),
  ]);
  const lasting = Object.entries(values).filter(([key]) => !spec.params[key].transient);
  return JSON.stringify(
    {
      widget: spec.id,
      unitOfReadouts: 'nats',
      values: Object.fromEntries(lasting),
      readouts: Object.fromEntries(shown),
      table: spec.table(model, say, values),
    },
    (_, value) => (value === Infinity ? 'Infinity' : value === -Infinity ? '-Infinity' : value),
    1,
  );
}

export function Export({ store, state, say, figure }: ExportProps) {
  const [text, setText] = useState<{ label: string; text: string }>();
  const [failure, setFailure] = useState('');
  const { spec } = store;
  /** The drawing, or where there is none the text with its tokens. What draws it comes when it is asked for. */
  const picture = async () => {
    const { standaloneSvg, standaloneTokens } = await import('#kit/host/export.ts');
    const svg = figure.current?.querySelector<SVGSVGElement>('.picture svg');
    const tokens = figure.current?.querySelector<HTMLElement>('.picture .tokens');
    return svg ? standaloneSvg(svg, spec.title) : tokens ? standaloneTokens(tokens, spec.title) : undefined;
  };

  const save = async (kind: 'svg' | 'png' | 'csv' | 'json') => {
    setFailure('');
    try {
      if (kind === 'csv' || kind === 'json') {
        const content = kind === 'csv' ? toCsv(spec.table(state.model, say, state.values)) : toJson(store, state, say);
        // Downloads can be refused without a word in a sandboxed frame: the text stands below as well.
        setText({ label: `${spec.id}.${kind}`, text: content });
        download(
          `${spec.id}.${kind}`,
          new Blob([content], { type: kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json' }),
        );
        return;
      }
      const drawn = await picture();
      if (!drawn) return setFailure('This widget draws no single picture; export its data instead.');
      setText(kind === 'svg' ? { label: `${spec.id}.svg`, text: drawn.svg } : undefined);
      const content =
        kind === 'svg'
          ? new Blob([drawn.svg], { type: 'image/svg+xml' })
          : await (await import('#kit/host/export.ts')).toPng(drawn);
      download(`${spec.id}.${kind}`, content);
    } catch (error) {
      setFailure(`The export failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return (
    <>
      <div className="row">
        {(['svg', 'png', 'csv', 'json'] as const).map((kind) => (
          <button type="button" key={kind} onClick={() => void save(kind)}>
            {kind.toUpperCase()}
          </button>
        ))}
      </div>
      {failure && (
        <p className="problem" role="alert">
          {failure}
        </p>
      )}
      {text && (
        <details>
          <summary>No download came? Here is {text.label}</summary>
          <Copyable {...text} />
        </details>
      )}
    </>
  );
}
