import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

type LinkButtonProps = ButtonProps & Omit<ComponentProps<"a">, keyof ButtonProps>;

/** A typed link of the router that looks like a button. */
export const LinkButton = createLink(function LinkButton(props: LinkButtonProps) {
  return <Button component="a" {...props} />;
});
