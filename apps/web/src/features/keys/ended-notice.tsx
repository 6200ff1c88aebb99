import { Box, Text } from "@mantine/core";
import type { KeyView } from "../../lib/api-types.ts";
import { toldReason } from "../../lib/revocation-reasons.ts";
import { Notice } from "../../ui/notice.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";

/** Says of a key that works no more when and why it ended. */
export function EndedNotice({ apiKey }: { readonly apiKey: KeyView }) {
  const { status, revocation, expiresAt } = apiKey;
  if (status === "revoked" && revocation !== null) {
    return (
      <Box mb="lg">
        <Notice tone="info" title="This key is refused for good">
          Revoked <RelativeTime at={revocation.at} />: {toldReason(revocation.reason)}.
          {revocation.text !== null && (
            <Text mt={4} dir="auto" style={{ whiteSpace: "pre-wrap" }}>
              “{revocation.text}”
            </Text>
          )}
        </Notice>
      </Box>
    );
  }
  if (status !== "expired" || expiresAt === null) return null;
  return (
    <Box mb="lg">
      <Notice tone="warning" title="This key has expired">
        It expired <RelativeTime at={expiresAt} /> and is refused. An expired key cannot be revived: issue a
        new one for what still needs it, then revoke this one.
      </Notice>
    </Box>
  );
}
