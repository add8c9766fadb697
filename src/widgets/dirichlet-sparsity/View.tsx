import type { Say } from '#contract/say.ts';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { costPanel, distinctPanel } from './curves.ts';
import type { Mixture } from './mixture.ts';
import { huesOf, letterOf } from './names.ts';
import { params, type MixtureValues } from './parameters.ts';
import { roomOnShelf, shelf, shelfHeight, simplex } from './Shelf.tsx';
import type { spec } from './spec.ts';

const bare = { domain: [0, 1], bare: true } as const;
const percent = (share: number) =>
  share < 0.005 ? '<1' : share >= 0.995 && share < 1 - 1e-9 ? '>99' : String(Math.round(100 * share));

/** The largest shares as bars, and all others together. */
function sharesPanel(model: Mixture, { mode }: MixtureValues, say: Say, room: number): PanelSpec {
  const most = Math.max(3, Math.min(20, Math.floor(room / 27) - 3));
  const shown = model.shares.slice(0, most);
  const more = model.shares.slice(most);
  const count = more.length + model.rest.count;
  const left = more.reduce((sum, { share }) => sum + share, model.rest.share);
  const hueOf = huesOf(model.shares);
  const isUrn = mode === 'urn';
  const others = isUrn && more.length === 0 ? 'not seen' : 'others';
  return {
    height: 118,
    title: `${isUrn ? 'Who writes the next document' : 'Shares of the sources'}, percent${count > 0 ? `; the dashed bar is for ${say.count(count)} ${others}` : ''}`,
    x: { domain: [-0.5, Math.max(5, shown.length + (count > 0 ? 1 : -0.5))], bare: true },
    y: { domain: [0, 1.2 * Math.max(0.2, shown[0].share, left)], bare: true },
    marks: [
      bars(
        [
          ...shown.map(({ name, share }, at) => ({ at, value: share, says: percent(share), called: letterOf(name), role: hueOf(name) })), // prettier-ignore
          ...(count > 0 ? [{ at: shown.length + 0.25, value: left, says: percent(left), hollow: true }] : []),
        ],
        // In the urn nobody draws shares: its bars are chances of the next document.
        { role: 'quiet', q: isUrn ? undefined : 'shares' },
      ),
    ],
  };
}

/** Who writes, what was written, and below what the two cost and number, exactly and by simulation. */
export function View(props: ViewProps<typeof spec>) {
  const { width, model, values, say, set } = props;
  const { triangle } = model;
  const bound = bind(params, props);
  const isWide = width >= 560;
  const rows = isWide ? 3 : 4;
  const room = roomOnShelf(width, rows);
  const documents =
    values.documents > room
      ? `The last ${say.count(room)} of ${say.count(values.documents)} documents`
      : values.documents === 1
        ? 'The one document'
        : `The ${say.count(values.documents)} documents`;
  const beside = isWide ? 0.6 : 0.9;
  const shares = { ...sharesPanel(model, values, say, triangle ? width / (1 + beside) - 36 : width), share: 1 };
  const full = values.documents === params.documents.max;
  const more = (count: number) => set({ documents: Math.min(params.documents.max, values.documents + count) });
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          triangle ? [shares, { height: 118, share: beside, x: bare, y: bare, marks: [simplex(triangle)] }] : [shares],
          [{ height: shelfHeight(rows), title: `${documents}, ${values.documents === 1 ? 'with' : 'each with'} its source`, x: bare, y: bare, marks: [shelf(model, rows)] }], // prettier-ignore
          [costPanel(model, values, say, bound), distinctPanel(model, values, say, bound)],
        ]}
      />
      <div className="row">
        <button type="button" disabled={full} onClick={() => more(1)}>
          One more document
        </button>
        <button type="button" disabled={full} onClick={() => more(10)}>
          Ten more
        </button>
      </div>
    </div>
  );
}
