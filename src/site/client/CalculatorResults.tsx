import { useSyncExternalStore } from 'react';
import { sayIn, type Unit } from '#contract/say.ts';
import { jsonOf, tableOf } from '#calculator/export.ts';
import type { Answered } from '#calculator/report.ts';
import { Copyable } from '#kit/host/Copyable.tsx';
import { toCsv } from '#kit/host/csv.ts';
import { download } from '#kit/host/download.ts';
import { settings } from '#kit/state/settings.ts';
import { Results } from '#site/calculator/Results.tsx';
import { pageUnit, root } from './page.ts';

/** A formula of the catalogue, copied from where the build drew it. */
function Formula({ id }: { readonly id: string }) {
  const drawn = document.querySelector(`[data-formula="${id}"]`);
  return (
    <div
      ref={(place) => place?.replaceChildren(...Array.from(drawn?.childNodes ?? [], (node) => node.cloneNode(true)))}
    />
  );
}

function Take({ report, unit }: { readonly report: Answered; readonly unit: Unit }) {
  const csv = toCsv(tableOf(report, unit));
  const json = jsonOf(report, unit);
  const save = (name: string, text: string, type: string) => () => download(name, new Blob([text], { type }));
  return (
    <details className="take">
      <summary>Copy or save these numbers</summary>
      <Copyable label="As CSV, for spreadsheets" text={csv.replace(/^\uFEFF/, '')} />
      <Copyable label="As JSON, for programs" text={json} />
      <div className="row">
        <button type="button" onClick={save('bits-per-token.csv', csv, 'text/csv')}>
          Save as CSV
        </button>
        <button type="button" onClick={save('bits-per-token.json', json, 'application/json')}>
          Save as JSON
        </button>
      </div>
    </details>
  );
}

/** The results in the reader's unit, drawn anew when it changes. */
export function Live({ report }: { readonly report: Answered }) {
  const unit = useSyncExternalStore(settings.subscribe, () => settings.getState().unit ?? pageUnit());
  return (
    <>
      <Take {...{ report, unit }} />
      <Results report={report} say={sayIn(unit)} formula={(id) => <Formula id={id} />} href={(to) => root() + to} />
    </>
  );
}
