import { Alert, Group, Text } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import type { KeyView } from "../../lib/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { whereExposed } from "./exposure-words.ts";
import { ReasonedButton } from "./reasoned-button.tsx";

interface ExposureNoticeProps {
  readonly apiKey: KeyView;
  /** Why this member cannot rotate it; `null` when they can. */
  readonly reason: string | null;
  readonly onRotate: () => void;
}

/** A secret was seen where others can read it: what happened, and what to do now. */
export function ExposureNotice({ apiKey, reason, onRotate }: ExposureNoticeProps) {
  const { exposure, status } = apiKey;
  if (exposure === null || status === "revoked" || status === "expired") return null;
  return (
    <Alert
      mb="lg"
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertOctagon size={18} />}
      title="A secret of this key is exposed"
    >
      <Text size="sm">
        {whereExposed(exposure)}, <RelativeTime at={exposure.at} />
        {exposure.address !== null && (
          <>
            {" "}
            from <Mono>{exposure.address}</Mono>
          </>
        )}
        . Katkey refused the request, but whoever can see that page or URL can copy the token and use it from
        elsewhere.
      </Text>
      <Text size="sm" mt={6}>
        Rotate the key without an overlap and put the new token on your server only. Then find out how the old
        one got there: tokens belong on servers, never in a page, an app or a link.
      </Text>
      <Group mt="sm">
        <ReasonedButton size="xs" color="red" reason={reason} onClick={onRotate}>
          Rotate without overlap
        </ReasonedButton>
      </Group>
    </Alert>
  );
}
