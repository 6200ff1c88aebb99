import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { askForPasskey, enterWithPasskey } from "../../lib/sign-in/passkey-ceremony.ts";

/** A challenge is answered within five minutes, or not taken. */
const freshForMs = 4 * 60_000;

/** By the button, or from the field of the e-mail address, where browsers offer what passkeys they know. */
export function usePasskeySignIn(onSignedIn: () => Promise<void>) {
  const offer = useRef<AbortController>(null);
  const enter = useMutation({
    mutationFn: async (answer: Promise<unknown>) => enterWithPasskey(await answer),
    onSuccess: onSignedIn,
    gcTime: 0,
  });
  const { mutate, isPending, error } = enter;
  useEffect(() => {
    const ending = new AbortController();
    offer.current = ending;
    void offered(ending.signal).then((answer) => answer !== null && mutate(Promise.resolve(answer)));
    return () => ending.abort();
  }, [mutate]);
  return {
    // Two requests at once are one too many for browsers.
    ask: () => {
      offer.current?.abort();
      mutate(askForPasskey());
    },
    isPending,
    error,
  };
}

/** Null when nobody took one: what nobody asked for has nothing to complain of. */
async function offered(signal: AbortSignal): Promise<unknown> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable())) return null;
  while (!signal.aborted) {
    const stale = AbortSignal.timeout(freshForMs);
    const round = AbortSignal.any([signal, stale]);
    const answer = await askForPasskey({ inField: true, signal: round }).catch(() => null);
    if (answer !== null || !stale.aborted) return answer;
  }
  return null;
}
