import { scaleLinear, scaleLog } from 'd3';
import type { ViewProps } from '#contract/spec.ts';
import { ChoiceControl, SeedControl } from '#kit/controls/SmallControls.tsx';
import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { AxisBottom } from '#kit/plot/Axis.tsx';
import { Handle } from '#kit/plot/Handle.tsx';
import { Curves } from './Curves.tsx';
import { paidAt } from './model.ts';
import { params, symbols, tosses } from './parameters.ts';
import type { spec } from './spec.ts';

export type CurveProps = ViewProps<typeof spec>;

/** Per example, and all together: the same numbers twice. */
export function View(props: CurveProps) {
  const { values, model, width, set } = props;
  const last = model.source === 'coins' ? tosses : symbols;
  const box = { left: 44, right: width - 12 };
  const upper = { ...box, top: 34, bottom: 214 };
  const lower = { ...box, top: 266, bottom: 396 };
  const x = scaleLog([1, last], [box.left, box.right]);
  const ticks = [1, 2, 4, 8, 16, 32, 64, 128].filter((tau) => tau <= last);
  // An axis whose ticks are powers of two, at logarithmic distances.
  const axis = scaleLinear([0, Math.log2(last)], [box.left, box.right]);
  const { tau } = paidAt(model, values);
  return (
    <div className="few-shot" aria-busy={values.source === 'chains' && model.sequences < values.sequences}>
      <svg viewBox={`0 0 ${width} 440`} width={width} height={440}>
        <path
          className="stroke-quiet few-shot-guide"
          d={[upper, lower].map(({ top, bottom }) => `M${x(tau)},${top}V${bottom}`).join('')}
        />
        <Curves {...props} box={upper} x={x} each />
        <Curves {...props} box={lower} x={x} />
        {[upper, lower].map(({ bottom }) => (
          <AxisBottom
            key={bottom}
            scale={axis}
            at={bottom}
            label={bottom === lower.bottom ? 'Examples in the context, τ' : ''}
            ticks={ticks.length}
            format={(power) => (Number.isInteger(power) ? String(2 ** power) : '')}
          />
        ))}
        <Handle
          label="Examples τ, on the axis"
          x={x(tau)}
          y={upper.bottom}
          value={Math.min(values.examples, last)}
          min={1}
          max={last}
          step={1}
          toValue={(position) => x.invert(position)}
          moves="examples"
          onChange={(examples) => set({ examples })}
        />
      </svg>
      <div className="few-shot-settings">
        {values.source === 'coins' ? (
          <>
            <ChoiceControl
              parameter={params.documents}
              value={values.documents}
              onChange={(documents) => set({ documents: documents as typeof values.documents })}
            />
            <NumberControl
              parameter={params.contrast}
              value={values.contrast}
              onChange={(contrast) => set({ contrast })}
            />
          </>
        ) : (
          <>
            <NumberControl
              parameter={params.sequences}
              value={values.sequences}
              onChange={(sequences) => set({ sequences })}
            />
            <SeedControl parameter={params.seed} value={values.seed} onChange={(seed) => set({ seed })} />
          </>
        )}
        <NumberControl
          parameter={{ ...params.examples, max: last }}
          value={Math.min(values.examples, last)}
          onChange={(examples) => set({ examples })}
        />
      </div>
    </div>
  );
}
