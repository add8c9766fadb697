import type { GoingProps } from './parts.ts';
import { stagesOfBlock, type MapCell } from './stages.ts';

const names: Readonly<Record<(typeof stagesOfBlock)[number], string>> = {
  normal1: 'norm',
  query: 'query',
  key: 'key',
  weight: 'weights',
  value: 'value',
  mixed: 'mixed',
  attended: '+ attention',
  normal2: 'norm',
  up: 'hidden',
  active: 'GELU',
  fed: '+ feed‑fwd',
  residual: 'stream',
};

/** Every stage of the row, from the embedding down to the last LayerNorm: how large its numbers are, and a way to its largest. */
export function Stages({ shown, alive, say, onGo }: GoingProps) {
  const { map, sizes, trail, rows, strip } = shown;
  const way = new Set(trail.map(({ address }) => address.split('.').slice(0, 2).join('.')));
  const cellOf = (kind: MapCell['kind'], layer: number) =>
    map.find((cell) => cell.kind === kind && cell.layer === layer);
  const button = (cell: MapCell | undefined, name: string) =>
    cell && (
      <button
        type="button"
        disabled={!alive}
        className={way.has(cell.to.split('.').slice(0, 2).join('.')) ? 'anatomy-on' : undefined}
        aria-label={`${name}: ${say.number(cell.size, 2)}. Show its largest number`}
        onClick={() => onGo(cell.to)}
      >
        {say.number(cell.size, 2)}
      </button>
    );
  const layers = Array.from({ length: sizes.layers }, (_, l) => l);
  return (
    <figure className="anatomy-map">
      <figcaption>
        The stages of row {say.count(strip.row + 1)}, {rows[strip.row].replaceAll('\n', '↵')}: the root mean square of
        its numbers, or its largest weight. Each leads to the largest number of its stage.
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="row">embedded</th>
            <td>{button(cellOf('residual', -1), 'embedding')}</td>
          </tr>
          <tr>
            <td />
            {layers.map((l) => (
              <th key={l} scope="col">
                block {l + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stagesOfBlock.map((kind) => (
            <tr key={kind}>
              <th scope="row">{names[kind]}</th>
              {layers.map((l) => (
                <td key={l}>{button(cellOf(kind, l), `${names[kind]}, block ${l + 1}`)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">last norm</th>
            {layers.map((l) => (
              <td key={l}>{l === sizes.layers - 1 && button(cellOf('normal', -1), 'last LayerNorm')}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
