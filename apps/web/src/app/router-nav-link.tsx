import { NavLink, type NavLinkProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

type RouterNavLinkProps = NavLinkProps & Omit<ComponentProps<"a">, keyof NavLinkProps>;

// The router says which one is open by `data-status`, and to assistive technology by `aria-current`.
export const RouterNavLink = createLink(function RouterNavLink(
  props: RouterNavLinkProps & { readonly "data-status"?: string },
) {
  return <NavLink component="a" {...props} active={props["data-status"] === "active"} />;
});
