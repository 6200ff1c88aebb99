import { AppShell, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { lazyPart } from "../lib/lazy-part.ts";
import { Brand } from "../ui/brand.tsx";
import { NarrowHeader } from "./narrow-header.tsx";
import { Sidebar } from "./sidebar.tsx";
import classes from "./shell.module.css";
import { usePalette } from "./use-palette.ts";

const Palette = lazyPart(async () => (await import("../features/palette/palette.tsx")).Palette, "palette");

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { t } = useTranslation();
  const main = useFocusOnNewPage(close);
  const palette = usePalette();
  const search = () => {
    close();
    palette.open();
  };
  return (
    <AppShell
      layout="alt"
      navbar={{ width: 248, breakpoint: "sm", collapsed: { mobile: true } }}
      header={{ height: { base: 56, sm: 0 } }}
    >
      <a href="#main" className={classes.skip}>
        {t("skipToContent")}
      </a>
      <NarrowHeader opened={opened} onToggle={toggle} onSearch={search} />
      <AppShell.Navbar className={classes.navbar} visibleFrom="sm">
        <div className={classes.brand}>
          <Brand />
        </div>
        <Sidebar onSearch={search} />
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
        <Sidebar onSearch={search} />
      </Drawer>
      <AppShell.Main className={classes.main} id="main" tabIndex={-1} ref={main}>
        <div className={classes.content}>
          <Outlet />
        </div>
      </AppShell.Main>
      {palette.isOpen && (
        <Suspense>
          <Palette onClose={palette.close} />
        </Suspense>
      )}
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
