/** 2e-13 as 2 · 10⁻¹³, to two digits: what half of 10⁻⁴ is in a computer has sixteen, and a table on a phone no room for them. */
export function powerOfTen(of: number): readonly [digits: string, exponent: string] {
  const [digits, exponent] = Number(of.toPrecision(2)).toExponential().split('e');
  return [digits, exponent.replace('+', '').replace('-', '−')];
}
