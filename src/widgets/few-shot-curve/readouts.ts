import type { Readout } from '#contract/spec.ts';
import { factorOf, paidAt, type FewShot } from './model.ts';
import { documentsOf, type Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  source: string,
  of: Readout<FewShot, Asked>['of'],
): Readout<FewShot, Asked> => ({ kind: 'information', label, formula, source, of });

const curve = 'theory/learning/in-context-curve.inContextCurve';
const excess = 'sim/task-excess.measured';

/** With nothing read before the theorem promises nothing; endlessly many documents share what a finite one tells. */
const shareOf = (meta: number, documents: number) =>
  documents === 0 ? Infinity : documents === Infinity ? 0 : meta / documents;

export const readouts = {
  total: information(
    'Paid by the optimal predictor beyond knowing the task, over τ examples',
    String.raw`\tau\,\mathcal{L}_\tau = \I(D^\tau;\Theta \given H)`,
    curve,
    (model, asked) => paidAt(model, asked).optimal.mean,
  ),
  error: information(
    'Standard error of that, over the sequences drawn (0 for coins, where it is exact)',
    String.raw`s/\sqrt{n}`,
    excess,
    (model, asked) => paidAt(model, asked).optimal.error,
  ),
  average: information(
    'The same per example',
    String.raw`\mathcal{L}_\tau`,
    curve,
    (model, asked) => paidAt(model, asked).optimal.mean / paidAt(model, asked).tau,
  ),
  intra: information(
    'What of it no number of documents takes away (for chains, which are known, all of it)',
    String.raw`\I(D^\tau;\Theta \given \Psi)`,
    curve,
    (model, asked) => paidAt(model, asked).intra ?? paidAt(model, asked).optimal.mean,
  ),
  world: information(
    'What of it is for getting to know the world (0 for chains)',
    String.raw`\I(D^\tau;\Psi \given H)`,
    curve,
    (model, asked) => {
      const { intra, optimal } = paidAt(model, asked);
      return Math.max(0, optimal.mean - (intra ?? optimal.mean));
    },
  ),
  share: {
    ...information(
      'What a document read before told of the world, on average (0 for chains)',
      String.raw`\tfrac1M \I(H;\Psi)`,
      curve,
      (model, asked) => (model.meta === undefined ? 0 : shareOf(model.meta, documentsOf(asked))),
    ),
    infinite: true as const,
  },
  meta: information(
    'What the documents read before tell of the world (0 for chains)',
    String.raw`\I(H;\Psi)`,
    curve,
    (model) => model.meta ?? 0,
  ),
  bound: {
    ...information(
      'Bound of theorem 4.7 over τ examples (for chains, which are known, what is paid)',
      String.raw`\tfrac1M \I(H;\Psi) + \I(D^\tau;\Theta \given \Psi)`,
      curve,
      (model, asked) => paidAt(model, asked).bound ?? paidAt(model, asked).optimal.mean,
    ),
    infinite: true as const,
  },
  ceiling: information(
    'Telling N tasks apart',
    String.raw`\log N`,
    'theory/learning/in-context-curve.inContextCurve',
    (model) => Math.log(model.tasks),
  ),
  network: information(
    'Paid by the network beyond knowing the task, over τ examples (0 for coins)',
    String.raw`\textstyle\sum_{t \le \tau} \operatorname{D}(p_t \,\|\, q_t)`,
    excess,
    (model, asked) => paidAt(model, asked).network?.mean ?? 0,
  ),
  tasks: {
    label: 'Tasks',
    kind: 'count' as const,
    formula: 'N',
    source: 'widgets/few-shot-curve/model.compute',
    of: (model: FewShot) => model.tasks,
  },
  factor: {
    label:
      'How many times as frequent as the first coin the last one is in one world, or the first as the last in the other',
    kind: 'number' as const,
    formula: 'e^c',
    source: 'Math.exp',
    of: (_: FewShot, asked: Asked) => factorOf(asked),
  },
  tau: {
    label: 'Examples',
    kind: 'count' as const,
    formula: String.raw`\tau`,
    source: 'widgets/few-shot-curve/model.paidAt',
    of: (model: FewShot, asked: Asked) => paidAt(model, asked).tau,
  },
};
