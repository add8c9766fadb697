import { Candidates } from './Candidates.tsx';
import { Region, Saving } from './Region.tsx';
import { rowHeight, Sheet } from './Sheet.tsx';
import { written } from './code.ts';
import type { WordsProps } from './props.ts';

const turn = (word: readonly number[], place: number) => written(word.map((bit, i) => (i === place ? 1 - bit : bit)));

/** Sender, receiver and the words they have in common on one side; on the other what any two senders would need. */
export function Drawing(props: WordsProps) {
  const { model, set, width } = props;
  const { x, y, places, message, own, checks } = model;
  const roomy = width >= 560;
  const left = roomy ? Math.min(420, width * 0.58) : width;
  const pitch = Math.min(46, (left - 34 - 62) / 7);
  const rows = checks.length * rowHeight;
  const sheetHeight = 58 + pitch + rows;
  const receiver = sheetHeight + 14;
  const candidates = { top: receiver + sheetHeight + 48, columns: left < 345 ? 3 : 4 };
  const candidatesHeight = 30 + Math.ceil(model.coset.length / candidates.columns) * 30;
  const right = roomy
    ? { x: left + 34, y: 0, width: width - left - 34 }
    : { x: 0, y: candidates.top + candidatesHeight + 24, width };
  const plot = Math.min(right.width - 56, 260);
  const height = Math.max(candidates.top + candidatesHeight, right.y + 92 + plot + 176);
  // The other word follows X: what is set by hand is where the two differ.
  const turnX = (place: number) => set({ x: turn(x, place), y: turn(y, place) });
  const turnY = (place: number) => set({ y: turn(y, place) });
  const sheet = { places, checks, pitch, width: left };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <Sheet
        {...sheet}
        name="X"
        who="The sender sees X alone"
        word={x}
        sum={message}
        result="sends"
        top={0}
        onTurn={turnX}
      />
      <Sheet
        {...sheet}
        name="Y"
        who="The receiver sees Y"
        word={y}
        sum={own}
        result="finds"
        top={receiver}
        differs={(i) => x[i] !== y[i]}
        onTurn={turnY}
      />
      <Conclusion {...props} top={receiver + sheetHeight + 14} />
      <Candidates {...props} {...candidates} width={left} />
      <g transform={`translate(${right.x},${right.y})`}>
        <Saving {...props} width={right.width} />
      </g>
      <Region {...props} box={{ x: right.x, y: right.y + 92, size: plot }} />
    </svg>
  );
}

/** The receiver's step from the two sums to the word. */
function Conclusion({ model, width, top }: WordsProps & { readonly top: number }) {
  const { message, own, turned, distance } = model;
  return (
    <g>
      <text className="label value" x={0} y={top}>
        <tspan className="ink-x">{written(message)}</tspan> + <tspan className="ink-y">{written(own)}</tspan> ={' '}
        <tspan className="strong">{written(message.map((bit, i) => bit ^ own[i]))}</tspan>
        {width < 320 ? ': ' : ' without carrying: '}
        {turned === 0 ? 'X is Y' : `turn place ${turned}`}
      </text>
      {distance > 1 && (
        <text className="label ink-model" x={0} y={top + 18}>
          Wrong: {distance} places differ, not one
        </text>
      )}
    </g>
  );
}
