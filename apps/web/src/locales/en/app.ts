/** What the frame says, and what several features do. */
export const app = {
  skipToContent: "Skip to the content",
  openNavigation: "Open the navigation",
  closeNavigation: "Close the navigation",
  loading: "Katkey is loading",
  account: {
    of: "Account of {{name}}",
    sessions: "Sessions",
    password: "Password",
    signOut: "Sign out",
    stillSignedIn: "You are still signed in",
  },
  theme: { title: "Theme", light: "Light", dark: "Dark", auto: "As the system" },
  settings: { title: "Settings", keys: "API keys", members: "Members", audit: "Audit log" },
  documentation: { label: "API documentation", newTab: "(opens in a new tab)" },
  time: { soon: "in a moment", justNow: "just now" },
} as const;
