import { app } from "../../locales/en/app.ts";
import type { Translated } from "../../locales/translated.ts";

/**
 * The words of each namespace, loaded by the page that says them; those of the frame are always there, as a
 * failure to load anything must be told, too. A new namespace is a line in each language.
 */
export const english = {
  app: () => Promise.resolve(app),
  home: async () => (await import("../../locales/en/home.ts")).home,
  chart: async () => (await import("../../locales/en/chart.ts")).chart,
  billing: async () => (await import("../../locales/en/billing.ts")).billing,
  usage: async () => (await import("../../locales/en/usage.ts")).usage,
  problems: async () => (await import("../../locales/en/problems.ts")).problems,
  refusals: async () => (await import("../../locales/en/refusals.ts")).refusals,
  audit: async () => (await import("../../locales/en/audit.ts")).audit,
  settings: async () => (await import("../../locales/en/settings.ts")).settings,
  instance: async () => (await import("../../locales/en/instance.ts")).instance,
  serviceTokens: async () => (await import("../../locales/en/service-tokens.ts")).serviceTokens,
  people: async () => (await import("../../locales/en/people.ts")).people,
  connectedApps: async () => (await import("../../locales/en/connected-apps.ts")).connectedApps,
  partnerApps: async () => (await import("../../locales/en/partner-apps.ts")).partnerApps,
  offeredApps: async () => (await import("../../locales/en/offered-apps.ts")).offeredApps,
  connect: async () => (await import("../../locales/en/connect.ts")).connect,
  signIn: async () => (await import("../../locales/en/sign-in.ts")).signIn,
  setup: async () => (await import("../../locales/en/setup.ts")).setup,
  invitation: async () => (await import("../../locales/en/invitation.ts")).invitation,
  newPassword: async () => (await import("../../locales/en/new-password.ts")).newPassword,
  organizations: async () => (await import("../../locales/en/organizations.ts")).organizations,
  account: async () => (await import("../../locales/en/account.ts")).account,
  members: async () => (await import("../../locales/en/members.ts")).members,
  keys: async () => (await import("../../locales/en/keys.ts")).keys,
  palette: async () => (await import("../../locales/en/palette.ts")).palette,
  traffic: async () => (await import("../../locales/en/traffic.ts")).traffic,
} as const;

type English = typeof english;

export const danish: { readonly [Name in keyof English]: () => Promise<Translated<CatalogOf<Name>>> } = {
  app: async () => (await import("../../locales/da/app.ts")).app,
  home: async () => (await import("../../locales/da/home.ts")).home,
  chart: async () => (await import("../../locales/da/chart.ts")).chart,
  billing: async () => (await import("../../locales/da/billing.ts")).billing,
  usage: async () => (await import("../../locales/da/usage.ts")).usage,
  problems: async () => (await import("../../locales/da/problems.ts")).problems,
  refusals: async () => (await import("../../locales/da/refusals.ts")).refusals,
  audit: async () => (await import("../../locales/da/audit.ts")).audit,
  settings: async () => (await import("../../locales/da/settings.ts")).settings,
  instance: async () => (await import("../../locales/da/instance.ts")).instance,
  serviceTokens: async () => (await import("../../locales/da/service-tokens.ts")).serviceTokens,
  people: async () => (await import("../../locales/da/people.ts")).people,
  connectedApps: async () => (await import("../../locales/da/connected-apps.ts")).connectedApps,
  partnerApps: async () => (await import("../../locales/da/partner-apps.ts")).partnerApps,
  offeredApps: async () => (await import("../../locales/da/offered-apps.ts")).offeredApps,
  connect: async () => (await import("../../locales/da/connect.ts")).connect,
  signIn: async () => (await import("../../locales/da/sign-in.ts")).signIn,
  setup: async () => (await import("../../locales/da/setup.ts")).setup,
  invitation: async () => (await import("../../locales/da/invitation.ts")).invitation,
  newPassword: async () => (await import("../../locales/da/new-password.ts")).newPassword,
  organizations: async () => (await import("../../locales/da/organizations.ts")).organizations,
  account: async () => (await import("../../locales/da/account.ts")).account,
  members: async () => (await import("../../locales/da/members.ts")).members,
  keys: async () => (await import("../../locales/da/keys.ts")).keys,
  palette: async () => (await import("../../locales/da/palette.ts")).palette,
  traffic: async () => (await import("../../locales/da/traffic.ts")).traffic,
};

export type Namespace = keyof English;
export type CatalogOf<Name extends Namespace> = Awaited<ReturnType<English[Name]>>;
