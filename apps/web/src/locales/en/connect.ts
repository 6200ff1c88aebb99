export const connect = {
  title: "Connect an app",
  loading: "Reading what the app asks for",
  madeBy: "Made by <b>{{owner}}</b>",
  goOn: "Go on",
  toDashboard: "Go to the dashboard",
  leaving: { title: "Back to the app" },
  signIn: {
    title: "Sign in to connect {{app}}",
    noAccount:
      "Only owners and admins of an organization connect apps to it. The app does not see your password.",
  },
  consent: {
    title: "Connect {{app}}?",
    connect: "Connect",
    disabled: "This app is disabled, so it cannot be connected now. Ask whoever built it.",
    can: "It will be able to",
    nothing: "See which organization it is connected to, and nothing else.",
    until:
      "It works by your leave and never beyond your role, on live data only. Any owner or admin can end that at any time under Connected apps.",
    leadsTo: "Either answer takes you back to <strong>{{host}}</strong>.",
    cancelLeadsTo: "Cancel takes you back to <strong>{{host}}</strong>.",
  },
  organization: {
    label: "With the data of",
    missing: "Choose an organization.",
    search: "Search for an organization",
    nothingFound: "You are a member of none that is called so",
    withReason: "{{name}} ({{reason}})",
    none: "You are not a member of an organization, so there is nothing to connect the app to. Ask for an invitation first.",
    noneFits: "You cannot connect this app to any of your organizations. Below each stands why.",
    obstacles: {
      role_not_allowed: "You are {{role}} here. Ask an owner or admin to connect it.",
      organization_suspended: "It is suspended. Ask the operator of this installation.",
      app_awaits_approval:
        "The operator of this installation has not approved the app yet, or has to approve a change of it. What is connected already goes on. Try again later, or ask whoever built it.",
      app_not_offered: "The app is not offered to other organizations yet. Ask whoever built it.",
    },
  },
  signedInAs: "You are signed in as <strong>{{email}}</strong>. <a>Sign in as somebody else</a>",
  wrongAccount: {
    title: "Somebody else has signed in",
    text: "You are signed in as <strong>{{email}}</strong> now, and this request was opened by another person. You can go on as yourself, or go back to {{app}} without connecting it.",
    goOn: "Go on as {{email}}",
    back: "Back to {{app}}",
  },
  over: {
    title: "This request is over",
    text: "It was answered already, nobody answered it within 15 minutes, or it was opened in another browser. Nothing was connected by it since. Go back to the app and connect it again from there.",
  },
  error: {
    title: "This app cannot be connected",
    causes: {
      invalid_request:
        "The app has sent you here with a request that Katkey does not understand or does not trust, so nothing was sent back to it. Tell whoever built the app.",
      not_asked:
        "The app wanted to go on without asking you, and nobody vouches for it here at the moment, so nothing was sent back to it. Go back, and connect it again from there.",
      server_error:
        "Something went wrong on the server, and nothing was connected. Go back to the app and try again in a moment.",
      temporarily_unavailable:
        "The server is too busy just now, and nothing was connected. Go back to the app and try again in a moment.",
    },
    code: "What they need to know:",
    back: "Go back",
  },
} as const;
