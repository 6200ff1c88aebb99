import { Text } from "@mantine/core";
import { plural } from "../../lib/plural.ts";
import { Facts } from "../../ui/facts.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { LastUseView } from "./key-types.ts";

interface LastUseFactsProps {
  readonly lastUse: LastUseView | null;
  /** Of several secrets together; left out: of the one that was used last. */
  readonly requests?: number;
  /** Says, too, how often it was used since it was replaced. */
  readonly retiring?: boolean;
}

/** When, from where and how something was used last. */
export function LastUseFacts({ lastUse, requests, retiring = false }: LastUseFactsProps) {
  if (lastUse === null) return <Text c="dimmed">Never used.</Text>;
  const { at, address, userAgent, method, route, status } = lastUse;
  return (
    <Facts
      facts={[
        { label: "Last used", value: <RelativeTime at={at} /> },
        { label: "From", value: <Mono>{address}</Mono> },
        { label: "Client", value: userAgent ?? "Did not say" },
        {
          label: "Request",
          value: (
            <>
              <Mono>
                {method} {route}
              </Mono>
              , answered {status}
            </>
          ),
        },
        ...(retiring
          ? [{ label: "Since the rotation", value: plural(lastUse.requestsRetiring, "request") }]
          : []),
        { label: "In all", value: plural(requests ?? lastUse.requests, "request") },
      ]}
    />
  );
}
