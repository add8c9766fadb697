import type { Say } from '#contract/say.ts';
import type { Comparison } from './comparison.ts';

interface CostliestProps {
  readonly text: string;
  readonly found: Comparison;
  readonly say: Say;
}

/** On one line. */
const flat = (text: string) => text.replace(/\s*\n\s*/g, ' ');
/** A line break by its sign. */
const named = (text: string) => text.replaceAll('\n', '↵');

const shown = 3;
const charactersBefore = 36;

/** The tokens that the longest context hurts most, each in its place. */
export function Costliest({ text, found, say }: CostliestProps) {
  const [before, after] = found.at;
  const costliest = found.targets
    .filter(({ nats }) => nats[after] > nats[before])
    .sort((a, b) => b.nats[after] - b.nats[before] - (a.nats[after] - a.nats[before]))
    .slice(0, shown);
  if (costliest.length === 0) return <p className="hint">The longest context makes no token costlier.</p>;
  return (
    <ol className="context-length-costliest" aria-label="Tokens that the longest context hurts most">
      {costliest.map(({ token, start, end, nats }) => (
        <li key={token}>
          <span dir="auto">
            …{flat(text.slice(Math.max(0, start - charactersBefore), start))}
            <mark>{named(text.slice(start, end))}</mark>
          </span>
          <span className="value">
            {say.amount(nats[before], 1)} → {say.information(nats[after], 1)}
          </span>
        </li>
      ))}
    </ol>
  );
}
