/** A space that can be seen. */
export const nameOf = (sign: string) => (sign === ' ' ? '␣' : sign);
