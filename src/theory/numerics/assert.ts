/** Throws RangeError unless the value is positive and finite. */
export function assertPositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite, got ${value}`);
}

/** Throws RangeError unless the value is at least 0 and finite. */
export function assertNotNegative(value: number, name: string): void {
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`${name} must be at least 0 and finite, got ${value}`);
  }
}

/** Throws RangeError unless the value is a whole number of at least `least`. */
export function assertWholeNumber(value: number, name: string, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`);
  }
}

/** Throws RangeError unless there is at least one value and all are finite. */
export function assertFiniteNumbers(values: ArrayLike<number>, name: string): void {
  if (values.length === 0) throw new RangeError(`${name} must have at least one entry, got none`);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${name}[${i}] must be a finite number, got ${values[i]}`);
  }
}
