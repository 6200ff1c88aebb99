export type Credentials =
  | { readonly kind: "bearer"; readonly token: string }
  /** No Authorization header, or one of another scheme. */
  | { readonly kind: "none" }
  /** Meant as a bearer token, and not one by its grammar. */
  | { readonly kind: "malformed" };

/** RFC 6750, 2.1, with the alphabet of our tokens; the scheme in any letter case (RFC 9110, 11.1). */
const wellFormed = /^bearer +([0-9A-Za-z_.]+)$/i;

/** Reads an `Authorization` header. Whether the token is a good one is admission's to say. */
export function parseAuthorization(header: string | undefined): Credentials {
  if (header === undefined) return { kind: "none" };
  const token = wellFormed.exec(header)?.[1];
  if (token !== undefined) return { kind: "bearer", token };
  return /^bearer(?![0-9A-Za-z])/i.test(header) ? { kind: "malformed" } : { kind: "none" };
}
