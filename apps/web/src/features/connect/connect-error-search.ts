/** What the page of a failed request is told by its address. */
export interface ConnectErrorSearch {
  /** Of RFC 6749 §4.1.2.1 and its relatives. */
  readonly code?: string;
}

/** Only what looks like a code: anybody can make an address, and nothing that they write is to be read here. */
export function connectErrorSearchOf({ code }: Readonly<Record<string, unknown>>): ConnectErrorSearch {
  // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
  return {
    code:
      typeof code === "string" && /^[a-z]+(_[a-z]+){0,4}$/.test(code) && code.length <= 40 ? code : undefined,
  };
}
