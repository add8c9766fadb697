import type { CSSProperties } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import { scaleTop } from '#kit/reading/cells.ts';
import { sayBounds } from './describe.ts';

interface SurpriseProps {
  readonly reading: Reading;
  readonly selected: number;
  readonly say: Say;
}

/** Half a bit more or less is about as much. */
const margin = 0.5 * Math.LN2;

/** h(0.9): below this entropy one token has more than nine tenths, because the others add at least h of what is left. */
const sureOfOne = -0.9 * Math.log(0.9) - 0.1 * Math.log(0.1);

/** How the surprise compares with what was to be expected, in words; with bounds only where they decide it. */
function verdict(surprisal: number, least: number, most: number, say: Say): string {
  const [more, less] = [surprisal - most, least - surprisal];
  const sure = most < sureOfOne ? ': it had been sure of something else' : '';
  if (more > margin)
    return `It surprised by ${say.information(more, 1)} more than the model expected to be surprised${sure}.`;
  if (less > margin) return `It surprised by ${say.information(less, 1)} less than the model expected to be surprised.`;
  if (most - least > margin) return 'The file does not decide whether it surprised more or less than expected.';
  return 'It surprised about as much as the model expected to be surprised.';
}

/** Confidence beside surprise, on one scale: entropy belongs to the prediction, surprisal to what came. */
export function Surprise({ reading, selected, say }: SurpriseProps) {
  const surprisal = reading.surprisal[selected];
  const least = reading.entropy[selected];
  const most = reading.entropyAtMost?.[selected] ?? least;
  // One scale for both bars, as long as that of the colors or longer.
  const longest = Math.max(scaleTop, ...[surprisal, least].filter(Number.isFinite));
  const bar = (nats: number) => ({ '--share': Math.min(1, Math.max(0, nats) / longest).toFixed(3) }) as CSSProperties;
  return (
    <>
      <dl className="read-my-text-surprise">
        <div style={bar(least)} className="expected" data-q="entropy">
          <dt>entropy: it expected</dt>
          <dd>{least === unknown ? 'not in the file' : sayBounds(least, most, 2, say)}</dd>
        </div>
        <div style={bar(surprisal)} className="came" data-q="surprisal">
          <dt>surprisal: it got</dt>
          <dd>{say.information(surprisal, 2)}</dd>
        </div>
      </dl>
      {least !== unknown && <p className="read-my-text-verdict">{verdict(surprisal, least, most, say)}</p>}
    </>
  );
}
