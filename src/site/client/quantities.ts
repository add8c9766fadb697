/** A quantity has one identity in prose, formulas and figures: pointing at it lights it everywhere on the page. */
export function startQuantities() {
  let lit: NodeListOf<Element> | undefined;
  const light = ({ target }: Event) => {
    const id = (target as Element).closest?.('[data-q]')?.getAttribute('data-q');
    lit?.forEach((element) => element.classList.remove('lit'));
    lit = id ? document.querySelectorAll(`[data-q="${id}"]`) : undefined;
    lit?.forEach((element) => element.classList.add('lit'));
  };
  document.addEventListener('pointerover', light);
  document.addEventListener('focusin', light);
}
