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
