import { useState } from 'react';
import type { AnyWidget } from '#contract/spec.ts';
import type { Parameters } from '#contract/values.ts';
import { Copyable } from './Copyable.tsx';

/** Gives a frame the height that the page in it announces, whatever becomes of it. */
const listener = `<script>addEventListener('message', ({ source, data }) => { if (data?.type === 'bits-per-token:height') for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.style.height = data.height + 'px'; });</script>`;

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export interface EmbedChoice {
  readonly figureOnly: boolean;
  readonly listens: boolean;
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
}

/** The line of HTML that embeds a widget in the state of an address, as chosen, at a height in CSS pixels. */
export function embedCode(address: string, title: string, height: number, choice: EmbedChoice): string {
  const query = [
    ...(choice.figureOnly ? ['ui=figure'] : []),
    ...(choice.locked.length > 0 ? [`lock=${choice.locked.join(',')}`] : []),
    ...(choice.hidden.length > 0 ? [`hide=${choice.hidden.join(',')}`] : []),
  ].join('&');
  const src = query ? `${address}${address.includes('?') ? '&' : '?'}${query}` : address;
  const frame = `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="100%" height="${height}" style="border:0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  return choice.listens ? `${frame}\n${listener}` : frame;
}

/** Its height without the panel below it, and that of the picture with title and description; an embed page adds a line. */
export function heightsOf(figure: HTMLElement): Heights {
  const heightOf = (selector: string) => figure.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
  const line = 40;
  return {
    full: figure.offsetHeight - heightOf('.panel') + line,
    figure: ['figcaption', '.picture-frame', '.say'].reduce((sum, part) => sum + heightOf(part), 3 * line),
  };
}

export interface Heights {
  readonly full: number;
  readonly figure: number;
}

export interface EmbedProps {
  readonly spec: AnyWidget;
  readonly address: string;
  /** CSS pixels of the widget as it stands, and of its picture with what is said of it. */
  readonly heights: Heights;
  /** The notes for teachers. */
  readonly notes: string;
}

/** The code that embeds a figure, and what a teacher may choose about it. */
export function Embed({ spec, address, heights, notes }: EmbedProps) {
  const [choice, setChoice] = useState<EmbedChoice>({ figureOnly: false, listens: true, locked: [], hidden: [] });
  const parameters = Object.entries(spec.params as Parameters).filter(([, parameter]) => !parameter.transient);
  const tick = (label: string, checked: boolean, change: (checked: boolean) => Partial<EmbedChoice>) => (
    <label className="toggle">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => setChoice({ ...choice, ...change(target.checked) })}
      />
      <span>{label}</span>
    </label>
  );
  const toggled = (list: readonly string[], key: string, on: boolean) =>
    on ? [...list, key] : list.filter((other) => other !== key);
  return (
    <>
      <div className="embed-choices" role="group" aria-label="What to embed">
        {tick('The picture alone, with nothing to change', choice.figureOnly, (figureOnly) => ({ figureOnly }))}
        {tick('A script that keeps the frame as high as the figure', choice.listens, (listens) => ({ listens }))}
        {!choice.figureOnly && parameters.length > 0 && (
          <details>
            <summary>Lock or hide what can be changed</summary>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">parameter</th>
                  <th scope="col">locked</th>
                  <th scope="col">hidden</th>
                </tr>
              </thead>
              <tbody>
                {parameters.map(([key, { label }]) => (
                  <tr key={key}>
                    <th scope="row">{label}</th>
                    {(['locked', 'hidden'] as const).map((how) => (
                      <td key={how}>
                        <input
                          type="checkbox"
                          aria-label={`${label}: ${how}`}
                          checked={choice[how].includes(key)}
                          onChange={({ target }) =>
                            setChoice({ ...choice, [how]: toggled(choice[how], key, target.checked) })
                          }
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="hint">
              What is locked keeps its value, also when a case is chosen. What is hidden is only not shown.
            </p>
          </details>
        )}
      </div>
      <Copyable
        label="Code to embed it"
        text={embedCode(address, spec.title, choice.figureOnly ? heights.figure : heights.full, choice)}
      />
      <p className="hint">
        <a href={notes}>Notes for teachers</a> say what every figure takes, and what has been tried where.
      </p>
    </>
  );
}
