/** Value of arithmetic as it is printed: + − × ÷, brackets, ln, exp and logit. For tests of worked conversions. */
export const arithmeticValue = (text: string): number => {
  const tokens = text.match(/\d+(?:\.\d+)?|[a-z]+|[+−×÷()]/g) ?? [];
  if (tokens.join('') !== text.replace(/\s/g, '')) throw new Error(`not arithmetic: ${text}`);
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const functions: Readonly<Record<string, (x: number) => number>> = {
    ln: Math.log,
    exp: Math.exp,
    logit: (p) => Math.log(p / (1 - p)),
  };
  const factor = (): number => {
    if (take('−')) return -factor();
    const token = tokens[at] ?? '';
    at += 1;
    const inner = token === '(' || token in functions;
    if (!inner) return Number(token);
    if (token !== '(' && !take('(')) throw new Error(`a bracket after ${token}`);
    const value = total();
    if (!take(')')) throw new Error('an open bracket');
    return functions[token]?.(value) ?? value;
  };
  const product = (): number => {
    let value = factor();
    for (;;) {
      if (take('×')) value *= factor();
      else if (take('÷')) value /= factor();
      else return value;
    }
  };
  const total = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('−')) value -= product();
      else return value;
    }
  };
  const value = total();
  if (at < tokens.length || Number.isNaN(value)) throw new Error(`not arithmetic: ${text}`);
  return value;
};
