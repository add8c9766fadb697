import type { PartProps } from './parts.ts';

/** The steps so far, the last one the number that is shown; each leads back. */
export function Way({ shown, alive, set, say }: PartProps) {
  const { trail } = shown;
  const upTo = (count: number) => trail.slice(0, count).map(({ address }) => address).join('~'); // prettier-ignore
  return (
    <nav className="anatomy-way" aria-label="The way back so far">
      <button
        type="button"
        aria-disabled={!alive || trail.length === 1}
        onClick={() => trail.length > 1 && set({ trail: upTo(trail.length - 1) })}
      >
        ← Back
      </button>
      <ol>
        {trail.map(({ address, title, value }, i) => (
          <li key={address} aria-current={i === trail.length - 1 ? 'step' : undefined}>
            {i < trail.length - 1 ? (
              <button
                type="button"
                className="anatomy-link"
                disabled={!alive}
                onClick={() => set({ trail: upTo(i + 1) })}
              >
                {title}
              </button>
            ) : (
              <strong>{title}</strong>
            )}{' '}
            <span className="anatomy-number">{say.number(value)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
