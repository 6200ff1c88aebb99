const origin = "https://app.invalid";

/**
 * The path to go to after signing in, or `/`. Only paths of this app: parsing as the browser does
 * catches `//evil`, `/\evil`, `/%09/evil` and whatever else leaves the origin.
 */
export function safeRedirect(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted) || hasControl(wanted)) return "/";
  const url = URL.parse(wanted, origin);
  if (url === null || url.origin !== origin || url.pathname.startsWith("//")) return "/";
  return url.pathname === "/sign-in" ? "/" : `${url.pathname}${url.search}`;
}

// Browsers drop tabs and line ends inside an address, so "/\t/evil" would become "//evil".
function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text) || /%0[9ad]/i.test(text.split("?")[0] ?? "");
}
