import type { Say } from '#contract/say.ts';
import type { Report } from './report.ts';

const runs = ['tokens', 'pairs in a row', 'runs of three', 'runs of four'];

interface OverlapProps {
  readonly guessed: Report['guessed'];
  readonly say: Say;
}

/** What a count of hits says of the same reading: apart from the perplexities, since it is of another kind. */
export function Overlap({ guessed, say }: OverlapProps) {
  if (!guessed)
    return (
      <p className="perplexity-lab-caption">
        <b>Overlap.</b> These surprisals are made up. Nobody guessed a token, so there is nothing to overlap with.
      </p>
    );
  const { shares, overlap } = guessed;
  const numbers = [
    ...shares.map((share, n) => ({ share, name: `of ${runs[n]} were first guesses` })),
    { share: overlap, name: shares.length === 1 ? 'overlap' : 'overlap, their geometric mean' },
  ];
  return (
    <>
      <p className="perplexity-lab-caption">
        <b>Overlap.</b> The way BLEU counts: how often what came was the model’s first guess, and for how many tokens in
        a row. It knows no probabilities: a second guess at 0.49 counts like one at 0.00001, and two models that share
        their first guesses share this number, whatever their perplexities are.
        {overlap === 0 && ' One length without a hit makes the geometric mean 0, as it does in BLEU.'}
      </p>
      <dl className="amounts">
        {numbers.map(({ share, name }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{share === 0 ? '0' : say.probability(share)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
