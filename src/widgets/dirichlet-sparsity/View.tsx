import type { ViewProps } from '#contract/spec.ts';
import { Cost } from './Cost.tsx';
import { Distinct } from './Distinct.tsx';
import { params } from './parameters.ts';
import { Shares } from './Shares.tsx';
import { Shelf } from './Shelf.tsx';
import { Simplex } from './Simplex.tsx';
import type { spec } from './spec.ts';

export type MixtureProps = ViewProps<typeof spec>;

/** Where a part of the picture is drawn. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Who writes, what was written, and below what the two cost and number, exactly and by simulation. */
export function View(props: MixtureProps) {
  const { width, model, values, set } = props;
  const roomy = width >= 560;
  const beside = model.triangle ? (roomy ? 230 : 150) : 0;
  const shares = { x: 0, y: 22, width: width - beside, height: 118 };
  const rows = roomy ? 3 : 4;
  const shelf = { x: 0, y: shares.y + shares.height + 70, width, height: rows * 40, rows };
  const below = shelf.y + shelf.height + 44;
  const cost = { x: 30, y: below, width: roomy ? width / 2 - 52 : width - 46, height: roomy ? 190 : 170 };
  const distinct = roomy
    ? { ...cost, x: width / 2 + 34, width: width / 2 - 50 }
    : { ...cost, y: cost.y + cost.height + 100 };
  const height = distinct.y + distinct.height + 80;
  const more = (documents: number) => set({ documents: Math.min(params.documents.max, values.documents + documents) });
  const full = values.documents === params.documents.max;
  return (
    <div>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <Shares {...props} box={shares} />
        {model.triangle && (
          <Simplex
            triangle={model.triangle}
            box={{ x: roomy ? 270 : width - beside, y: 16, width: beside, height: 138 }}
          />
        )}
        <Shelf {...props} box={shelf} />
        <Cost {...props} box={cost} />
        <Distinct {...props} box={distinct} />
      </svg>
      <div className="row dirichlet-steps-row">
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
