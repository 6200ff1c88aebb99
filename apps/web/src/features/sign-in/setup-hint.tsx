import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { Notice } from "../../ui/notice.tsx";

/** On a new installation nobody can sign in: says where to begin. */
export function SetupHint() {
  const { t } = useTranslation("signIn");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.state.queryOptions());
  if (data?.needed !== true) return null;
  return (
    <Notice tone="info" title={t("setup.title")}>
      {t("setup.text")}
    </Notice>
  );
}
