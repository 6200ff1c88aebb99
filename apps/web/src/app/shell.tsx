import { AppShell, Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "../ui/brand.tsx";
import { Sidebar } from "./sidebar.tsx";
import classes from "./shell.module.css";

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { t } = useTranslation();
  const main = useFocusOnNewPage(close);
  return (
    <AppShell
      layout="alt"
      navbar={{ width: 248, breakpoint: "sm", collapsed: { mobile: true } }}
      header={{ height: { base: 56, sm: 0 } }}
    >
      <a href="#main" className={classes.skip}>
        {t("skipToContent")}
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Burger opened={opened} onClick={toggle} size="sm" aria-label={t("openNavigation")} />
        <Brand />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} visibleFrom="sm">
        <div className={classes.brand}>
          <Brand />
        </div>
        <Sidebar />
      </AppShell.Navbar>
      <Drawer
        opened={opened}
        onClose={close}
        hiddenFrom="sm"
        size={288}
        title={<Brand />}
        classNames={{ content: classes.drawer, header: classes.drawer, body: classes.drawerBody }}
        closeButtonProps={{ "aria-label": t("closeNavigation") }}
      >
        <Sidebar />
      </Drawer>
      <AppShell.Main className={classes.main} id="main" tabIndex={-1} ref={main}>
        <div className={classes.content}>
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** What a page load does by itself: the keyboard starts at the top of the new page. */
function useFocusOnNewPage(onChange: () => void) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    onChange();
    main.current?.focus({ preventScroll: true });
  }, [pathname, onChange]);
  return main;
}
