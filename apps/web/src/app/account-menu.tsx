import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconDevices, IconLogout, IconPassword, IconSelector } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Me } from "../lib/api/api-types.ts";
import { signOut } from "../lib/api/auth-fetch.ts";
import { toastRefused } from "../ui/toast.ts";
import { Initials } from "./initials.tsx";
import { LanguageItems } from "./language-items.tsx";
import { ThemeItems } from "./theme-items.tsx";
import classes from "./sidebar.module.css";

export function AccountMenu({ user }: { readonly user: Me["user"] }) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const leave = useMutation({
    mutationFn: signOut,
    // A page load of its own, so that nothing of the session stays in memory.
    onSuccess: () => window.location.assign("/sign-in"),
    onError: (error) => toastRefused(t("account.stillSignedIn"), error),
  });
  const show = (hash: string) => void navigate({ to: "/account", hash });
  return (
    <Menu width="target" withinPortal={false} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={t("account.of", user)}>
          <Initials name={user.name} round />
          <span className={classes.words}>
            <span className={classes.name}>{user.name}</span>{" "}
            <span className={classes.small}>{user.email}</span>
          </span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDevices size={16} aria-hidden />} onClick={() => show("sessions")}>
          {t("account.sessions")}
        </Menu.Item>
        <Menu.Item leftSection={<IconPassword size={16} aria-hidden />} onClick={() => show("password")}>
          {t("account.password")}
        </Menu.Item>
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => leave.mutate()}
          disabled={leave.isPending}
        >
          {t("account.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
