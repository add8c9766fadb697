import { text } from '#contract/parameter.ts';
import { madeUp } from './passage.ts';

export const params = {
  name: text({ label: 'A name', default: madeUp[0], maximumLength: 40, control: 'view', transient: true }),
};
