import type { Readout } from '#contract/spec.ts';
import type { Point } from './evaluate.ts';
import { first, last, runOf, type Forgetting } from './model.ts';
import type { Asked } from './parameters.ts';
import { tellsError } from './texts.ts';

type R = Readout<Forgetting, Asked>;

const measured = (
  label: string,
  formula: string,
  of: (end: Point, start: Point) => number,
  kind: R['kind'] = 'information',
  quantity?: string,
): R => ({
  ...{ label, kind, formula, ...(quantity && { quantity }) },
  source: 'widgets/forgetting/evaluate.pointOf',
  of(model, asked) {
    const run = runOf(model, asked);
    return run ? of(last(run)!, first(run)!) : 0;
  },
  none: (model, asked) => runOf(model, asked) === undefined,
});

export const readouts = {
  startOld: measured('The novels, before', String.raw`\H_{\text{old}}(q_0)`, (_, { old }) => old),
  startNew: measured('Held-out windows of the new text, before', String.raw`\H_{\text{new}}(q_0)`, (_, { unseen }) => unseen), // prettier-ignore
  old: measured('The novels, now', String.raw`\H_{\text{old}}(q)`, ({ old }) => old, 'information', 'cross-entropy'),
  unseen: measured('Held-out windows of the new text, now', String.raw`\H_{\text{new}}(q)`, ({ unseen }) => unseen),
  seen: measured('Windows of the text that is learned from, now', String.raw`\H_{\text{seen}}(q)`, ({ seen }) => seen),
  forgot: measured('Forgotten: what a character of the novels costs more', String.raw`\H_{\text{old}}(q) - \H_{\text{old}}(q_0)`, (end, start) => end.old - start.old), // prettier-ignore
  forgotError: measured('Standard error of that, over windows', String.raw`s/\sqrt{n}`, ({ oldError }) => oldError),
  learned: measured('Learned: what a held-out character of the new text costs less', String.raw`\H_{\text{new}}(q_0) - \H_{\text{new}}(q)`, (end, start) => start.unseen - end.unseen), // prettier-ignore
  learnedError: {
    ...measured('Standard error of that, over windows', String.raw`s/\sqrt{n}`, (end) => end.unseenError),
    none: (model, asked) => runOf(model, asked) === undefined || !tellsError(asked),
  },
  byHeart: measured('By heart: gained on the text that is learned from, beyond what is gained on what is held out', String.raw`(\H_{\text{seen}}(q_0) - \H_{\text{seen}}(q)) - (\H_{\text{new}}(q_0) - \H_{\text{new}}(q))`, (end, start) => start.seen - end.seen - (start.unseen - end.unseen)), // prettier-ignore
  driftOld: measured('Drift on the novels', String.raw`\D(q_0 \,\|\, q)`, (end) => end.driftOld, 'information', 'divergence'), // prettier-ignore
  driftNew: measured('Drift on the new text', String.raw`\D(q_0 \,\|\, q)`, (end) => end.driftNew, 'information', 'divergence'), // prettier-ignore
  moved: measured('How far the weights moved, as a share of their length', String.raw`|w - w_0| / |w_0|`, (end) => end.moved, 'number'), // prettier-ignore
  step: measured('Steps taken', 't', ({ step }) => step, 'count'),
} satisfies Record<string, R>;
