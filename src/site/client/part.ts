/** The first element below another that fits a selector; the page's HTML always has it. */
export const part = <E extends Element = HTMLElement>(element: Element, selector: string) =>
  element.querySelector<E>(selector)!;
