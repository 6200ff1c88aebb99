import { Text } from "@mantine/core";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { Verdict } from "./rotation-verdict.ts";

/** Why it is safe to end an overlap, or why not. */
export function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  return (
    <Text size="sm" component="div">
      <Sentence verdict={verdict} />
    </Text>
  );
}

function Sentence({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict.kind) {
    case "never_used":
      return "The old secret was never used, so nothing depends on it.";
    case "moved":
      return "The old secret has not been used since the rotation, while the new one is in use. A job that runs once a day may still have it: wait until it has been silent for 24 hours.";
    case "silent":
      return "Neither secret has been used since the rotation. Wait for a first request with the new one: until then nobody can tell whether it has been put in place.";
    case "quiet":
      return (
        <>
          The old secret has been silent for more than 24 hours, while the new one is in use. It was last used{" "}
          <Place {...verdict} />.
        </>
      );
    case "not_moved":
      return (
        <>
          The old secret was last used <Place {...verdict} />, and the new one not once. Ending the overlap
          now would break what uses the key.
        </>
      );
    case "both_in_use":
      return (
        <>
          The old secret was last used <Place {...verdict} />. Something there still needs the new one.
        </>
      );
  }
}

function Place({ lastUsedAt, address }: { readonly lastUsedAt: string; readonly address: string }) {
  return (
    <>
      <RelativeTime at={lastUsedAt} /> from <Mono>{address}</Mono>
    </>
  );
}
