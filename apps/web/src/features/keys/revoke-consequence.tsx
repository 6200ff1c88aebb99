import { Stack, Text } from "@mantine/core";
import type { KeyView } from "../../lib/api-types.ts";
import { Notice } from "../../ui/notice.tsx";
import { requestsOf } from "./key-secrets.ts";
import { LastUseFacts } from "./last-use-facts.tsx";

interface RevokeConsequenceProps {
  readonly apiKey: KeyView;
  /** Used within a day. */
  readonly recent: boolean;
}

/** What revoking does, and to whom. */
export function RevokeConsequence({ apiKey, recent }: RevokeConsequenceProps) {
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
      <LastUseFacts lastUse={apiKey.lastUse} requests={requestsOf(apiKey)} />
    </Stack>
  );
}
