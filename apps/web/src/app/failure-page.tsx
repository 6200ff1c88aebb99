import { Button, Container } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../ui/error-notice.tsx";

/** The last resort: a page that could not start. */
export function FailurePage({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Container size="xs" py={96} component="main">
      <ErrorNotice error={error} title={t("errors.pageTitle")} />
      <Button variant="default" mt="md" onClick={() => window.location.reload()}>
        {t("errors.reload")}
      </Button>
    </Container>
  );
}
