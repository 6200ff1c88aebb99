import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLinkToken } from "../../lib/sign-in/link-token.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { SetupForm } from "./setup-form.tsx";

export function SetupPage() {
  const { t } = useTranslation("setup");
  const trpc = useTRPC();
  const token = useLinkToken();
  const state = useQuery({ ...trpc.setup.state.queryOptions(), staleTime: Infinity });

  if (state.isPending) {
    return (
      <FrontDoor title={t("title")}>
        <TextSkeleton label={t("loading")} />
      </FrontDoor>
    );
  }
  if (state.data === undefined) {
    return (
      <FrontDoor title={t("title")}>
        <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
      </FrontDoor>
    );
  }
  if (!state.data.needed) return <AlreadySetUp />;
  return token === null ? <LinkMissing /> : <SetupForm token={token} />;
}

function AlreadySetUp() {
  const { t } = useTranslation("setup");
  const { t: app } = useTranslation();
  return (
    <FrontDoor title={t("already.title")} description={t("already.text")}>
      <LinkButton to="/sign-in" fullWidth>
        {app("signIn")}
      </LinkButton>
    </FrontDoor>
  );
}

function LinkMissing() {
  const { t } = useTranslation("setup");
  return (
    <FrontDoor
      title={t("linkMissing.title")}
      description={t("linkMissing.text")}
      footer={t("linkMissing.footer")}
    >
      <Anchor href="/setup" fw={500}>
        {t("linkMissing.action")}
      </Anchor>
    </FrontDoor>
  );
}
