import { useTranslation } from "react-i18next";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

/** It was answered, has waited too long, or is another browser's. */
export function RequestOver() {
  const { t } = useTranslation("connect");
  return (
    <FrontDoor title={t("over.title")} description={t("over.text")}>
      <LinkButton to="/" variant="default" fullWidth>
        {t("toDashboard")}
      </LinkButton>
    </FrontDoor>
  );
}
