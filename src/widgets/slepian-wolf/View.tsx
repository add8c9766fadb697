import { Settings } from '#kit/figure/Settings.tsx';
import { Drawing } from './Drawing.tsx';
import { params } from './parameters.ts';
import type { WordsProps } from './props.ts';

/** The region stands near the rates that move it: beside the words, above the controls. */
export function View(props: WordsProps) {
  const { values, set } = props;
  return (
    <>
      <Drawing {...props} />
      <Settings {...{ params, values, set }} show={['rateX', 'rateY', 'places']} />
    </>
  );
}
