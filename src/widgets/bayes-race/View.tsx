import { Control } from '#kit/controls/Control.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { line, dots, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { RunRow } from '#kit/figure/RunRow.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { sourcesOf } from './cases.ts';
import { Letters } from './Letters.tsx';
import { mostDrawn, params } from './parameters.ts';
import { Picture } from './Picture.tsx';
import { walks } from './misled.ts';
import type { RaceProps } from './props.ts';
import { saysOfTokens } from './words.ts';

export function View(props: RaceProps) {
  const { values, model, set } = props;
  const { read, most, tossed } = model;
  const sources = sourcesOf(values);
  const go = (steps: number) => set({ read: Math.min(most, read + steps) });
  const isCoin = values.sources === 'two' || values.sources === 'five';
  return (
    <div>
      {!sources && model.by && <Letters {...props} />}
      <Picture {...props} />
      <RunRow
        running={false}
        done={0}
        of={most}
        counts="Tokens read"
        label={model.by ? 'One more letter' : 'One more token'}
        says={saysOfTokens(props)}
        disabled={read >= most}
        onStart={() => go(1)}
        onPause={() => {}}
        onStop={read > 0 && (() => set({ read: 0 }))}
      >
        <More10 {...props} go={go} />
      </RunRow>
      {sources && (
        <div className="fig-settings">
          <Control
            parameter={{
              ...params.truth,
              options: [
                ...sources.names.map((name, j) => ({ value: String(j + 1), label: name })),
                { value: 'none', label: isCoin ? 'another coin' : sources.noneName },
              ],
            }}
            value={values.truth === 'none' ? 'none' : String(Math.min(sources.names.length, Number(values.truth)))}
            onChange={(truth) => set({ truth: truth as typeof values.truth })}
          />
        </div>
      )}
      <Settings
        {...props}
        params={params}
        show={[values.truth === 'none' && isCoin && 'heads', 'lead', 'read', tossed && 'sorted']}
        most={{ read: most }}
      />
    </div>
  );
}

function More10({ model, values, set, go }: RaceProps & { go(steps: number): void }) {
  const { read, most } = model;
  return (
    <>
      <button type="button" disabled={read >= most} onClick={() => go(10)}>
        Ten more
      </button>
      {values.sources !== 'authors' && (
        <button type="button" onClick={() => set({ seed: (values.seed * 48271 + 11) % params.seed.max })}>
          Draw anew
        </button>
      )}
    </>
  );
}

/** How often one is misled: exactly, beside drawn walks, under a bound that holds for ever. */
function More(props: RaceProps) {
  const { model, values, width, say } = props;
  const { misled } = model;
  const bound = 1 / values.odds;
  return (
    <Folds>
      <Fold question="How often is one misled?" holds={['odds', 'seed']}>
        {misled ? (
          <>
            <p>
              Here is the chance that the evidence has at some time been {values.odds} to 1, or more, for the coin that
              is not tossed.
            </p>
            <Figure
              {...{ width, say }}
              rows={[
                [
                  {
                    height: 150,
                    key: 'above',
                    x: { domain: [0, mostDrawn], label: 'Within so many tosses' },
                    y: {
                      domain: [0, 1.25 * Math.max(bound, ...misled.drawn.map(({ share, error }) => share + error))],
                      label: 'Probability of having been misled',
                    },
                    marks: [
                      rule(bound, { role: 'shared', look: 'long', name: `1/${values.odds}` }),
                      line(
                        misled.within.map((p, n) => [n, p] as const),
                        { role: 'exact', name: 'exact' },
                      ),
                      whiskers(misled.drawn.map(({ tosses, share, error }) => [tosses, share - error, share + error] as const), { role: 'model' }), // prettier-ignore
                      dots(misled.drawn.map(({ tosses, share }) => [tosses, share] as const), { role: 'model', name: `of ${walks} drawn walks, ± 1 standard error` }), // prettier-ignore
                    ],
                  },
                ],
              ]}
            />
            <Settings {...props} params={params} show={['odds', 'seed']} />
          </>
        ) : (
          <p>Choose the two coins, and one of them as the one that is tossed: then this can be said exactly.</p>
        )}
      </Fold>
    </Folds>
  );
}
View.More = More;
