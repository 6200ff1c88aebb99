const count = new Intl.NumberFormat("en");

/** "1 key", "1,204 keys". */
export function plural(amount: number, one: string, many = `${one}s`): string {
  return `${count.format(amount)} ${amount === 1 ? one : many}`;
}
