import type { CSSProperties } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { scaleTop } from '#kit/reading/cells.ts';

interface SurpriseProps {
  readonly reading: Reading;
  readonly selected: number;
  readonly say: Say;
}

/** How the surprise compares with what was to be expected, in words. */
function verdict(surprisal: number, least: number, most: number, say: Say): string {
  const [more, less] = [surprisal - most, least - surprisal];
  if (more > 0.5)
    return `It surprised by ${say.information(more, 1)} more than the model expected to be surprised${least < 1 ? ': it had been sure of something else' : ''}.`;
  if (less > 0.5) return `It surprised by ${say.information(less, 1)} less than the model expected to be surprised.`;
  return 'It surprised about as much as the model expected to be surprised.';
}

/** Confidence beside surprise, on one scale: entropy belongs to the prediction, surprisal to what came. */
export function Surprise({ reading, selected, say }: SurpriseProps) {
  const surprisal = reading.surprisal[selected];
  const least = reading.entropy[selected];
  const most = reading.entropyAtMost?.[selected] ?? least;
  const bounded = most !== least;
  // One scale for both bars, as long as that of the colors or longer.
  const longest = Math.max(scaleTop, ...[surprisal, least].filter(Number.isFinite));
  const bar = (nats: number) => ({ '--share': Math.min(1, Math.max(0, nats) / longest).toFixed(3) }) as CSSProperties;
  return (
    <>
      <dl className="read-my-text-surprise">
        <div style={bar(least)} className="expected">
          <dt>entropy: it expected</dt>
          <dd>
            {least === unknown
              ? 'not in the file'
              : bounded
                ? `${say.amount(least, 2)} to ${say.information(most, 2)}`
                : say.information(least, 2)}
          </dd>
        </div>
        <div style={bar(surprisal)} className="came">
          <dt>surprisal: it got</dt>
          <dd>{say.information(surprisal, 2)}</dd>
        </div>
      </dl>
      {least !== unknown && <p className="read-my-text-verdict">{verdict(surprisal, least, most, say)}</p>}
    </>
  );
}
