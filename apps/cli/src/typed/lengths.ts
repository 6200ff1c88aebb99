const secondsOf = new Map([
  ["m", 60],
  ["h", 60 * 60],
  ["d", 24 * 60 * 60],
]);

/** In seconds: `90`, `90s`, `30m`, `12h`, `7d`. `null`: it is none. */
export function lengthTyped(typed: string): number | null {
  const [, count, unit = ""] = /^(\d{1,10})([smhd]?)$/.exec(typed.trim()) ?? [];
  if (count === undefined) return null;
  return Number(count) * (secondsOf.get(unit) ?? 1);
}
