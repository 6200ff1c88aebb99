import { Anchor } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import classes from "./back-link.module.css";

/** The way up, above a page's title: a typed link of the router. */
export const BackLink = createLink(function BackLink({ children, ...rest }: ComponentProps<"a">) {
  return (
    <Anchor {...rest} className={classes.link} underline="never">
      <IconArrowLeft size={14} aria-hidden />
      {children}
    </Anchor>
  );
});
