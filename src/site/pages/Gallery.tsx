import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { sayIn } from '#contract/say.ts';
import type { Shown } from '#kit/prose/page.ts';
import { Html } from '#kit/prose/Text.tsx';
import { staticWidths } from '#kit/host/Picture.tsx';
import type { LoadedWidget } from '#site/workshop.ts';

/** The picture of a widget as it is drawn on a phone, to look at only. */
function thumbnail({ values, model }: Shown, View: LoadedWidget['View'], prefix: string): string {
  const say = sayIn('bits');
  return renderToStaticMarkup(<View {...{ values, model, say }} width={staticWidths.narrow} set={() => {}} />, {
    identifierPrefix: prefix,
  });
}

export function Gallery({
  widgets,
}: {
  readonly widgets: readonly { shown: Shown; View: LoadedWidget['View'] }[];
}): ReactNode {
  return (
    <div className="gallery">
      <h1>Widgets</h1>
      <p className="lede">
        Every figure of the book has a page of its own, to link to or to embed in a course: open it and choose Link and
        embed.
      </p>
      <ul>
        {widgets.map(({ shown, View }, i) => {
          const { id, title, summary } = shown.spec;
          return (
            <li key={id} id={id}>
              <a href={`./embed/${id}.html`}>
                <h2>{title}</h2>
                <Html as="div" className="thumbnail" aria-hidden="true" inert html={thumbnail(shown, View, `t${i}`)} />
              </a>
              <p>{summary}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
