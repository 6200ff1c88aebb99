export const signIn = {
  description: "Issue, rotate and review your organization's API keys.",
  noAccount: "No account yet? Ask an owner or admin of your organization for an invitation link.",
  forgot:
    "Forgot your password? Whoever runs this installation can give you a link with which you choose a new one.",
  or: "or",
  withPasskey: "Sign in with a passkey",
  code: {
    title: "One more step",
    description: "Your password was right. Two-factor is on for this account.",
    app: {
      label: "Code",
      means: "The six digits that your authenticator app shows now.",
      missing: "Enter the code that your app shows.",
      other: "Use a recovery code",
    },
    recovery: {
      label: "Recovery code",
      means: "One of the codes that you kept when you turned two-factor on. Each works once.",
      missing: "Enter one of your recovery codes.",
      other: "Use the app's code",
    },
    back: "Start again",
    lost: "Neither app nor recovery codes? The operator of this installation can turn two-factor off for you.",
  },
  recoveryCodesLeft_one:
    "Signed in. You have {{count}} recovery code left: make new ones on your account's page.",
  recoveryCodesLeft_other: "Signed in. You have {{count}} recovery codes left.",
  setup: {
    title: "Nobody has an account yet",
    text: "Open the setup link that the server printed when it started. Restarting it prints a new one.",
  },
} as const;
