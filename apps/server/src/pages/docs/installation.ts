import type { ScopeRules } from "@katkey/keys";

/** What an installation decides about its examples. */
export interface Installation {
  readonly origin: string;
  /** The first part of its tokens. */
  readonly brand: string;
  readonly scopes: ScopeRules;
}

/** The guides are written for an installation at keys.example.com: here they become those of this one. */
export function forInstallation(
  source: string,
  { origin, brand }: Pick<Installation, "origin" | "brand">,
): string {
  return source.replaceAll("https://keys.example.com", origin).replaceAll(/\bkat_/g, `${brand}_`);
}
