import { simplex, type SimplexParameter } from './parameter.ts';

type Options = Omit<SimplexParameter, 'kind' | 'parse' | 'format' | 'sample'>;

/** A distribution over the first so many of the names, at least two: a law that the reader may give more outcomes, or fewer. */
export function law(options: Options): SimplexParameter {
  const { label, names } = options;
  const least = 2;
  const over = (size: number) => simplex({ ...options, names: names.slice(0, size) });
  return {
    ...simplex(options),
    parse(text) {
      const size = text.split(',').length;
      return size >= least && size <= names.length
        ? over(size).parse(text)
        : {
            value: options.default,
            problem: `${label}: expected ${least} to ${names.length} numbers; the default is used.`,
          };
    },
    sample: (next) => over(least + Math.floor(next() * (names.length - least + 1))).sample(next),
  };
}
