export const signIn = {
  description: "Issue, rotate and review your organization's API keys.",
  noAccount: "No account yet? Ask an owner or admin of your organization for an invitation link.",
  setup: {
    title: "Nobody has an account yet",
    text: "Open the setup link that the server printed when it started. Restarting it prints a new one.",
  },
} as const;
