import { Alert, Anchor, Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import { isSignedOut, refusalOf } from "../lib/api/refusal.ts";

interface ErrorNoticeProps {
  readonly error: unknown;
  /** What did not happen, such as "The members could not be loaded". */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says why, and what to do about it. The focus can be put on it. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation();
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
          <Trans t={t} i18nKey="errors.request" values={{ id: requestId }} components={{ code: <code /> }} />
        </Text>
      )}
      {retryable && onRetry !== undefined && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      )}
    </Alert>
  );
}

/** In another tab, so that what was entered in this one is still there to be sent. */
function SignedOut() {
  const { t } = useTranslation();
  const components = {
    a: (
      <Anchor href="/sign-in" target="_blank" inherit>
        {null}
      </Anchor>
    ),
  };
  return <Trans t={t} i18nKey="errors.signedOut" components={components} />;
}
