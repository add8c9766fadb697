import { written } from './code.ts';
import type { WordsProps } from './props.ts';

interface CandidatesProps extends WordsProps {
  readonly top: number;
  readonly columns: number;
}

/** Every word that would send the same, with the places in which it differs from Y; just one is close enough. */
export function Candidates({ model, top, columns, width }: CandidatesProps) {
  const { coset, x, y, decoded, message } = model;
  const cell = width / columns;
  return (
    <g>
      <text className="label" x={0} y={top + 12}>
        <tspan className="strong">{coset.length} words</tspan> send {written(message)}. Differences from Y:
      </text>
      {coset.map(({ word, distance }, i) => {
        const [isDecoded, isX] = [written(word) === written(decoded), written(word) === written(x)];
        return (
          <g
            key={written(word)}
            transform={`translate(${(i % columns) * cell},${top + 26 + Math.floor(i / columns) * 30})`}
          >
            {isDecoded && <rect className="fill-exact slepian-wolf-decoded" width={cell - 8} height={24} rx={5} />}
            {isX && <rect className="stroke-x slepian-wolf-truth" width={cell - 8} height={24} rx={5} />}
            <text className="slepian-wolf-small value" x={7} y={16.5}>
              {word.map((bit, place) => (
                <tspan key={place} className={bit === y[place] ? '' : 'ink-y slepian-wolf-other'}>
                  {bit}
                </tspan>
              ))}
            </text>
            <text className="slepian-wolf-small value soft" x={cell - 16} y={16.5} textAnchor="end">
              {distance}
            </text>
          </g>
        );
      })}
    </g>
  );
}
