import type { Parameter } from '#contract/parameter.ts';
import type { Parameters, Values } from '#contract/values.ts';

/** A parameter with its value, and how to change it: what a control or a handle needs. */
export interface Bound<P extends Parameter = Parameter> {
  /** Of the parameter in the widget's list. */
  readonly name: string;
  readonly parameter: P;
  readonly value: P['default'];
  set(value: P['default']): void;
}

/** What is taken of a view's properties. */
export interface Binding<V> {
  readonly values: V;
  readonly now?: V;
  set(change: Partial<V>): void;
}

/** After `const bound = bind(params, props)`, `bound('noise')` is the parameter `noise` of this figure as it stands. */
export const bind =
  <P extends Parameters>(params: P, { values, now = values, set }: Binding<Values<P>>) =>
  <K extends keyof P & string>(key: K): Bound<P[K]> => ({
    ...{ name: key, parameter: params[key], value: now[key] },
    set: (value) => set({ [key]: value } as unknown as Partial<Values<P>>),
  });
