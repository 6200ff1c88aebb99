import { Stack, Text } from "@mantine/core";
import { Notice } from "../../ui/notice.tsx";
import type { LastUseView } from "./key-types.ts";
import { LastUseFacts } from "./last-use-facts.tsx";

interface RevokeConsequenceProps {
  readonly lastUse: LastUseView | null;
  /** Used within a day. */
  readonly recent: boolean;
}

/** What revoking does, and to whom. */
export function RevokeConsequence({ lastUse, recent }: RevokeConsequenceProps) {
  return (
    <Stack gap="sm">
      <Text>
        Every secret of the key is refused at once and for good. This cannot be undone; the key and its
        history stay visible.
      </Text>
      {recent && (
        <Notice tone="warning" title="This key is in use">
          Something used it within the last 24 hours and will fail. To change only the secret, rotate the key.
        </Notice>
      )}
      <LastUseFacts lastUse={lastUse} />
    </Stack>
  );
}
