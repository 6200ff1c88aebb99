import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import type { PagePartProps } from "./page-part.ts";

/** Whoever is signed in has nothing to do before deciding: the request goes on as theirs. */
export function GoingOn({ details, answer }: Pick<PagePartProps, "details" | "answer">) {
  const { t } = useTranslation("connect");
  const { mutate, isIdle, error } = answer;
  useEffect(() => {
    if (isIdle) mutate({ decision: "signed_in" });
  }, [isIdle, mutate]);
  return (
    <FrontDoor title={t("consent.title", { app: details.app.name })}>
      {error === null ? (
        <TextSkeleton label={t("loading")} lines={6} />
      ) : (
        <>
          <ErrorNotice error={error} />
          <Button mt="md" fullWidth onClick={() => mutate({ decision: "signed_in" })}>
            {t("goOn")}
          </Button>
        </>
      )}
    </FrontDoor>
  );
}
