import { useTranslation } from "react-i18next";
import { focusFirst } from "../../ui/focus-first.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

interface LinkEndProps {
  readonly which: "done" | "dead" | "incomplete";
}

/** Nothing more is done with the link; from here on it is the sign-in's. */
export function LinkEnd({ which }: LinkEndProps) {
  const { t } = useTranslation("newPassword");
  const { t: app } = useTranslation();
  return (
    <FrontDoor title={t(`${which}.title`)} description={t(`${which}.text`)}>
      <LinkButton
        to="/sign-in"
        variant={which === "done" ? "filled" : "default"}
        ref={which === "done" ? focusFirst : null}
        fullWidth
      >
        {app("signIn")}
      </LinkButton>
    </FrontDoor>
  );
}
