import { Anchor } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface NewTabLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link to what is read beside the page, which stays as it is. */
export function NewTabLink({ href, children }: NewTabLinkProps) {
  return (
    <Anchor href={href} target="_blank" inherit underline="hover">
      {children} <IconExternalLink size="0.95em" aria-hidden style={{ verticalAlign: "-0.1em" }} />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </Anchor>
  );
}
