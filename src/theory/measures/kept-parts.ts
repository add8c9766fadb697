import { assertEach, assertLength, assertList, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertJointTable, type JointTable } from './joint.ts';

/**
 * p(x_kept, y) from p(x_1 … x_k, y). The rows of `joint` are all values of (x_1 … x_k), part i having sizes[i] values and the last one
 * changing fastest; `kept` says of each part whether one sees it. The rows of what comes back are the values of the parts that are
 * kept, in the same order; with none of them it is one row, p(y). Throws RangeError unless the rows of the joint distribution are as
 * many as the sizes say.
 */
export function tableOfParts(joint: JointTable, sizes: readonly number[], kept: readonly boolean[]): number[][] {
  assertJointTable(joint);
  assertList(sizes, 'sizes');
  assertEach(sizes, 'sizes', (size, name) => assertWholeNumber(size, name, 1));
  assertLength(joint, 'joint', sizes.reduce((product, size) => product * size, 1), 'the product of the sizes'); // prettier-ignore
  assertLength(kept, 'kept', sizes.length, 'like sizes');
  assertEach(kept, 'kept', (one, name) => {
    if (typeof one !== 'boolean') refuse(name, 'be true or false', one);
  });
  const rows = sizes.reduce((product, size, i) => (kept[i] ? product * size : product), 1);
  const table = Array.from({ length: rows }, () => joint[0].map(() => 0));
  joint.forEach((row, index) => {
    let [rest, place, step] = [index, 0, 1];
    for (let i = sizes.length - 1; i >= 0; i--) {
      if (kept[i]) {
        place += step * (rest % sizes[i]);
        step *= sizes[i];
      }
      rest = Math.floor(rest / sizes[i]);
    }
    row.forEach((p, y) => (table[place][y] += p));
  });
  return table;
}
