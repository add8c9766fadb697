interface RulerProps {
  /** Its entry in the notation. */
  readonly quantity: string;
  readonly name: string;
  readonly value: number | null;
  readonly shown: string;
  readonly from: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const rulerHeight = 50;

/** A measure on its whole range, from `from` to 1; without a mark where it is not defined. */
export function Ruler({ quantity, name, value, shown, from, x, y, width }: RulerProps) {
  const place = (v: number) => 8 + ((v - from) / (1 - from)) * (width - 16);
  const ticks = from < 0 ? [-1, 0, 1] : [0, 0.5, 1];
  return (
    <g transform={`translate(${x},${y})`} data-q={quantity}>
      <text className="label soft" x={0} y={12}>
        {name}
      </text>
      <text className="value strong" x={width} y={12} textAnchor="end">
        {shown}
      </text>
      <path
        className="stroke-quiet"
        d={`M${place(from)},27H${place(1)}${ticks.map((t) => `M${place(t)},23V31`).join('')}`}
      />
      {ticks.map((tick) => (
        <text key={tick} className="entropy-venn-tick soft" x={place(tick)} y={45} textAnchor="middle">
          {tick < 0 ? `−${-tick}` : tick}
        </text>
      ))}
      {value !== null && (
        <>
          <path className="entropy-venn-reach" d={`M${place(0)},27H${place(value)}`} />
          <path className="entropy-venn-mark" d={`M${place(value)},20l6,7l-6,7l-6,-7Z`} />
        </>
      )}
    </g>
  );
}
