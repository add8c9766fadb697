interface DiamondProps {
  readonly x: number;
  readonly y: number;
  /** The mean plus and minus its standard error. */
  readonly top: number;
  readonly bottom: number;
}

/** A simulated mean with its standard error. */
export function Diamond({ x, y, top, bottom }: DiamondProps) {
  return (
    <g>
      <path className="stroke-model" d={`M${x - 4},${top}h8M${x - 4},${bottom}h8M${x},${top}V${bottom}`} />
      <path className="dirichlet-diamond" d={`M${x},${y}m-5,0l5,-5l5,5l-5,5z`} />
    </g>
  );
}

const raised = ['', '0', '00', '³', '⁴', '⁵', '⁶'];

/** 1, 10, 100, 10³ …; nothing at other ticks of a logarithmic axis. */
export function power(tick: number): string {
  const exponent = Math.round(Math.log10(tick));
  if (Math.abs(tick / 10 ** exponent - 1) > 1e-9) return '';
  return exponent < 0 ? String(tick) : exponent < 3 ? `1${raised[exponent]}` : `10${raised[exponent]}`;
}
