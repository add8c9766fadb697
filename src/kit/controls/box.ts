import type { NumberParameter, Parsed, SeedParameter } from '#contract/parameter.ts';
import { grouped } from '#contract/say.ts';

/** What the box of a number has in it, and how what is typed there is read. */
export interface Box {
  /** As the reader sees it, and as it stands to be changed: without commas, which would be in the way. */
  format(value: number): string;
  plain(value: number): string;
  parse(text: string): Parsed<number>;
}

export function boxOf(parameter: NumberParameter | SeedParameter): Box {
  const { format, label, parse } = parameter;
  // A seed is a name, and no amount.
  if (parameter.kind === 'seed') return { format, plain: format, parse };
  const { min, max, written } = parameter;
  if (!written) return { format: (value) => grouped(format(value)), plain: format, parse };
  return {
    format: written.format,
    plain: written.format,
    parse(text) {
      const value = written.read(text);
      if (value >= min && value <= max) return { value };
      const why = Number.isNaN(value)
        ? 'is not a number'
        : `is outside ${written.format(min)} to ${written.format(max)}`;
      return { value, problem: `${label}: “${text.trim()}” ${why}; it is used.` };
    },
  };
}
