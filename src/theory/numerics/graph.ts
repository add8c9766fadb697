import { assertBoolean, assertEach, assertLength, assertRows } from '#theory/numerics/assert.ts';

/** A directed graph on 0, 1, …: entry [x][y] says whether an edge leads from x to y. */
export type Graph = readonly (readonly boolean[])[];

/** Throws RangeError unless there are as many columns as rows, of true and false. */
function assertGraph(graph: Graph): void {
  assertRows(graph, 'graph', (row, name) => assertEach(row, name, assertBoolean));
  assertLength(graph[0], 'graph[0]', graph.length, 'like there are rows');
}

/** Whether a path of at least one edge leads from x to y, for every pair. Warshall 1962. */
export function reachability(graph: Graph): boolean[][] {
  assertGraph(graph);
  const reach = graph.map((row) => [...row]);
  for (const [via, onward] of reach.entries()) {
    for (const row of reach) if (row[via]) onward.forEach((edge, y) => (row[y] ||= edge));
  }
  return reach;
}

/** The nodes of a shortest directed cycle, in order, or null if there is none. A loop is a cycle of one node. */
export function shortestCycle(graph: Graph): number[] | null {
  assertGraph(graph);
  let best: number[] | null = null;
  for (const start of graph.keys()) {
    const cycle = shortestCycleThrough(graph, start);
    if (cycle && (!best || cycle.length < best.length)) best = cycle;
  }
  return best;
}

/** Breadth first from `start` until an edge leads back. */
function shortestCycleThrough(graph: Graph, start: number): number[] | null {
  const paths: number[][] = [[start]];
  const met = new Set([start]);
  for (const path of paths) {
    const x = path[path.length - 1];
    if (graph[x][start]) return path;
    graph[x].forEach((edge, y) => {
      if (!edge || met.has(y)) return;
      met.add(y);
      paths.push([...path, y]);
    });
  }
  return null;
}
