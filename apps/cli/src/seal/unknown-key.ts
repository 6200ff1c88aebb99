/** What a server would refuse, and go on without a change of its own, if this shell sealed anything. */
export function unknownKey(processes: readonly number[]): string {
  return `The running server (process ${processes.join(", ")}) does not know the key that comes first in KATKEY_SEAL_KEY, and would refuse what is sealed with it. Put that key behind the old one, and renew the processes first: docs/operations.md, "The seal".`;
}
