const dialogs = [
  "rotate",
  "make_secret",
  "end_overlap",
  "offer",
  "withdraw_offer",
  "disable",
  "enable",
] as const;

export type AppDialog = (typeof dialogs)[number];

/** What the page of a partner app can be asked for by its address. */
export interface PartnerAppSearch {
  /** The dialog to open. */
  readonly open?: AppDialog;
}

/** Drops what names no dialog, so that a mistyped address still shows the app. */
export function partnerAppSearchOf({ open }: Readonly<Record<string, unknown>>): PartnerAppSearch {
  // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
  return { open: dialogs.find((one) => one === open) };
}
