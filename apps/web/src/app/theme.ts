import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";
import { accent, dark, gray, green, red, yellow } from "./palette.ts";
import classes from "./theme.module.css";
import { themed } from "./themed.ts";
import { variantColors } from "./variant-colors.ts";

const palette: Record<string, MantineColorsTuple> = { accent, dark, gray, green, red, yellow };

/** Mantine writes a header, of which a page has one. */
const noLandmark = { role: "presentation" } as const;

export const theme = createTheme({
  colors: palette,
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: variantColors,
  white: "#ffffff",
  black: "#161b1f",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  lineHeights: { xs: "1.4", sm: "1.5", md: "1.55", lg: "1.55", xl: "1.5" },
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "22px", lineHeight: "1.3" },
      h2: { fontSize: "18px", lineHeight: "1.35" },
      h3: { fontSize: "16px", lineHeight: "1.4" },
      h4: { fontSize: "15px", lineHeight: "1.45" },
    },
  },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "14px" },
  defaultRadius: "md",
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  shadows: {
    xs: "0 1px 2px rgb(10 20 28 / 6%)",
    sm: "0 1px 3px rgb(10 20 28 / 8%), 0 1px 2px rgb(10 20 28 / 4%)",
    md: "0 6px 18px -4px rgb(10 20 28 / 14%), 0 2px 6px rgb(10 20 28 / 6%)",
    lg: "0 16px 40px -8px rgb(10 20 28 / 22%), 0 4px 12px rgb(10 20 28 / 8%)",
    xl: "0 28px 70px -12px rgb(10 20 28 / 32%), 0 8px 20px rgb(10 20 28 / 10%)",
  },
  cursorType: "pointer",
  focusClassName: classes["focus"],
  components: {
    ActionIcon: themed<"ActionIcon">({ defaultProps: { size: 32, variant: "subtle" } }),
    Alert: themed<"Alert">({
      classNames: {
        root: classes["alert"],
        body: classes["alertBody"],
        icon: classes["alertIcon"],
        title: classes["alertTitle"],
        message: classes["alertMessage"],
      },
    }),
    Button: themed<"Button">({ classNames: { root: classes["button"] } }),
    Input: themed<"Input">({ defaultProps: { size: "sm" }, classNames: { input: classes["input"] } }),
    InputWrapper: themed<"InputWrapper">({
      defaultProps: { inputWrapperOrder: ["label", "description", "input", "error"] },
      classNames: { label: classes["label"], description: classes["description"], error: classes["error"] },
    }),
    DrawerHeader: themed<"DrawerHeader">({ defaultProps: noLandmark }),
    Menu: themed<"Menu">({
      // The focus goes to the first item itself: in a menu is nothing but items.
      defaultProps: { shadow: "lg", offset: 6, withInitialFocusPlaceholder: false },
      classNames: { dropdown: classes["dropdown"], item: classes["item"], label: classes["menuLabel"] },
    }),
    Modal: themed<"Modal">({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45, blur: 2 } },
      classNames: {
        content: classes["modal"],
        header: classes["modalHeader"],
        title: classes["modalTitle"],
        body: classes["modalBody"],
      },
    }),
    ModalHeader: themed<"ModalHeader">({ defaultProps: noLandmark }),
    NavLink: themed<"NavLink">({ classNames: { root: classes["navLink"] } }),
    Notification: themed<"Notification">({
      classNames: { root: classes["toast"] },
    }),
    Select: themed<"Select">({
      defaultProps: { allowDeselect: false, checkIconPosition: "right" },
      classNames: { dropdown: classes["dropdown"], option: classes["item"] },
    }),
    Tabs: themed<"Tabs">({ classNames: { tab: classes["tab"] } }),
    Tooltip: themed<"Tooltip">({
      defaultProps: { openDelay: 250, withArrow: false },
      classNames: { tooltip: classes["tooltip"] },
    }),
  },
});

/** The surfaces, from sunken to raised, that Mantine has no names for. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#161b1f",
    "--mantine-color-dimmed": "#59646d",
    "--mantine-color-placeholder": "#67727b",
    "--mantine-color-disabled": "#eceff1",
    "--mantine-color-disabled-color": "#8b959d",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#dfe3e7",
    "--mantine-color-anchor": "#0c6582",
    "--katkey-sidebar": "#f7f8f9",
    "--katkey-sunken": "#f7f8f9",
    "--katkey-surface": "#ffffff",
    "--katkey-raised": "#ffffff",
    "--katkey-hover": "#f9fafb",
    "--katkey-pressed": "#eceff1",
    "--katkey-line": "#eceff1",
    "--katkey-border-strong": "#bac2c9",
    "--katkey-border-field": "#89939b",
    "--katkey-on-filled": "#ffffff",
  },
  dark: {
    "--mantine-color-body": "#0f1214",
    "--mantine-color-text": "#e8ebed",
    "--mantine-color-dimmed": "#98a3ab",
    "--mantine-color-placeholder": "#7f8a92",
    "--mantine-color-disabled": "#262d31",
    "--mantine-color-disabled-color": "#7d8891",
    "--mantine-color-error": "#ff8f8a",
    "--mantine-color-default": "#191e21",
    "--mantine-color-default-hover": "#20262a",
    "--mantine-color-default-border": "#2a3136",
    "--mantine-color-anchor": "#6cc0da",
    "--katkey-sidebar": "#0b0e0f",
    "--katkey-sunken": "#0c0f10",
    "--katkey-surface": "#131719",
    "--katkey-raised": "#191e21",
    "--katkey-hover": "#171c1f",
    "--katkey-pressed": "#20262a",
    "--katkey-line": "#20262a",
    "--katkey-border-strong": "#46515a",
    "--katkey-border-field": "#5f6b74",
    "--katkey-on-filled": "#08161c",
  },
});
