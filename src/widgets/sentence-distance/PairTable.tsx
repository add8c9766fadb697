import { placeOfPair } from '#theory/estimation/distance-matrices.ts';
import type { Say } from '#contract/say.ts';
import { stageNamed } from './describe.ts';
import { distanceOfPair, pairAt, stageAt, type SentenceDistance } from './model.ts';
import type { Asked } from './parameters.ts';
import { nearer } from './readouts.ts';

const questions = ['who', 'what', 'to whom', 'where', 'whether'];
const ways = ['voice', 'place first', 'word for the doer', 'verb', 'word for the other', 'word for the place'];
const differing = (names: readonly string[], a: readonly number[], b: readonly number[]) =>
  names.filter((_, k) => a[k] !== b[k]).join(', ');

interface PairTableProps {
  readonly model: SentenceDistance;
  readonly values: Asked;
  readonly say: Say;
}

/** Two sentences, in what they differ, and how many pairs each summary has nearer together. */
export function PairTable({ model, values, say }: PairTableProps) {
  const [i, j] = pairAt(model, values);
  const { texts, meanings, forms } = model;
  const pairs = (texts.length * (texts.length - 1)) / 2;
  const p = placeOfPair(i, j, texts.length);
  const at = stageNamed(stageAt(model, values));
  const rows = [
    { name: 'words alone', summary: 'words' },
    { name: `mean, ${at}`, summary: 'mean' },
    { name: `covariance, ${at} (a squared length)`, summary: 'covariance' },
    { name: `last token, ${at}`, summary: 'last' },
  ] as const;
  const known = (list: readonly number[], names: readonly string[], of?: readonly (readonly number[])[]) =>
    of && (list[p] === 0 ? 'nothing' : differing(names, of[i], of[j]));
  /** A length squared may be in the hundreds; the others are at most 2. */
  const shown = (d: number | undefined) => (d === undefined ? '…' : say.number(d, d >= 100 ? 0 : d >= 10 ? 1 : 3));
  return (
    <div className="sentence-distance-pair">
      <p>
        <span className="ink-shared">{i + 1}</span> {texts[i]}
        <br />
        <span className="ink-z">{j + 1}</span> {texts[j]}
      </p>
      {values.first === values.second && (
        <p className="soft">A sentence is at no distance from itself. The one beside it is taken as the second.</p>
      )}
      {meanings && (
        <p>
          What is said differs in: <b>{known(model.meaning, questions, meanings)}</b>. How it is said differs in:{' '}
          {known(model.form, ways, forms)}.
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col">Distance</th>
            <th scope="col">Nearer pairs, of {say.count(pairs)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, summary }) => (
            <tr key={summary} aria-current={summary === values.summary ? 'true' : undefined}>
              <th scope="row">{name}</th>
              <td>{shown(distanceOfPair(model, values, summary))}</td>
              <td>
                {distanceOfPair(model, values, summary) === undefined ? '…' : say.count(nearer(model, values, summary))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
