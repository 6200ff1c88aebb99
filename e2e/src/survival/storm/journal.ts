/** A change as the audit log tells it: what was done, and to what, by its id or by the name that it was made with. */
export interface Change {
  readonly action: string;
  readonly subject: string;
}

/** How often a change was acknowledged, and how often the connection broke before anybody was told. */
export interface Known extends Change {
  acknowledged: number;
  unsure: number;
}

/** What a token is good for as far as its holder was told; `null`: a change of its key was under way. */
export interface KnownToken {
  readonly token: string;
  accepted: boolean | null;
}

/** What the clients of a server know, from their own end of the wire. */
export interface Journal {
  /** Notes that a change is sent, sends it, and notes the answer. What breaks in between stays unsure. */
  send<T>(change: Change, request: () => Promise<T>): Promise<T>;
  readonly changes: ReadonlyMap<string, Known>;
  readonly tokens: Map<string, KnownToken>;
}

export function createJournal(): Journal {
  const changes = new Map<string, Known>();
  return {
    changes,
    tokens: new Map(),
    async send({ action, subject }, request) {
      const name = `${action} ${subject}`;
      const known = changes.get(name) ?? { action, subject, acknowledged: 0, unsure: 0 };
      changes.set(name, known);
      known.unsure += 1;
      const answer = await request();
      known.unsure -= 1;
      known.acknowledged += 1;
      return answer;
    },
  };
}
