import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import classes from "./text-link.module.css";

interface TextLinkProps extends ComponentProps<"a"> {
  /** `row`: inside a data table, the whole row becomes its target. */
  readonly covers?: "text" | "row";
}

/** A typed link of the router. */
export const TextLink = createLink(function TextLink({ covers = "text", ...rest }: TextLinkProps) {
  return <Anchor {...rest} className={covers === "row" ? classes.row : classes.text} underline="hover" />;
});
