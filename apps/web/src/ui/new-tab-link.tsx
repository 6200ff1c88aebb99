import { Anchor } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface NewTabLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link to what is read beside the page, which stays as it is. */
export function NewTabLink({ href, children }: NewTabLinkProps) {
  const { t } = useTranslation();
  return (
    <Anchor href={href} target="_blank" inherit underline="always">
      {children} <IconExternalLink size="0.95em" aria-hidden style={{ verticalAlign: "-0.1em" }} />
      <span className="visually-hidden"> {t("opensInNewTab")}</span>
    </Anchor>
  );
}
