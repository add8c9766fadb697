import { address } from './addresses.ts';
import type { PartProps } from './parts.ts';
import { quoted } from './words.ts';

/** The rows, each a token whose prediction can be asked about; and what is predicted there. */
export function Answers({ shown, alive, set, say }: PartProps) {
  const { rows, row, answers, answer, tokens } = shown;
  const all = answers.some(({ id }) => id === answer.id) ? answers : [...answers, answer];
  return (
    <div className="anatomy-question">
      <div className="anatomy-rows" role="group" aria-label="The rows: what is predicted after this token?">
        {rows.map((name, at) => (
          <button
            type="button"
            key={at}
            disabled={!alive}
            aria-pressed={at === row}
            onClick={() => set({ trail: `logit.${at}` })}
          >
            {name.replaceAll('\n', '↵').replaceAll(' ', '␣')}
          </button>
        ))}
      </div>
      {tokens > rows.length - 1 && (
        <p className="hint">Only the first {say.count(rows.length - 1)} tokens fit into the network’s window.</p>
      )}
      <div className="row" role="group" aria-label="What may come next, and its probability">
        {all.map(({ id, name, logProbability }) => (
          <button
            type="button"
            key={id}
            disabled={!alive}
            aria-pressed={id === answer.id}
            onClick={() => set({ trail: address('logit', row, id) })}
          >
            {quoted(name)} {say.probability(Math.exp(logProbability))}
          </button>
        ))}
      </div>
    </div>
  );
}
