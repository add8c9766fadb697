import { useId, useState } from 'react';
import { numberFor } from '#contract/numberIn.ts';
import type { SimplexParameter, TableParameter } from '#contract/parameter.ts';

/** Of a distribution in which one entry has taken everything: the one that it came from, in which the others still had ratios. */
const before = new WeakMap<readonly number[], readonly number[]>();

const restOf = (distribution: readonly number[], index: number) =>
  distribution.reduce((sum, x, i) => (i === index ? sum : sum + x), 0);

/**
 * The distribution with entry `index` set to p and the others scaled to share 1 − p: in the ratios that they have, or had before
 * they were zero, evenly if they never had any. Undefined if p is not a probability.
 */
export function withEntry(distribution: readonly number[], index: number, p: number): number[] | undefined {
  if (!(p >= 0 && p <= 1)) return undefined;
  const known = restOf(distribution, index) > 0 ? distribution : (before.get(distribution) ?? distribution);
  const rest = restOf(known, index);
  const next = known.map((x, i) =>
    i === index ? p : rest > 0 ? (x / rest) * (1 - p) : (1 - p) / (distribution.length - 1),
  );
  if (p === 1 && rest > 0) before.set(next, known);
  return next;
}

/** The tables that `withCell` made, in one row. */
const inOneRow = new WeakMap<readonly (readonly number[])[], readonly number[]>();

/** The same for a cell of a joint table. */
export function withCell(
  table: readonly (readonly number[])[],
  row: number,
  column: number,
  p: number,
): number[][] | undefined {
  // prettier-ignore
  const { length } = table[0];
  const next = withEntry(inOneRow.get(table) ?? table.flat(), row * length + column, p);
  const rows = next && table.map((_, i) => next.slice(i * length, (i + 1) * length));
  if (rows) inOneRow.set(rows, next);
  return rows;
}

/** Three decimals, and of what would round to nothing, and is more than rounding, its first digit. */
const show = (p: number) => String(Number(p < 5e-4 && p > 1e-12 ? p.toPrecision(1) : p.toFixed(3)));

interface CellProps {
  readonly label: string;
  readonly p: number;
  readonly disabled?: boolean;
  onProblem(problem: string | undefined): void;
  onChange(p: number): void;
}

/** One probability of a table. What is typed stays; the table follows as soon as it is a probability. */
function Cell({ label, p, disabled, onProblem, onChange }: CellProps) {
  const [typed, setTyped] = useState<string>();
  const isChance = (value: number) => value >= 0 && value <= 1;
  const read = (text: string) => numberFor(text, isChance);
  const wrong = (text: string) => !isChance(read(text));
  return (
    <input
      className="number"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={typed !== undefined && wrong(typed) ? true : undefined}
      disabled={disabled}
      value={typed ?? show(p)}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const why = !Number.isNaN(read(text)) ? 'is not between 0 and 1' : 'is no number; write it like 0.25';
        onProblem(wrong(text) ? `${label}: “${text}” ${why}; the table still has ${show(p)} there.` : undefined);
        if (!wrong(text)) onChange(read(text));
      }}
      onKeyDown={(event) => {
        const step = { ArrowUp: 0.01, ArrowDown: -0.01 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        setTyped(undefined);
        onProblem(undefined);
        onChange(Math.min(1, Math.max(0, Number((p + step).toFixed(10)))));
      }}
      onBlur={() => typed !== undefined && !wrong(typed) && setTyped(undefined)}
    />
  );
}

interface AsTextProps {
  readonly parameter: TableParameter | SimplexParameter;
  readonly written: string;
  readonly example: string;
  readonly disabled?: boolean;
  onChange(value: never): void;
}

/** The whole table as text, to paste one: it is taken over on request, and what is wrong with it is said. */
function AsText({ parameter, written, example, disabled, onChange }: AsTextProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  return (
    <details className="as-text">
      <summary>As text</summary>
      <label htmlFor={id}>{example}</label>
      <textarea
        id={id}
        rows={2}
        disabled={disabled}
        value={typed ?? written}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button
        type="button"
        disabled={disabled}
        onClick={() => {
          const parsed = parameter.parse((typed ?? written).trim().replace(/\s*\n\s*/g, ';').replace(/;+$/, '')); // prettier-ignore
          setProblem(
            parsed.problem
              ?.replace('the default table is shown', 'the table stays as it was')
              .replace('the default is used', 'it stays as it was'),
          );
          if (!parsed.problem || parsed.problem.includes('divided by')) {
            setTyped(undefined);
            onChange(parsed.value as never);
          }
        }}
      >
        Use it
      </button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </details>
  );
}

interface TableControlProps {
  readonly parameter: TableParameter;
  readonly value: readonly (readonly number[])[];
  readonly disabled?: boolean;
  onChange(value: number[][]): void;
}

/** A joint distribution. Setting one cell scales the others, so that the table always adds up to one. */
export function TableControl({ parameter, value, disabled, onChange }: TableControlProps) {
  const [problem, setProblem] = useState<string>();
  const { rows, columns } = parameter;
  const change = (i: number, j: number, p: number) => onChange(withCell(value, i, j, p)!);
  return (
    <div className="control stacked">
      <table className="joint">
        <caption>{parameter.label}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((name) => (
              <th key={name} scope="col" className="ink-y">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, i) => (
            <tr key={name}>
              <th scope="row" className="ink-x">
                {name}
              </th>
              {columns.map((column, j) => (
                <td key={column} style={{ '--p': value[i][j] } as React.CSSProperties}>
                  <Cell
                    label={`p(${name}, ${column})`}
                    p={value[i][j]}
                    disabled={disabled}
                    onProblem={setProblem}
                    onChange={(p) => change(i, j, p)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {parameter.help && <p className="hint">{parameter.help}</p>}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <AsText
        parameter={parameter}
        written={value.map((row) => row.map(show).join(', ')).join('\n')}
        example={
          parameter.open
            ? `At most ${rows.length} lines of ${columns.length} numbers; what is left out is zero`
            : `${rows.length} lines of ${columns.length} numbers`
        }
        disabled={disabled}
        onChange={onChange}
      />
    </div>
  );
}

interface SimplexControlProps {
  readonly parameter: SimplexParameter;
  readonly value: readonly number[];
  readonly disabled?: boolean;
  onChange(value: number[]): void;
}

/** A distribution over a few outcomes, each with a slider; the others make room. */
export function SimplexControl({ parameter, value, disabled, onChange }: SimplexControlProps) {
  const [problem, setProblem] = useState<string>();
  return (
    <fieldset className="control stacked" disabled={disabled}>
      <legend>{parameter.label}</legend>
      {parameter.names.map((name, i) => (
        <div className="control" key={name}>
          <span>{name}</span>
          <input
            type="range"
            aria-label={name}
            min={0}
            max={1}
            step={0.01}
            value={value[i]}
            onChange={(event) => onChange(withEntry(value, i, Number(event.target.value))!)}
          />
          <Cell
            label={`p(${name})`}
            p={value[i]}
            disabled={disabled}
            onProblem={setProblem}
            onChange={(p) => onChange(withEntry(value, i, p)!)}
          />
        </div>
      ))}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
