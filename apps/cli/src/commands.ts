import { clockCommands } from "./clock/clock-commands.ts";
import type { CommandGroup } from "./command/command-line.ts";

/** Every command, in the order of the help. Each is loaded when it is typed. */
export const commands: readonly CommandGroup[] = [
  {
    title: "Installation",
    commands: [
      {
        name: "init",
        about: "Make an installation in KATKEY_DATA_DIR, which must be empty or not there yet",
        load: async () => (await import("./setup/init.ts")).init,
      },
      {
        name: "setup-link",
        about: "Make the link with which the first account is made; earlier ones end",
        load: async () => (await import("./setup/setup-link.ts")).setupLink,
      },
      {
        name: "status",
        about:
          "Say how the installation is. Exits with 1 when the server does not answer or is in trouble, or a database cannot be read",
        load: async () => (await import("./health/status.ts")).status,
      },
      {
        name: "doctor",
        about: "Look for what is wrong, and say what to do about it. Exits with 1 and its findings if any",
        load: async () => (await import("./doctor/doctor.ts")).doctor,
      },
    ],
  },
  {
    title: "API keys",
    commands: [
      {
        name: "keys issue",
        about: "Issue a key for an organization; its token is said once",
        load: async () => (await import("./keys/issue.ts")).keysIssue,
      },
      {
        name: "keys list",
        about: "List the keys of an organization that are in use",
        load: async () => (await import("./keys/list.ts")).keysList,
      },
      {
        name: "keys show",
        about: "Say what a key is, may do and was used for last",
        load: async () => (await import("./keys/show.ts")).keysShow,
      },
      {
        name: "keys rotate",
        about: "Give a key a new token; the old one works on for a day, or as long as is said",
        load: async () => (await import("./keys/rotate.ts")).keysRotate,
      },
      {
        name: "keys revoke",
        about: "Refuse every token of a key from now on, for good",
        load: async () => (await import("./keys/revoke.ts")).keysRevoke,
      },
      {
        name: "keys scan",
        about: "Find tokens in files and directories, and tell which are live. Exits with 1 if any is",
        load: async () => (await import("./scan/scan.ts")).keysScan,
      },
    ],
  },
  {
    title: "Organizations",
    commands: [
      {
        name: "org list",
        about: "List the organizations, oldest first, with their plans, keys and requests of the month",
        load: async () => (await import("./organizations/list.ts")).orgList,
      },
      {
        name: "org show",
        about: "Say what holds in an organization",
        load: async () => (await import("./organizations/show.ts")).orgShow,
      },
      {
        name: "org plan",
        about: "Put an organization on another plan: its limits at once, its prices for the running month",
        load: async () => (await import("./organizations/plan.ts")).orgPlan,
      },
      {
        name: "org suspend",
        about: "Refuse every request of an organization from now on, for a reason that its members read",
        load: async () => (await import("./organizations/suspend.ts")).orgSuspend,
      },
      {
        name: "org resume",
        about: "End a suspension",
        load: async () => (await import("./organizations/resume.ts")).orgResume,
      },
      {
        name: "members list",
        about: "List the members of an organization",
        load: async () => (await import("./members/list.ts")).membersList,
      },
      {
        name: "members role",
        about: "Give a member another role: the keys that they answer for can do more or less at once",
        load: async () => (await import("./members/role.ts")).membersRole,
      },
      {
        name: "members remove",
        about: "End a membership, and settle the keys that they answer for",
        load: async () => (await import("./members/remove.ts")).membersRemove,
      },
    ],
  },
  {
    title: "People",
    commands: [
      {
        name: "two-factor off",
        about:
          "Turn two-factor off for somebody who lost the app and the recovery codes, and end their sessions",
        load: async () => (await import("./people/two-factor-off.ts")).twoFactorOff,
      },
      {
        name: "users list",
        about: "List who has an account, by their e-mail addresses",
        load: async () => (await import("./people/list.ts")).usersList,
      },
      {
        name: "users ban",
        about: "End somebody's sessions and let them sign in no more; API keys of their organizations go on",
        load: async () => (await import("./people/ban.ts")).usersBan,
      },
      {
        name: "users unban",
        about: "Lift somebody's ban: they sign in again as before",
        load: async () => (await import("./people/unban.ts")).usersUnban,
      },
      {
        name: "users password-link",
        about: "Make a link with which somebody who forgot their password chooses another; earlier ones end",
        load: async () => (await import("./people/password-link.ts")).usersPasswordLink,
      },
    ],
  },
  {
    title: "Service tokens",
    commands: [
      {
        name: "service-tokens issue",
        about: "Issue a token with which a service of the company's own asks Katkey about API keys",
        load: async () => (await import("./service-tokens/issue.ts")).serviceTokensIssue,
      },
      {
        name: "service-tokens list",
        about: "List the service tokens in use, newest first",
        load: async () => (await import("./service-tokens/list.ts")).serviceTokensList,
      },
      {
        name: "service-tokens rotate",
        about: "Give a service token a new secret; the old one works on for a day, or as long as is said",
        load: async () => (await import("./service-tokens/rotate.ts")).serviceTokensRotate,
      },
      {
        name: "service-tokens revoke",
        about: "Refuse a service token from now on, for good",
        load: async () => (await import("./service-tokens/revoke.ts")).serviceTokensRevoke,
      },
    ],
  },
  {
    title: "Audit",
    commands: [
      {
        name: "audit verify",
        about: "Check the chain of every log. Exits with 1 and names the first broken entry of each, if any",
        load: async () => (await import("./audit/verify.ts")).auditVerify,
      },
      {
        name: "audit export",
        about:
          "Take whole logs out as JSON Lines or CSV, on record in them. Exits with 1 if an entry cannot be read",
        load: async () => (await import("./audit/export.ts")).auditExport,
      },
    ],
  },
  {
    title: "Seal",
    commands: [
      {
        name: "seal apply",
        about: "Seal every row as it is: once, before the server is started with KATKEY_SEAL_KEY",
        load: async () => (await import("./seal/apply.ts")).sealApply,
      },
      {
        name: "seal check",
        about: "Look at every seal. Exits with 1 and names the rows that are not what was sealed, if any",
        load: async () => (await import("./seal/check.ts")).sealCheck,
      },
      {
        name: "seal renew",
        about: "Seal with the first key what a later one of KATKEY_SEAL_KEY had sealed",
        load: async () => (await import("./seal/renew.ts")).sealRenew,
      },
      {
        name: "seal remove",
        about: "Do without seals from now on, while no server runs",
        load: async () => (await import("./seal/remove.ts")).sealRemove,
      },
    ],
  },
  clockCommands,
  {
    title: "Usage and billing",
    commands: [
      {
        name: "usage verify",
        about:
          "Recompute every sum: per key = per organization = billed. Exits with 1 and the differences if any",
        load: async () => (await import("./usage/verify.ts")).usageVerify,
      },
    ],
  },
  {
    title: "Backups",
    commands: [
      {
        name: "backup",
        about: "Back everything up into one file, beside the running server",
        load: async () => (await import("./backup/backup.ts")).backup,
      },
      {
        name: "restore",
        about:
          "Check everything in a backup, and put it into KATKEY_DATA_DIR, which must be empty. Exits with 1 if something is left to you",
        load: async () => (await import("./backup/restore.ts")).restore,
      },
    ],
  },
];
