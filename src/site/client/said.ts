/** For each living figure, what a quantity of the notation is in it now, in words; nothing if several of its numbers are of that kind. */
export const said = new WeakMap<Element, (quantity: string) => string | undefined>();
