import type { Readout } from '#contract/spec.ts';
import type { TaskOrigin } from '#sim/task-excess.ts';
import { rowOf, sideOf, type Predictor, type RetrieveOrLearn } from './model.ts';
import { tasksOf, type Asked } from './parameters.ts';

const whose: Record<Predictor, string> = {
  retrieving: 'one who retrieves pays',
  learning: 'one who learns pays',
  network: 'the network pays',
};
const sources: Record<Predictor, string> = {
  retrieving: 'sim/task-excess.retrievingExcess',
  learning: 'sim/task-excess.learningExcess',
  network: 'sim/task-excess.networkExcess',
};
const symbolOf: Record<Predictor, string> = { retrieving: 'q_N', learning: String.raw`q_\infty`, network: 'q' };

/** Regressions were not given to any network. */
const noNetwork = (_: RetrieveOrLearn, { setting }: Asked) => setting === 'regression';

/** Beyond one who knows the task; 0 as long as it is not measured, and for the network where there is none. */
const paid = (by: Predictor, origin: TaskOrigin): Readout<RetrieveOrLearn, Asked> => ({
  label: `On ${origin === 'known' ? 'the tasks of pretraining' : 'new tasks'} ${whose[by]}`,
  kind: 'information',
  formula: String.raw`\operatorname{E} \operatorname{D}(p \,\|\, ${symbolOf[by]})`,
  source: sources[by],
  of: (model, asked) => rowOf(model, asked)?.[origin][by]?.mean ?? 0,
  ...(by === 'network' && { none: noNetwork }),
});

/** How far the network is from one of the ideal predictors; 0 as long as it is not measured, and where there is no network. */
const apart = (from: 'retrieving' | 'learning', origin: TaskOrigin): Readout<RetrieveOrLearn, Asked> => ({
  label: `On ${origin === 'known' ? 'the tasks of pretraining' : 'new tasks'}, from one who ${from === 'learning' ? 'learns' : 'retrieves'} to the network`,
  kind: 'information',
  formula: String.raw`\operatorname{E} \operatorname{D}(${symbolOf[from]} \,\|\, q)`,
  source: 'sim/task-excess.networkGap',
  of: (model, asked) => rowOf(model, asked)?.apart?.[origin][from].mean ?? 0,
  none: noNetwork,
});

export const readouts = {
  fromLearnerKnown: apart('learning', 'known'),
  fromRetrieverKnown: apart('retrieving', 'known'),
  fromLearnerNew: apart('learning', 'new'),
  fromRetrieverNew: apart('retrieving', 'new'),
  retrievingKnown: paid('retrieving', 'known'),
  learningKnown: paid('learning', 'known'),
  networkKnown: paid('network', 'known'),
  retrievingNew: paid('retrieving', 'new'),
  learningNew: paid('learning', 'new'),
  networkNew: paid('network', 'new'),
  tasks: {
    label: 'Tasks of pretraining',
    kind: 'count' as const,
    formula: 'N',
    source: 'widgets/retrieve-or-learn/parameters.tasksOf',
    infinite: true as const,
    of: (_: RetrieveOrLearn, asked: Asked) => tasksOf(asked),
  },
  side: {
    label: 'Where the network lies on new tasks: 0 learns, 1 retrieves',
    kind: 'number' as const,
    formula: String.raw`\frac{\operatorname{D}(p \| q) - \operatorname{D}(p \| q_\infty)}{\operatorname{D}(p \| q_N) - \operatorname{D}(p \| q_\infty)}`,
    source: 'widgets/retrieve-or-learn/model.sideOf',
    of: (model: RetrieveOrLearn, asked: Asked) => sideOf(rowOf(model, asked)),
  },
};
