import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { Law, plot } from './Laws.tsx';
import { gridOf } from './layout.ts';
import { lastName, params } from './parameters.ts';
import { Pull, pullPlot } from './Pull.tsx';
import { lossNames, verdictOf, type LossName } from './zoo.ts';
import type { ZooProps } from './props.ts';

/** Three laws beside one another from this width on. */
const wideFrom = 520;
/** And four pulls from this width on. */
const fourFrom = 600;
const pulls = ['brier', 'smoothed', 'focal', 'weighted'] as const;

export function View(props: ZooProps) {
  const { values, model, width, say, set } = props;
  const wide = width >= wideFrom;
  const last = lastName(values);
  const weight = params.weight.format(values.weight);
  const names: Record<LossName, string> = {
    crossEntropy: 'Cross-entropy',
    brier: 'Brier',
    smoothed: `Smoothed, ε = ${params.epsilon.format(values.epsilon)}`,
    focal: `Focal, γ = ${params.gamma.format(values.gamma)}`,
    weighted: width < 300 ? `Weight ${weight}` : `Weight ${weight} on ${last}`,
  };
  const numbersAt = plot.top + plot.height + 36;
  const laws = gridOf(1 + lossNames.length, wide ? 3 : 2, width, wide ? 28 : 20, numbersAt + 40, wide ? 34 : 52);
  const headingAt = laws.places[0].y + laws.height + 12;
  const grid = gridOf(pulls.length, width >= fourFrom ? 4 : 2, width, 20, pullPlot.top + pullPlot.height + 46, headingAt + (wide ? 50 : 84)); // prettier-ignore
  const height = grid.places[0].y + grid.height - 14;
  return (
    <div className="loss-zoo">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <Key wide={wide} />
        {[undefined, ...lossNames].map((loss, i) => (
          <g key={loss ?? 'truth'} transform={`translate(${laws.places[i].x},${laws.places[i].y})`}>
            <text className="label strong" y={14}>
              {loss ? names[loss] : 'The truth'}
            </text>
            <text className="loss-zoo-small" y={31}>
              {loss ? verdictOf(loss, model, values, last) : 'what really happens'}
            </text>
            <g transform={`translate(0,${plot.top})`}>
              <Law {...props} loss={loss} cell={laws.cell} />
            </g>
            <text className="loss-zoo-small value" y={numbersAt}>
              <tspan data-q="entropy">
                {loss ? 'H(q)' : 'H(p)'} {say.information(loss ? model.minima[loss].entropy : model.entropy)}
              </tspan>
              {loss && (
                <tspan x={0} dy={16}>
                  D(p‖q) {say.information(model.minima[loss].divergence)}
                </tspan>
              )}
            </text>
          </g>
        ))}
        <g transform={`translate(0,${headingAt})`}>
          <text className="label strong" y={14}>
            The pull on the logit of what came
          </text>
          <text className="loss-zoo-small" y={31}>
            across: the probability that it was given,{' '}
            <tspan x={wide ? undefined : 0} dy={wide ? undefined : 16}>
              with the rest on one rival
            </tspan>
          </text>
          <g transform={wide ? `translate(${width - 200},14)` : 'translate(0,65)'}>
            <path className="loss-zoo-reference" d="M0,-4H22" />
            <text className="loss-zoo-small" x={28}>
              cross-entropy, {say.number(model.minima.crossEntropy.pull, 2)} at {params.at.format(values.at)}
            </text>
          </g>
        </g>
        {pulls.map((loss, i) => (
          <g key={loss} transform={`translate(${grid.places[i].x},${grid.places[i].y})`}>
            <text className="label" y={14}>
              {loss === 'weighted' && width >= 300 ? `Weight ${weight}, ${last.replace('the ', '')} came` : names[loss]}
            </text>
            <g transform={`translate(0,${pullPlot.top})`}>
              <Pull {...props} loss={loss} cell={grid.cell} draggable={i === 0} />
            </g>
          </g>
        ))}
      </svg>
      {(values.truth === 'two' || values.truth === 'one') && (
        <NumberControl parameter={params.p} value={values.p} onChange={(p) => set({ p })} />
      )}
      {values.truth === 'three' && (
        <SimplexControl parameter={params.three} value={values.three} onChange={(three) => set({ three })} />
      )}
    </div>
  );
}

/** What the two kinds of marks are. */
function Key({ wide }: { readonly wide: boolean }) {
  return (
    <g className="loss-zoo-small">
      <g data-q="p">
        <path className="stroke-exact loss-zoo-truth" d="M0,10H24" />
        <text x={30} y={14}>
          p, the truth
        </text>
      </g>
      <g data-q="q" transform={wide ? 'translate(130,0)' : 'translate(0,18)'}>
        <path className="stroke-model" d="M0,10H24" />
        <text x={30} y={14}>
          q, where the mean loss is least
        </text>
      </g>
    </g>
  );
}
