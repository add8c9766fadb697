import { wholeModel, type AnyWidget } from '#contract/spec.ts';
import { writtenValues } from '#contract/values.ts';
import {
  askedOf,
  parseSweep,
  problemOfTruth,
  readoutsNamed,
  statesOf,
  truthOf,
  type PredictProps,
} from '#kit/prose/prediction.ts';

/** What is wrong with a Predict whose properties are each in order: the property at fault, and a sentence. */
export function problemOfPredict(
  props: Readonly<Record<string, string>>,
  spec: AnyWidget,
): [at: string, message: string] | undefined {
  const { id: _id, widget: _widget, across, max, ...rest } = props;
  const written = rest as unknown as PredictProps;
  const kinds = new Set(readoutsNamed(written.of).map((name) => spec.readouts[name].kind));
  const [kind] = kinds;
  if (kinds.size > 1) return ['of', 'the readouts are of different kinds'];
  if (kind !== 'information' && kind !== 'probability')
    return ['of', `a ${kind} cannot be scored in bits: predict probabilities or information`];
  if (kind === 'information' && !(Number(max) > 0))
    return ['of', 'information needs max="…", in bits: where the scale ends'];
  if (kind === 'probability' && max !== undefined) return ['max', 'the scale of a probability ends at 1'];
  if (written.sweep !== undefined && readoutsNamed(written.of).length > 1) return ['of', 'a curve is of one readout'];
  if (written.sweep === undefined && across !== undefined) return ['across', 'only a curve has a horizontal axis'];
  const swept = written.sweep !== undefined && parseSweep(written.sweep)!.param;
  if (swept && swept in written) return [swept, `${swept} is swept and has no value of its own`];
  // What an engine computes is known when the page is drawn, and checked then.
  if (spec.run) return undefined;
  const states = statesOf(written).map((state) => {
    const values = writtenValues(spec, state);
    return { spec, values, model: wholeModel(spec, values) };
  });
  const truth = truthOf(written.of, states);
  const problem = problemOfTruth(askedOf(spec, { ...written, max }, truth), truth);
  return problem === undefined ? undefined : ['of', problem];
}
