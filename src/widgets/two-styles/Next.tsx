import { STYLE_WORDS } from '#sim/styles.ts';
import type { StylesProps } from './props.ts';
import { linear } from '#kit/plot/linear.ts';

const shown = 7;
const rowHeight = 24;

/** The likeliest next words: the exact prediction as bars, the network's as disks. */
export function Next({ model, width, say }: StylesProps) {
  const { next, network } = model;
  const share = (word: number) => Math.max(next[word], network?.next[word] ?? 0);
  const words = Array.from(next.keys())
    .sort((a, b) => share(b) - share(a) || a - b)
    .slice(0, shown);
  const x = linear([0, Math.max(0.2, share(words[0]))], [84, width - 138]);
  const top = 30;
  return (
    <svg viewBox={`0 0 ${width} ${top + shown * rowHeight + 6}`} width={width} height={top + shown * rowHeight + 6}>
      <text className="label strong" x={0} y={14}>
        The next word
      </text>
      <text className="label soft" x={width - 82} y={14} textAnchor="end">
        exact
      </text>
      <text className="label soft" x={width - 4} y={14} textAnchor="end">
        network
      </text>
      {words.map((word, i) => {
        const y = top + i * rowHeight;
        return (
          <g key={word}>
            <text className="label" x={76} y={y + 14} textAnchor="end">
              {STYLE_WORDS[word]}
            </text>
            <rect className="fill-exact" x={x(0)} y={y + 3} width={x(next[word]) - x(0)} height={rowHeight - 8} />
            <path className="stroke-exact two-styles-exact" d={`M${x(next[word])},${y + 3}v${rowHeight - 8}`} />
            {network && <circle className="solid-model" cx={x(network.next[word])} cy={y + 11} r={4.5} />}
            <text className="label value ink-exact" x={width - 82} y={y + 15} textAnchor="end">
              {say.probability(next[word])}
            </text>
            {network && (
              <text className="label value ink-model" x={width - 4} y={y + 15} textAnchor="end">
                {say.probability(network.next[word])}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
