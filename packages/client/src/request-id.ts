const acceptable = /^[A-Za-z0-9._-]{1,64}$/;

/** The id under which Katkey is asked: the one presented, when it is harmless, else a new one. */
export function requestIdOf(presented: string | null | undefined): string {
  return presented && acceptable.test(presented) ? presented : crypto.randomUUID();
}
