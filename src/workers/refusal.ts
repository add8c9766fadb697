/** A worker could not make sense of a question: asked again it would say the same. */
export class Refusal extends Error {}
