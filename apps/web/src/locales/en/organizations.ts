export const organizations = {
  create: "New organization",
  submit: "Create organization",
  name: "Name",
  nameMeans: "The company or team whose keys it holds. You become its first owner.",
  ready: "{{name}} is ready",
  welcome: "Welcome to Katkey",
  none: "You are not a member of an organization",
  noneForOperator:
    "API keys belong to organizations. Make the first one, or ask an owner of an existing one to invite you.",
  noneForOthers:
    "API keys belong to organizations. Ask an owner or admin of yours to invite {{email}}: they get a link to hand to you.",
} as const;
