/** What a key is used for, and what a change of it would have refused. */
export const traffic = {
  usage: {
    title: "Requests",
    description: "Of all its secrets, counted before each answer left. Hours and days are those of UTC.",
    loading: "Loading the key's requests",
    notLoaded: "The key's requests could not be loaded",
    refusals: "Latest refusals",
    by: "Told apart by",
    status: "Status",
    route: "Route",
    range: "Range",
    "24h": "24 h",
    "7d": "7 d",
    "30d": "30 d",
    "90d": "90 d",
    total_one: "{{count, number}} request",
    total_other: "{{count, number}} requests",
    emptyTitle: "No requests in this range",
    empty: "Every request with this key shows here within seconds: the refused ones, too.",
    showAll: "Show 90 days",
  },

  clients: {
    title: "Clients",
    description:
      "From where, and with what program, the key was used in the last 30 days. A client that you do not know is a reason to rotate.",
    loading: "Loading the key's clients",
    notLoaded: "The key's clients could not be loaded",
    address: "Address",
    others: "All other clients",
    untoldAddress: "Address not told",
    agent: "Client",
    unknownAgent: "Did not say",
    requests: "Requests",
    refused_one: "{{count, number}} refused",
    refused_other: "{{count, number}} refused",
    first: "First seen",
    longAgo: "30 days ago or more",
    last: "Last seen",
    secret: "Secret",
    new: "New",
    old: "Old",
    both: "Old and new",
    earlier: "Earlier",
    more_one: "One more was seen longer ago.",
    more_other: "{{count, number}} more were seen longer ago.",
    emptyTitle: "Nobody has used this key lately",
    empty: "Each server that uses the key shows here, with its address and its program.",
  },

  scopes: {
    title: "Scopes in use",
    recent: "What the key was granted, and what its requests needed in the last 30 days.",
    sinceIssue: "What the key was granted, and what its requests have needed since it was issued <time/>.",
    loading: "Loading which scopes are used",
    notLoaded: "It could not be loaded which scopes are used",
    scope: "Scope",
    means: "It lets the key",
    requests: "Requests",
    last: "Last needed",
    unused: "Not used",
    untold: "Not known",
    whyUntold: "Some requests went to your own API, and what each of them needed is not recorded.",
    remove_one: "Remove {{count, number}} unused scope",
    remove_other: "Remove {{count, number}} unused scopes",
    none: "The key was granted no scope: it can only ask who it is.",
    silent:
      "The key was not used in this time, so nothing tells which scopes it needs. Does it need to exist?",
    allUsed: "Every scope is used. There is nothing to take away.",
  },

  narrow: {
    title_one: "Remove {{count, number}} unused scope?",
    title_other: "Remove {{count, number}} unused scopes?",
    action_one: "Remove {{count, number}} scope",
    action_other: "Remove {{count, number}} scopes",
    done_one: "{{count, number}} scope is removed",
    done_other: "{{count, number}} scopes are removed",
    removed: "Taken away",
    left: "Left",
    consequence:
      "The key is refused from now on where these scopes are needed. You can grant them again by editing the key.",
    young: "The key was issued <time/>. What runs once a month may not have come by yet.",
    nothingLeft: "No scope: it can only ask who it is",
  },

  preview: {
    title: "What it would have refused",
    loading: "Looking through the last 7 days",
    notLoaded: "The last 7 days could not be looked through",
    quiet: "There were no requests since {{day}}: none would have been refused.",
    quietOld: "The old secret had no requests since {{time}}: none would have been refused.",
    none_one: "The one request since {{day}} would have been let in all the same.",
    none_other: "All {{count, number}} requests since {{day}} would have been let in all the same.",
    revocation_one: "{{count, number}} request since {{day}} would have been refused, the last one <time/>.",
    revocation_other:
      "{{count, number}} requests since {{day}} would have been refused, the last one <time/>.",
    overlap_end_one:
      "{{count, number}} request with the old secret since {{time}} would have been refused, the last one <time/>.",
    overlap_end_other:
      "{{count, number}} requests with the old secret since {{time}} would have been refused, the last one <time/>.",
    expiry_one:
      "When it expires, everything is refused: {{count, number}} request since {{day}}, the last one <time/>.",
    expiry_other:
      "When it expires, everything is refused: {{count, number}} requests since {{day}}, the last one <time/>.",
    scopes_one:
      "{{count, number}} request since {{day}} would have been refused for want of a scope, the last one <time/>.",
    scopes_other:
      "{{count, number}} requests since {{day}} would have been refused for want of a scope, the last one <time/>.",
    addresses_one:
      "{{count, number}} request since {{day}} came from an address that would have been refused, the last one <time/>.",
    addresses_other:
      "{{count, number}} requests since {{day}} came from addresses that would have been refused, the last one <time/>.",
    unknownNeeds_one:
      "{{count, number}} request went to your own API. What it needed is not recorded, so nobody knows whether it would have been refused.",
    unknownNeeds_other:
      "{{count, number}} requests went to your own API. What they needed is not recorded, so nobody knows how many would have been refused.",
    unknown_one: "Of {{count, number}} more nobody knows: its client is one of too many to be told apart.",
    unknown_other: "Of {{count, number}} more nobody knows: their clients are too many to be told apart.",
    routes: "Routes",
    clients: "Clients",
    everybody: "Clients of the key, whatever they asked for",
    requests_one: "{{count, number}} request",
    requests_other: "{{count, number}} requests",
    moreRoutes_one: "One more route",
    moreRoutes_other: "{{count, number}} more routes",
    moreClients_one: "One more client",
    moreClients_other: "{{count, number}} more clients",
  },
} as const;
