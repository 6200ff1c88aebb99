/** So many of what is called so, in words. */
export function counted(count: number, name: string, names = `${name}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? name : names}`;
}
