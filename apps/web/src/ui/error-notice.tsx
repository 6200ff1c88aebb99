import { Alert, Anchor, Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { isSignedOut, refusalOf } from "../lib/refusal.ts";

interface ErrorNoticeProps {
  readonly error: unknown;
  /** What did not happen, such as "The members could not be loaded". */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says why, and what to do about it. The focus can be put on it. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const { message, requestId, retryable } = refusalOf(error);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={title}
      role="alert"
      tabIndex={-1}
      data-refusal
    >
      <Text size="sm">{isSignedOut(error) ? <SignedOut /> : message}</Text>
      {requestId !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          Request <code>{requestId}</code>: the server's log has more under this id.
        </Text>
      )}
      {retryable && onRetry !== undefined && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

/** In another tab, so that what was entered in this one is still there to be sent. */
function SignedOut() {
  return (
    <>
      You are signed out.{" "}
      <Anchor href="/sign-in" target="_blank" inherit>
        Sign in again
      </Anchor>{" "}
      in a new tab, then repeat this here.
    </>
  );
}
