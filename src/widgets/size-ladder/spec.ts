import { defineWidget } from '#contract/spec.ts';
import { FAMILY } from '#sim/family.ts';
import { challenges } from './challenges.ts';
import { fitsOf, lawOf, seriesOf, usedOf, widths } from './fits.ts';
import { compute, fewest, run } from './model.ts';
import { counts, params, placed, precisions } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { prepared } from './texts.ts';

const measures = {
  rate: 'normalized coding rate',
  rank: 'effective rank',
  top: 'share of the largest direction',
};

const places = { none: '', half: ', and for each place one half as long,', equal: ', and one for each place,' };

export const spec = defineWidget({
  id: 'size-ladder',
  title: 'Five sizes and a law',
  summary: 'What is the representation entropy of five networks on one text, and what makes it follow a power law?',
  terms: ['representation-entropy', 'coding-rate', 'effective-rank', 'anisotropy', 'transformer'],
  cites: ['tan2024', 'ma2007'],
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe(model, asked, say) {
    const { networks, random, letters } = seriesOf(model, asked);
    const fits = fitsOf(networks, asked);
    const [law, lettersLaw] = [lawOf(random), lawOf(letters)];
    if (networks.length === 0)
      return (model.text !== '' || asked.text === '') && model.characters < fewest
        ? `The text has ${say.count(model.characters)} characters that the networks know; they need ${fewest}.`
        : 'Nothing has been measured yet.';
    if (networks.length < FAMILY.length)
      return `${networks.length} of the ${FAMILY.length} networks have read the text so far.`;
    const count = say.count(usedOf(model, asked));
    const start = `On ${count} vectors of ${model.text === prepared ? 'the prepared text' : 'your text'} the ${measures[asked.measure]} goes from ${say.number(networks[0])} in the smallest network to ${say.number(networks.at(-1)!)} in the largest. `;
    if (!fits) return `${start}There is no law to fit.`;
    const { power, at, flooredAt } = fits;
    return (
      `${start}A power law with N to the ${say.number(-power.fit.exponent)} fits with R² = ${say.number(power.fit.rSquared ?? 0)}` +
      (law
        ? `; random vectors that all differ fit with ${say.number(law.slope)} and R² = ${say.number(law.rSquared)}`
        : '') +
      (lettersLaw
        ? `; one random vector for each character${places[asked.place]} with ${say.number(lettersLaw.slope)} and R² = ${say.number(lettersLaw.rSquared)}. `
        : '. ') +
      `For ${say.count(asked.size)} parameters it foretells ${say.number(at.low)} to ${say.number(at.high)}; a law with a floor foretells ${say.number(flooredAt)}.`
    );
  },

  table(model, say, asked) {
    const { networks, random, letters, ceiling } = seriesOf(model, asked);
    return {
      columns: [
        'Parameters N',
        'Width d',
        'Vectors n',
        `Networks: ${measures[asked.measure]}`,
        'Random vectors, all different',
        'Random vectors of characters',
        asked.measure === 'top' ? 'No less is possible than' : 'No more is possible than',
        'Loss on the validation text, bits per character',
      ],
      rows: FAMILY.map(({ parameters, width, validation }, i) => [
        parameters,
        width,
        usedOf(model, asked),
        networks[i] === undefined ? '' : say.number(networks[i], 4),
        random[i] === undefined ? '' : say.number(random[i], 4),
        letters[i] === undefined ? '' : say.number(letters[i], 4),
        ceiling[i] === undefined ? '' : say.number(ceiling[i], 4),
        say.number(validation),
      ]),
    };
  },

  laws: [
    {
      name: 'Nothing passes its ceiling: neither networks nor any random vectors, by no measure',
      tolerance: 1e-4,
      gap: (model, asked) =>
        Math.max(
          0,
          ...(['rate', 'rank', 'top'] as const).flatMap((measure) => {
            const { networks, random, letters, ceiling } = seriesOf(model, { ...asked, measure });
            const side = measure === 'top' ? -1 : 1;
            return [networks, random, letters].flatMap((values) =>
              values.map((value, i) => side * (value / ceiling[i] - 1)),
            );
          }),
        ),
    },
    {
      name: 'One direction is not more than all that the entropy counts: 1/top ≤ e^S',
      tolerance: 1e-3,
      gap: ({ members, random, letters }) =>
        Math.max(
          0,
          ...[...members.flat(), ...random, ...letters.flat()]
            .flat(2)
            .map((cell) => 1 / cell[precisions.length + 1] - cell[precisions.length]),
        ),
    },
    {
      name: 'There is a cell for each number of vectors, and a network and a row of each control for each width',
      tolerance: 0,
      gap: ({ random, letters, members }) =>
        random.length === 0
          ? 0
          : Math.abs(random.length - widths.length) +
            Math.abs(letters.length - placed.length) +
            letters.reduce((sum, own) => sum + Math.abs(own.length - widths.length), 0) +
            Number(members.length > FAMILY.length) +
            Math.abs(random[0].length - counts.length),
    },
  ],

  challenges,
  presets,
});
