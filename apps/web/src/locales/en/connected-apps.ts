export const connectedApps = {
  title: "Connected apps",
  description: "Apps that work with the data of {{organization}}, each by leave of one of its members.",
  loading: "Loading the connected apps",
  notLoaded: "The connected apps could not be loaded",
  showEnded: "Show disconnected ones",
  by: "by {{owner}}",
  columns: {
    app: "App",
    status: "Status",
    scopes: "What it can do",
    grantedBy: "Connected by",
    connected: "Connected",
    lastUsed: "Last used",
  },
  scopeCount_one: "{{count, number}} scope",
  scopeCount_other: "{{count, number}} scopes",
  neverUsed: "Never used",
  statuses: { live: "Connected", paused: "Paused", ended: "Disconnected" },
  endedAt: "Ended <time/>",
  paused:
    "Every request of it is refused for now: whoever built the app has disabled it, or this organization is suspended. It works again as soon as that ends.",
  ends: {
    disconnected: "It was disconnected by somebody of this organization.",
    reused:
      "Katkey ended it: one of its tokens was used twice, so somebody else may have had it. Ask whoever built the app before you connect it again.",
    revoked:
      "It ended by itself: the member who had connected it left or was banned, or the app is not offered any more.",
  },
  curtailed:
    "It can do less than it was given: what is crossed out the role of {{name}} does not allow any more.",
  can: "What it can do",
  could: "What it could do",
  noScopes: "Nothing but see which organization it is connected to.",
  homepage: "Homepage",
  lastAddress: "Last used from",
  grant: "Id of the connection",
  none: {
    title: "No app is connected",
    text: "Some apps can work with this organization’s data without an API key: they send you here, you see what they ask for, and you connect or refuse them. Begin in the app that you want to connect. If you build one yourself, register it under Partner apps.",
    textOfMembers:
      "Some apps can work with this organization’s data without an API key: they send an owner or admin here, who sees what they ask for and connects or refuses them.",
    action: "Partner apps",
  },
  disconnect: {
    open: "Disconnect",
    openWhat: "Disconnect {{name}}",
    title: "Disconnect “{{name}}”?",
    means:
      "Its access to {{organization}} ends at its next request: all tokens that it has are refused. What it has read before stays with it. To use it again, somebody connects it anew.",
    others_one:
      "{{names}} has connected this app, too. By that leave it goes on working until you disconnect that one as well.",
    others_other:
      "{{names}} have connected this app, too. By their leave it goes on working until you disconnect those as well.",
    action: "Disconnect",
    done: "“{{name}}” is disconnected",
  },
} as const;
