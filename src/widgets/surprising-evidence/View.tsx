import { useId } from 'react';
import { Bars } from './Bars.tsx';
import { Curve } from './Curve.tsx';
import { Mosaic } from './Mosaic.tsx';
import type { EvidenceProps } from './props.ts';

/** People above, and what the two results make of the uncertainty below: on the entropy curve, and leveled out. */
export function View(props: EvidenceProps) {
  const { width } = props;
  const hatch = useId();
  const roomy = width >= 520;
  const beside = roomy ? 96 : 74;
  const mosaic = { x: beside, y: 34, width: width - 2 * beside, height: roomy ? 168 : 150 };
  const below = mosaic.y + mosaic.height + 100;
  const curve = { x: 34, y: below, width: roomy ? width * 0.5 - 34 - 12 : width - 46, height: roomy ? 200 : 180 };
  const bars = roomy
    ? { x: width * 0.5 + 24, y: below, width: width * 0.5 - 24, height: curve.height }
    : { x: 0, y: below + curve.height + 72, width, height: 160 };
  const height = bars.y + bars.height + 42;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="surprising-evidence-hatch" d="M0,0V7" />
      </pattern>
      <Mosaic {...props} box={mosaic} hatch={`url(#${hatch})`} />
      <Curve {...props} box={curve} />
      <Bars {...props} box={bars} hatch={`url(#${hatch})`} />
    </svg>
  );
}
