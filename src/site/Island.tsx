import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Unit } from '#contract/say.ts';
import { writeValues } from '#contract/values.ts';
import { noAddresses } from '#kit/host/Share.tsx';
import type { Shown } from '#kit/prose/page.ts';
import { Html } from '#kit/prose/Text.tsx';
import { createWidgetStore } from '#kit/state/store.ts';
import { WidgetHost } from '#kit/host/WidgetHost.tsx';
import type { LoadedWidget } from './workshop.ts';

/** A figure as the server draws it. `prefix` keeps the ids of several figures on a page apart; the client uses the same. */
export function Island(props: {
  readonly shown: Shown;
  readonly View: LoadedWidget['View'];
  readonly unit: Unit;
  readonly prefix: string;
  readonly headingLevel?: 1 | 3;
}): ReactNode {
  const { shown, View, unit, prefix, headingLevel } = props;
  const { spec, values, model, id } = shown;
  const store = createWidgetStore(spec, { values, model });
  const drawn = renderToString(<WidgetHost {...{ store, View, unit, headingLevel }} share={noAddresses} />, {
    identifierPrefix: prefix,
  });
  const written = Object.fromEntries(writeValues(spec.params, values as never));
  return (
    <>
      <Html
        as="div"
        className="island"
        id={id || undefined}
        data-island={spec.id}
        data-prefix={prefix}
        data-values={JSON.stringify(written)}
        html={drawn}
      />
      {(spec.run || spec.work) && (
        <Html
          as="script"
          type="application/json"
          data-model-for={prefix}
          html={JSON.stringify(model).replaceAll('<', '\\u003c')}
        />
      )}
    </>
  );
}
