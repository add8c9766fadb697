import { integer, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { story } from './texts.ts';

/** Bytes of a file that is compressed, as the codec has it, and characters of its base64. */
export const mostBytes = 1_000_000;
/** A .bpt file of bytes that nothing makes shorter is longer than they are, by its header, which has at most so many bytes. */
export const header = 18;
export const mostOfPack = mostBytes + header;
const inBase64 = (bytes: number) => 4 * Math.ceil(bytes / 3);

export const params = {
  text: text({ label: 'Your text', default: story, maximumLength: mostBytes, control: 'view', transient: true }),
  file: text({
    label: 'A file, in base64',
    default: '',
    maximumLength: inBase64(mostBytes),
    control: 'view',
    transient: true,
  }),
  pack: text({
    label: 'A .bpt file to open, in base64',
    default: '',
    maximumLength: inBase64(mostOfPack),
    control: 'view',
    transient: true,
  }),
  stopped: toggle({ label: 'Stopped', default: false, control: 'view', transient: true }),
  counted: toggle({ label: 'Count the weights of the network', default: false, control: 'view' }),
  sent: integer({
    label: 'Texts like this one that share the weights',
    default: 1,
    min: 1,
    max: 1_000_000,
    scale: 'log',
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
