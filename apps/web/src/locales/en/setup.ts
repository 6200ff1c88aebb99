export const setup = {
  title: "Set up Katkey",
  description: "You become the operator of this installation and the owner of its first organization.",
  loading: "Looking whether this installation is new",
  nameMissing: "Enter your name.",
  emailMissing: "Enter your e-mail address.",
  organizationMissing: "Enter the name of your organization.",
  name: "Your name",
  emailMeans: "You sign in with it. Nothing is sent to it.",
  organization: "Organization",
  organizationMeans: "The company or team whose keys these are.",
  submit: "Create account and organization",
  already: {
    title: "Katkey is set up already",
    text: "Setup links work until the first account exists, and one does. Sign in, or ask an owner of your organization for an invitation.",
  },
  linkMissing: {
    title: "Open the setup link",
    text: "This installation is new, and whoever holds its one-time setup link becomes its operator. The server printed the link when it started; copy all of it, the part behind # too.",
    footer:
      "The link works for one hour. While nobody has an account, restarting the server prints a new one.",
    action: "Look again",
  },
} as const;
