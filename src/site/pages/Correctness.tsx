import { anchorOf, checkPageOf, checkPages } from '#contract/spec.ts';
import { Tex } from '#kit/prose/Text.tsx';
import { usePage } from '#kit/prose/page.ts';
import type { CheckedField, CheckedFunction, Workshop } from '#site/workshop.ts';
import { powerOfTen } from './powerOfTen.ts';

type Numbers = Pick<CheckedFunction['references'][number], 'cases' | 'worst' | 'tolerance'>;

const titles: Readonly<Record<string, string>> = {
  theory: 'Information theory',
  sim: 'Sources, samplers, coders',
  contract: 'Readings of a text',
  model: 'The transformer',
  widgets: 'Figures',
};

/** `theory/language-models/focal-loss` as “Focal loss”. */
function inPlainWords(module: string): string {
  const words = module
    .replace(/\/(spec|model|state)$/, '')
    .replace(/^.*\//, '')
    .replaceAll('-', ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
}

function Power({ of }: { readonly of: number }) {
  const [digits, exponent] = powerOfTen(of);
  return (
    <>
      {digits !== '1' && `${digits} · `}10<sup>{exponent}</sup>
    </>
  );
}

function Cells({ cases, worst, tolerance }: Numbers) {
  return (
    <>
      <td>{cases.toLocaleString('en')}</td>
      <td>
        {worst > 0 ? (
          <Power of={worst} />
        ) : tolerance > 0 ? (
          <>
            &lt; <Power of={1e-15} />
          </>
        ) : (
          'none'
        )}
      </td>
      <td>{tolerance > 0 ? <Power of={tolerance} /> : 'exact'}</td>
    </>
  );
}

/** `01_discrete_measures/bivariate` */
const inWords = (reference: string) =>
  `Reference values, ${reference.replace(/^\d+_/, '').replaceAll('_', ' ').replace('/', ': ')}`;

const together = (all: readonly Numbers[]): Numbers => ({
  cases: all.reduce((sum, { cases }) => sum + cases, 0),
  worst: Math.max(...all.map(({ worst }) => worst)),
  tolerance: Math.max(...all.map(({ tolerance }) => tolerance)),
});

/** Tolerances above this one belong to sampling, to float32, or to numbers that were published with a few digits. */
const few = 1e-6;

function Tests({ of, note = '' }: { readonly of: readonly Numbers[]; readonly note?: string }) {
  if (of.length === 0) return null;
  return (
    <tr>
      <td>
        {of.length === 1 ? 'A test of its own' : `${of.length} tests of its own`}
        {note}
      </td>
      <Cells {...together(of)} />
    </tr>
  );
}

function Rows({ of, widgets }: { readonly of: CheckedFunction } & Pick<Workshop, 'widgets'>) {
  const { source, name, doc, readouts, references, tests } = of;
  const { root } = usePage();
  return (
    <tbody id={anchorOf(source)}>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          {doc.replaceAll("'", '’')} <code>{name}</code>
          {readouts.length > 0 && (
            <ul>
              {readouts.map(({ label, formula }) => (
                <li key={formula}>
                  {label}: <Tex tex={formula} />
                </li>
              ))}
            </ul>
          )}
          {of.widgets.length > 0 && (
            <span className="hint">
              {' '}
              In{' '}
              {of.widgets.map((id, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <a href={`${root}/embed/${id}.html`}>{widgets.get(id)!.spec.title}</a>
                </span>
              ))}
              .
            </span>
          )}
        </th>
      </tr>
      {references.map(({ reference, ...numbers }) => (
        <tr key={reference}>
          <td>{inWords(reference)}</td>
          <Cells {...numbers} />
        </tr>
      ))}
      <Tests of={tests.filter(({ tolerance }) => tolerance <= few)} />
      <Tests of={tests.filter(({ tolerance }) => tolerance > few)} note=", to a few digits" />
    </tbody>
  );
}

function Introduction({ fields }: { readonly fields: readonly CheckedField[] }) {
  const functions = fields.flatMap((field) => field.functions);
  const referenced = functions.filter(({ references }) => references.length > 0).length;
  const { cases } = together(functions.flatMap(({ references, tests }) => [...references, ...tests]));
  return (
    <div className="measure">
      <p>
        Can you trust a number in this book? Each of them was computed, and the computation was compared with another
        one that knows nothing of it: a formula worked out by hand, a slow count of every case, or a program in another
        language. This page lists what was compared, and by how much the two ever differed.
      </p>
      <p>
        Read a row like this. First comes what is computed, in words. “Cases” is how often it was compared. “Worst
        error” is the largest difference that was found: 10<sup>−15</sup> is one part in a million billions, which is
        what rounding in a computer does. “Tolerance” is the largest difference that would be let pass. Below each
        figure, the numbers under <i>Data</i> lead to their rows here.
      </p>
      <p>
        The tests write this page. Whenever one of them compares a number that a function has returned to it, the
        comparison counts for that function: {cases.toLocaleString('en')} comparisons of {functions.length} functions in
        this version, on {checkPages.length} pages: <Others page={checkPages[0]} />. If a change makes one of them
        worse, or drops it, the tests fail until somebody has looked at it.
      </p>
      <p>
        {referenced} functions are held against reference values: files of numbers made with another implementation, in
        another language. Their rows name the file and its section. The others, and most of these too, have tests of
        their own, which compare with closed forms, with identities that hold for any input, with a slow but obvious
        computation, or for the transformer with what PyTorch makes of the same weights. What each of them compares is
        said by its name, in <a href="./correctness.json">the file that the tests wrote</a>.
      </p>
      <p>
        Errors are relative, but absolute for values so close to zero that rounding alone would look large; they are
        rounded to one digit. The tolerance is the largest that any of the tests allows. What is not checked here is
        whether a formula is the right one for what the text says of it, and whether the text is true: for that the
        claims in the chapters carry a status.
      </p>
    </div>
  );
}

interface CorrectnessProps extends Pick<Workshop, 'widgets'> {
  readonly fields: readonly CheckedField[];
  /** The first one begins with what there is to say of all. */
  readonly page: (typeof checkPages)[number];
}

/** The pages of checks, with links to the other ones. */
const Others = ({ page }: Pick<CorrectnessProps, 'page'>) =>
  checkPages.map(({ path, title }, i) => (
    <span key={path}>
      {i > 0 && (i === checkPages.length - 1 ? '; and ' : '; ')}
      {path === page.path ? title : <a href={`./${path}`}>{title}</a>}
    </span>
  ));

/** What every number is checked against: written by the tests, joined with the doc comments and formulas of the source. */
export function Correctness({ fields, widgets, page }: CorrectnessProps) {
  const shown = fields.filter(({ module }) => checkPageOf(`${module}.`) === page);
  const layers = Object.entries(titles)
    .map(([layer, title]) => ({ layer, title, modules: shown.filter(({ module }) => module.startsWith(`${layer}/`)) }))
    .filter(({ modules }) => modules.length > 0);
  return (
    <>
      <h1>Correctness of {page.title}</h1>
      <p className="lede">What the numbers of this book are checked against, and how closely they agree.</p>
      {page === checkPages[0] ? (
        <Introduction fields={fields} />
      ) : (
        <p>
          How to read this page is said on the first of {checkPages.length}: <Others page={page} />.
        </p>
      )}
      <nav aria-label="Modules" className="modules">
        {layers.map(({ layer, title, modules }) => (
          <p key={layer}>
            <b>{title}</b>{' '}
            {modules.map(({ module }) => (
              <a key={module} href={`#${anchorOf(module)}`}>
                {inPlainWords(module)}
              </a>
            ))}
          </p>
        ))}
      </nav>
      {layers.map(({ layer, title, modules }) => (
        <section key={layer}>
          <h2>{title}</h2>
          {modules.map(({ module, functions }) => (
            <section key={module} id={anchorOf(module)}>
              <h3>
                {inPlainWords(module)} <code>{module}</code>
              </h3>
              <table className="checked">
                <thead>
                  <tr>
                    <th scope="col">Checked against</th>
                    <th scope="col">Cases</th>
                    <th scope="col">Worst error</th>
                    <th scope="col">Tolerance</th>
                  </tr>
                </thead>
                {functions.map((one) => (
                  <Rows key={one.source} of={one} widgets={widgets} />
                ))}
              </table>
            </section>
          ))}
        </section>
      ))}
    </>
  );
}
