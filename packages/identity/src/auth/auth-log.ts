type OnFault = (message: string, cause: unknown) => void;

/**
 * better-auth's log without what is no fault of ours: it writes an error for each passkey that a stranger made up,
 * and the same one where we could not store or record a good one.
 */
export function faultsIn(onFault: OnFault): (level: string, message: string, cause: unknown) => void {
  return (_level, message, cause) => {
    if (!message.startsWith("Failed to verify ") || !isWordsOnly(cause)) onFault(message, cause);
  };
}

/** As @simplewebauthn throws them; errors of the database and the domain have a code. */
function isWordsOnly(cause: unknown): boolean {
  return cause instanceof Error && cause.name === "Error" && !("code" in cause);
}
