import { useSyncExternalStore } from "react";

// The token of a link for setup, an invitation or a new password: in memory only, and out of the address before anything renders.
let token: string | null = null;
const paths = ["/setup", "/invite", "/new-password"];
const listeners = new Set<() => void>();

/** Takes the token out of the address. Once, at start, before the router reads it. */
export function watchLinkToken(): void {
  take();
  // Pasting a second link into the same tab changes the hash and loads nothing.
  window.addEventListener("hashchange", take);
}

function take(): void {
  const { pathname, search, hash } = window.location;
  if (!paths.includes(pathname) || hash.length < 2) return;
  token = hash.slice(1);
  window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  for (const listener of listeners) listener();
}

export function useLinkToken(): string | null {
  return useSyncExternalStore(subscribe, () => token);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** After it was used. */
export function forgetLinkToken(): void {
  token = null;
}
