/** Bets of the book with what came, `80y.30n`: percent given to yes. What is none is passed over. */
export const readBets = (bets: string): { readonly confidence: number; readonly came: boolean }[] =>
  bets.split('.').flatMap((one) => {
    const [, said, came] = /^(\d{1,2})([yn])$/.exec(one) ?? [];
    return said === undefined || Number(said) < 1 ? [] : [{ confidence: Number(said) / 100, came: came === 'y' }];
  });
