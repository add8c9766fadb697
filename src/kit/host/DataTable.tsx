import type { Table } from '#contract/spec.ts';

/** Longer tables are shown in part; the exports have every row. */
const rowsShown = 200;

export function DataTable({ title, table }: { readonly title: string; readonly table: Table }) {
  const rows = table.rows.slice(0, rowsShown);
  return (
    <div className="table-scroll" role="region" aria-label={`Data of ${title}`} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > rows.length && (
        <p className="hint">
          The first {rows.length} of {table.rows.length} rows; export CSV for all.
        </p>
      )}
    </div>
  );
}
