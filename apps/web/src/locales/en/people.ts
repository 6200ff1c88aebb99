export const people = {
  title: "People",
  description:
    "Everybody with an account in this installation. Which organizations they are members of, only those organizations see.",
  back: "Instance",
  loading: "Loading the people",
  notLoaded: "The people could not be loaded",
  columns: { name: "Name", status: "Status", created: "Account since", actions: "Actions" },
  you: "You",
  operator: "Operator",
  statuses: { active: "Active", banned: "Banned" },
  search: {
    region: "Which people",
    label: "Search people",
    placeholder: "Name or e-mail address",
    clear: "Clear the search",
    any: "Any status",
    active: "Not banned",
    banned: "Banned",
  },
  noMatch: {
    title: "Nobody matches",
    text: "Nobody has such a name or e-mail address, or the filter leaves them out.",
    action: "Show everybody",
  },
  passwordLink: {
    open: "Password link",
    whom: "Make a password link for {{name}}",
    title: "Make a password link for {{name}}?",
    means:
      "For somebody who forgot their password. Whoever has the link chooses the password of <bdi>{{email}}</bdi>: be sure who is asking.",
    lasts: "It works once, for one hour. An earlier one of theirs stops working at once.",
    ends: "When it is used, every session of theirs ends. Two-factor and passkeys stay as they are.",
    told: "Each organization they are a member of finds it in its audit log, with you as the operator.",
    action: "Make link",
    linkTitle: "Hand over this link",
    link: "With it, <strong>{{name}}</strong> chooses a new password. It works once, for an hour: until {{time}}.",
    what: "password link",
    notSent: "Nothing was sent",
    handOver:
      "Hand the link over yourself, in a way that only {{name}} can read. It is shown this once; when it is lost, make another.",
  },
  ban: {
    open: "Ban",
    whom: "Ban {{name}}",
    title: "Ban {{name}}?",
    means:
      "Every session of <bdi>{{email}}</bdi> ends now. From then on neither password nor passkey signs them in; they are told what somebody is told who mistypes their password.",
    keys: "API keys that they issued or answer for go on: they belong to the organization, and its owners and admins revoke them or hand them over.",
    apps: "Partner apps that they connected get no data any more.",
    told: "Each organization they are a member of finds it in its audit log, with you as the operator.",
    action: "Ban",
    done: "{{name}} is banned",
  },
  unban: {
    open: "Lift ban",
    whom: "Lift ban of {{name}}",
    title: "Lift the ban of {{name}}?",
    means:
      "They sign in again with the password, two-factor and passkeys that they had, and are a member wherever they still are one. The sessions that were ended stay ended.",
    action: "Lift ban",
    done: "The ban of {{name}} is lifted",
  },
} as const;
