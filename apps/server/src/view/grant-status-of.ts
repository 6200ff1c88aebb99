/** `paused`: it works again as soon as the app is enabled, or the organization's suspension ends. */
export function grantStatusOf(endedAt: number | null, live: boolean) {
  if (endedAt !== null) return "ended" as const;
  return live ? ("live" as const) : ("paused" as const);
}
