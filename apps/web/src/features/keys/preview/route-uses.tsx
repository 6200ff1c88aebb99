import { useTranslation } from "react-i18next";
import type { ChangePreview } from "../../../lib/api/api-types.ts";
import { Mono } from "../../../ui/mono.tsx";
import { UseList } from "./use-list.tsx";

interface RouteUsesProps {
  readonly routes: NonNullable<ChangePreview["effects"][number]["routes"]>;
}

export function RouteUses({ routes: { shown, more } }: RouteUsesProps) {
  const { t } = useTranslation("traffic");
  return (
    <UseList
      label={t("preview.routes")}
      uses={shown.map(({ route, requests }) => ({
        key: route,
        what: <Mono>{route}</Mono>,
        figures: t("preview.requests", { count: requests }),
      }))}
      more={more === 0 ? null : t("preview.moreRoutes", { count: more })}
    />
  );
}
