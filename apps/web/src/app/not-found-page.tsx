import { useTranslation } from "react-i18next";
import { FrontDoor } from "../ui/front-door.tsx";
import { LinkButton } from "../ui/link-button.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <FrontDoor title={t("notFound.title")} description={t("notFound.text")}>
      <LinkButton to="/" fullWidth>
        {t("notFound.action")}
      </LinkButton>
    </FrontDoor>
  );
}
