/**
 * The path and query that a request asks for. RFC 9112, 3.2 knows the absolute form too: what stands
 * before the path is dropped, as other hosts are none of ours. `null` for anything else: what Express
 * cannot read it would answer by itself, in HTML, without any handler of ours.
 */
export function pathOfTarget(target: string): string | null {
  // Visible ASCII without a fragment, which no request has.
  if (!/^[!-"$-~]+$/.test(target)) return null;
  if (target.startsWith("/") || target === "*") return target;
  const base = /^https?:\/\/[^/?]+/i.exec(target)?.[0];
  if (base === undefined || !URL.canParse(base)) return null;
  const path = target.slice(base.length);
  return path.startsWith("/") ? path : `/${path}`;
}
