import { isFromPrimary, type FromPrimary, type FromWorker } from "./message.ts";

type Of<Kind extends FromPrimary["kind"]> = Extract<FromPrimary, { readonly kind: Kind }>;

/** A worker's line to the primary. */
export interface PrimaryLink {
  /** @throws Error when the line is gone */
  tell(message: FromWorker): void;
  /** What came before is heard now. One hears for each kind. */
  on<Kind extends FromPrimary["kind"]>(kind: Kind, hear: (message: Of<Kind>) => void): void;
}

/** When the line breaks, this process ends: Node sees to it, because the port is the primary's. */
export function linkToPrimary(): PrimaryLink {
  const listeners = new Map<FromPrimary["kind"], (message: FromPrimary) => void>();
  let unheard: readonly FromPrimary[] = [];
  process.on("message", (message: unknown) => {
    if (!isFromPrimary(message)) return;
    const hear = listeners.get(message.kind);
    if (hear === undefined) unheard = [...unheard, message];
    else hear(message);
  });
  // One that only waits to be told to begin has nothing else to stay for.
  process.channel?.ref();
  return {
    tell(message) {
      if (!process.connected) throw new Error("The primary process is gone.");
      // Whoever waits for an answer gives up by itself.
      process.send?.(message, undefined, undefined, () => {});
    },
    on(kind, hear) {
      const isOfKind = (message: FromPrimary): message is Of<typeof kind> => message.kind === kind;
      listeners.set(kind, (message) => {
        if (isOfKind(message)) hear(message);
      });
      const early = unheard.filter(isOfKind);
      unheard = unheard.filter((message) => !isOfKind(message));
      for (const message of early) hear(message);
    },
  };
}
