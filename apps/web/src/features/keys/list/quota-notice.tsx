import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/notice.tsx";
import { isFull, type Quota } from "./quota.ts";

/** What a full plan means, and the way out. */
export function QuotaNotice({ quota }: { readonly quota: Quota | undefined }) {
  const { t } = useTranslation("keys");
  if (quota === undefined || !isFull(quota)) return null;
  return (
    <Notice tone="info" title={t("quota.fullTitle", { limit: quota.limit ?? 0, plan: quota.plan })}>
      {t("quota.fullText")}
    </Notice>
  );
}
