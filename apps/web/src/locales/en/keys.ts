export const keys = {
  title: "API keys",
  key: "API key",
  loading: "Loading keys",
  notLoaded: "The keys could not be loaded",
  loadMore: "Load more",
  loadingKey: "Loading the key",
  keyNotShown: "This key cannot be shown",
  loadingRules: "Loading the rules for keys",
  issue: "Issue API key",
  issueAction: "Issue key",
  issued: "“{{name}}” is issued",
  name: "Name",
  created: "Created",
  lastUsed: "Last used",
  neverUsed: "Never used",
  expiry: "Expires",
  status: "Status",
  scopes: "Scopes",
  environment: "Environment",
  exposed: "Exposed",
  exposedMeans: "A secret of this key was seen where others can read it. Rotate it without overlap.",
  quarantined: "Quarantined",
  quarantinedMeans:
    "A secret of this key was reported as leaked, and is refused until somebody decides about it.",
  /** With an IP address: where a request came from. */
  from: "from <code>{{address}}</code>",
  statuses: { active: "Active", rotating: "Rotating", expired: "Expired", revoked: "Revoked" },
  ends: "ends <time/>",

  quota: {
    unlimited_one: "{{count, number}} key on the {{plan}} plan, which has no limit",
    unlimited_other: "{{count, number}} keys on the {{plan}} plan, which has no limit",
    used: "{{used, number}} of {{limit}} keys on the {{plan}} plan",
    fullTitle: "All {{limit}} keys of the {{plan}} plan are in use",
    fullText:
      "Live and test keys count together, a rotating key once; expired and revoked ones do not count. To make room, revoke a key that nobody uses any more: “Last used” tells which.",
    whyFull: "All {{limit}} keys of the {{plan}} plan are in use. Revoke one first.",
  },

  /** In which order the list is, where it has no heads to click on. */
  sort: {
    label: "Order",
    usual: "Rotating first, then newest",
    createdAt: "Oldest first",
    "-createdAt": "Newest first",
    name: "Names from A to Z",
    "-name": "Names from Z to A",
    expiresAt: "Next to expire first",
    "-expiresAt": "Last to expire first",
  },

  search: {
    region: "Keys",
    label: "Search keys",
    placeholder: "Name, note, id or last 4 characters",
    clear: "Clear search",
    inUse: "In use",
    allStatuses: "All",
    bothEnvironments: "Live and test",
    scope: "Scope",
    anyScope: "Any scope",
    anyMember: "Any member",
    attention: "Needs attention",
    noAttention: "All keys",
    curtailed: "Less than was granted",
    safeToEnd: "Rotation safe to end",
    unused: "Not used for 90 days",
    expiring_one: "Expires within {{count, number}} day",
    expiring_other: "Expires within {{count, number}} days",
    nothing: "No key matches",
    nothingOfKind: "This organization has no key of this kind.",
    where: "The search looks at names, notes, ids and the last four characters of tokens.",
    everywhere: "Search all keys",
    clearFilters: "Clear filters",
  },

  /** All keys that the filters show, as a file. */
  export: {
    action: "Export CSV",
    running_one: "{{count, number}} key…",
    running_other: "{{count, number}} keys…",
    stop: "Stop the export",
    done_one: "{{count, number}} key exported",
    done_other: "{{count, number}} keys exported",
    refused: "The keys could not be exported",
  },

  /** Acts on several keys at once. */
  many: {
    choice: "Select",
    choose: "Select {{name}}",
    all: "Select all",
    selected_one: "{{count, number}} selected",
    selected_other: "{{count, number}} selected",
    none: "Select keys first.",
    ended: "An expired key can only be revoked.",
    chosen: "Selected keys",
    recent_zero: "None of them was used in the last 24 hours.",
    recent_one: "{{count, number}} of them was used in the last 24 hours.",
    recent_other: "{{count, number}} of them were used in the last 24 hours.",
    revoke: "Revoke selected",
    revokeTitle_one: "Revoke {{count, number}} key?",
    revokeTitle_other: "Revoke {{count, number}} keys?",
    revokeMeans:
      "Every secret of these keys is refused at once, for good. This cannot be undone. The keys and their history stay visible.",
    revokeAction_one: "Revoke {{count, number}} key for good",
    revokeAction_other: "Revoke {{count, number}} keys for good",
    keep: "Keep the keys",
    confirm: "Type the number of keys to confirm",
    notTheNumber: "Type {{count}}.",
    revoked_one: "{{count, number}} key is revoked: it is refused from now on",
    revoked_other: "{{count, number}} keys are revoked: they are refused from now on",
    handOver: "Hand over selected",
    handOverTitle_one: "Hand over {{count, number}} key?",
    handOverTitle_other: "Hand over {{count, number}} keys?",
    handOverMeans:
      "Another member answers for these keys from now on. A key can never do more than that member's role allows.",
    handOverAction_one: "Hand over {{count, number}} key",
    handOverAction_other: "Hand over {{count, number}} keys",
    handedOver_one: "{{count, number}} key is handed over",
    handedOver_other: "{{count, number}} keys are handed over",
    to: "New responsible member",
    toPlaceholder: "Who answers for them?",
  },

  none: {
    title: "No key is in use",
    text: "An API key lets one of your servers call the API on behalf of this organization: a shop, a sync job, Zapier. Issue one key per integration, so that each can be rotated and revoked without touching the others.",
    showEnded: "Show expired and revoked",
    documentation: "The first requests with a key",
  },

  /** What nobody can do with a key, and who can. */
  why: {
    viewersLook: "Viewers can look at keys but not change them. Ask an owner or an admin.",
    onlyResponsible: "Only owners, admins and the member responsible for this key can change it.",
    viewersIssue: "Viewers cannot issue keys. Ask an owner or an admin.",
    revoked: "This key was revoked, and a revoked key stays revoked.",
    expired: "This key has expired. Issue a new one instead.",
  },

  effective: {
    refusedByRole: "Refused now, by the responsible member's role:",
    withdrawn: "Refused now, because they are not declared any more:",
    hasWithdrawn_one: "{{scopes}} is not declared in this installation any more, and has no effect.",
    hasWithdrawn_other: "{{scopes}} are not declared in this installation any more, and have no effect.",
    spoken: "{{scopes}}; refused now: {{refused}}",
    refused: "{{refused}} of {{count}} refused now",
    refusedScope: "{{scope}}, refused now",
    none: "None: the key can only ask who it is",
    rule: "A key can do no more than its responsible member's role allows now; struck-out scopes are refused.",
    memberLeft:
      "The responsible member has left. A key can do no more than its responsible member's role allows now; struck-out scopes are refused.",
    hasRole:
      "{{name}} has the role {{role}}. A key can do no more than its responsible member's role allows now; struck-out scopes are refused.",
    regainedTitle: "The key may do more again",
    regained:
      "With <bdi>{{name}}</bdi> ({{role}}), scopes come back that are refused today: <code>{{scopes}}</code>. Take away above what it does not need.",
  },

  fields: {
    nameMeans: "What uses the key, such as “Zapier Integration”.",
    nameMissing: "Give the key a name.",
    tooLong: "At most {{most}} characters; this has {{length}}.",
    live: "Real data. No test key can see it.",
    test: "Data of its own, to try things out. No live key can see it.",
    environmentMeans: "It never changes.",
    environmentDocumentation: "What each can see",
    preset: "Preset of scopes",
    full: "Full access",
    read: "Read only",
    custom: "Custom",
    scopeMissing: "Choose at least one scope.",
    expiry: "Expiry",
    expiryMeans: "After this the key is refused. It cannot be revived.",
    expiryEarlier: "You can let the key expire earlier. Only owners and admins can let it live longer.",
    keepNever: "As it is: never",
    keep: "As it is: {{day}}",
    never: "Never",
    inDays_one: "In {{count, number}} day",
    inDays_other: "In {{count, number}} days",
    onDate: "On a date",
    date: "Expiry date",
    dateMeans: "The key works until this day ends, in your time zone.",
    dateMissing: "Choose the day on which the key expires.",
    dateOver: "This day is over. A key can only expire in the future.",
    dateTooLate: "The last day that is allowed is {{day}}.",
    ruleMost_one: "Keys of {{organization}} expire after {{count, number}} day at most.",
    ruleMost_other: "Keys of {{organization}} expire after {{count, number}} days at most.",
    ruleRequired: "Keys of {{organization}} need an expiry.",
    addresses: "Allowed addresses",
    addressesMeans:
      "Optional. One IP address or network per line; requests from elsewhere are refused. Empty: any address.",
    tooManyAddresses: "A key can name at most {{most}} networks; these are {{count}}.",
    responsible: "Responsible member",
    responsibleMeans: "The key can never do more than this member's role allows at the moment of a request.",
    responsibleLeft: "The responsible member has left",
    note: "Note",
    noteMeans: "Optional. Where the key is kept, whom to ask about it. Never a secret.",
  },

  facts: {
    title: "Details",
    id: "Id",
    issued: "Issued",
    issuedBy: "<time/> by <bdi>{{who}}</bdi>",
    issuedByKey: "<time/> by the key <bdi>{{who}}</bdi>",
    issuedAtShell: "<time/> at the shell, with <bdi>{{who}}</bdi>",
    memberLeft: "A member who has left",
    anyAddress: "Any address",
    fewer: "Show fewer",
    allAddresses: "Show all {{count}}",
    noNote: "None",
    revoked: "Revoked",
    expired: "Expired",
    expires: "Expires",
    never: "Never",
  },

  history: {
    title: "History",
    description: "The latest 100 changes. Nobody can edit or delete them.",
    loading: "Loading the history",
    notLoaded: "The history could not be loaded",
  },

  use: {
    never: "Never used.",
    from: "From",
    client: "Client",
    unknownClient: "Did not say",
    untoldAddress: "an address that was not told",
    request: "Request",
    answered: "<code>{{request}}</code>, answered {{status}}",
    sinceRotation: "Since the rotation",
    total: "In all",
    requests_one: "{{count, number}} request",
    requests_other: "{{count, number}} requests",
  },

  ended: {
    revokedTitle: "This key is refused for good",
    revoked: "Revoked <time/>: {{reason}}.",
    quoted: "“{{text}}”",
    expiredTitle: "This key has expired",
    expired:
      "It expired <time/> and is refused. An expired key cannot be revived: issue a new one for what still needs it, then revoke this one.",
  },

  exposure: {
    title: "A secret of this key is exposed",
    inUrl: "Its token was sent in a URL, where logs and browser histories keep it, <time/>.",
    inUrlFrom:
      "Its token was sent in a URL, where logs and browser histories keep it, <time/> from <code>{{address}}</code>.",
    inBrowser: "Its token was used by a web page in a browser, <time/>.",
    inBrowserFrom: "Its token was used by a web page in a browser, <time/> from <code>{{address}}</code>.",
    onPage: "Its token was used by a web page of {{origin}}, <time/>.",
    onPageFrom: "Its token was used by a web page of {{origin}}, <time/> from <code>{{address}}</code>.",
    meaning:
      "Katkey refused the request, but whoever can see that page or URL can copy the token and use it from elsewhere.",
    todo: "Rotate the key without an overlap and put the new token on your server only. Then find out how the old one got there: tokens belong on servers, never in a page, an app or a link.",
    action: "Rotate without overlap",
    /** Of what was found elsewhere: `source` says who found it, and in what. */
    reported: "Its token was found elsewhere and reported <time/>: <code>{{source}}</code>.",
    where: "Where:",
    reportedMeaning: "Whoever has seen that place can copy the token and use it.",
    reportedTodo:
      "Rotate the key without an overlap and put the new token on your server only. Then take the old one out of where it was found, history included.",
    quarantinedTitle: "A secret of this key is in quarantine",
    quarantined:
      "It was put into quarantine <time/>: every request with it is refused, so that nobody who found it can use it.",
    quarantinedTodo:
      "Rotate the key without an overlap and put the new token on your server: that settles it. If the token was never public, or your servers cannot wait, release it. If nothing needs the key any more, revoke it.",
    released: "It was in quarantine, and was released <time/>.",
    release: "Release",
    revoke: "Revoke",
    onlyManagers: "Only owners and admins release a secret that was reported as leaked.",
    releaseTitle: "Release the secret of “{{name}}”?",
    releaseMeans:
      "Requests with the token ending in <b>{{hint}}</b> are let in again at once, whoever sends them. Anybody who has found it can use the key then.",
    releaseStays:
      "The key stays marked as exposed until you rotate it. Another report of the same token does not put it into quarantine again.",
    releasedNow: "The secret is released",
  },

  edit: {
    open: "Edit",
    title: "Edit “{{name}}”",
    action: "Save changes",
    anyway: "Save all the same",
    done: "Changes saved",
    filledIn: "Filled in by the link you followed; nothing is saved yet.",
    added: "Added: <code>{{added}}</code>",
  },

  rotate: {
    open: "Rotate",
    title: "Rotate “{{name}}”",
    done: "The new secret of “{{name}}”",
    action: "Rotate key",
    intro:
      "The key gets a new secret and keeps its name, id, scopes, limits and expiry. During the overlap the old secret works too, so that nothing breaks while you replace it.",
    documentation: "How to rotate step by step",
    runningTitle: "The last rotation is still running",
    running: "Rotating again refuses its old secret, ending in <b>{{hint}}</b>, at once.",
    runningNeverUsed: "It was never used.",
    runningLastUsed: "It was last used <time/> from <code>{{address}}</code>.",
    refusedAtOnce:
      "The secret ending in <b>{{hint}}</b> is refused as soon as you rotate. What uses it fails until it has the new one.",
    worksUntil:
      "The secret ending in <b>{{hint}}</b> works until <b>{{time}}</b>. You can end the overlap earlier.",
    worksUntilExpiry:
      "The secret ending in <b>{{hint}}</b> works until <b>{{time}}</b>, when the whole key expires. You can end the overlap earlier.",
  },

  overlap: {
    label: "Overlap",
    none: "No overlap",
    noneMeans: "The old secret is refused at once. Right when it has leaked.",
    hour: "1 hour",
    hourMeans: "You replace the secret now, by hand.",
    day: "24 hours",
    dayMeans: "Time for a deployment. Right for most.",
    week: "7 days",
    weekMeans: "Several teams or customers have to follow.",
    other: "Another time",
    otherMeans: "Up to 30 days.",
    length: "Length of the overlap",
    wrong: "From 1 minute to 30 days.",
    unit: "Unit",
    minutes: "minutes",
    hours: "hours",
    days: "days",
    bothWork: "Both secrets work until {{time}}.",
    endNow: "End overlap now",
    endTitle: "End the overlap now?",
    end: "End overlap",
    ended: "The overlap is over: the old secret is refused",
    endedAlready: "The overlap has ended already: only one secret is in use.",
    consequence:
      "The old secret ending in <b>{{old}}</b> is refused from this moment on, for good. The new one, ending in <b>{{current}}</b>, goes on.",
  },

  /** Whether anything still depends on the old secret. */
  verdict: {
    safe: "Safe to end the overlap",
    unsafe: "Not safe to end the overlap yet",
    open: "Look before you end the overlap",
    never_used: "The old secret was never used, so nothing depends on it.",
    moved:
      "The old secret has not been used since the rotation, while the new one is in use. A job that runs once a day may still have it: wait until it has been silent for 24 hours.",
    silent:
      "Neither secret has been used since the rotation. Wait for a first request with the new one: until then nobody can tell whether it has been put in place.",
    quiet:
      "The old secret has been silent for more than 24 hours, while the new one is in use. It was last used <time/> from <code>{{address}}</code>.",
    not_moved:
      "The old secret was last used <time/> from <code>{{address}}</code>, and the new one not once. Ending the overlap now would break what uses the key.",
    both_in_use:
      "The old secret was last used <time/> from <code>{{address}}</code>. Something there still needs the new one.",
  },

  secrets: {
    one: "Secret",
    rotation: "Rotation",
    current: "Current secret",
    currentLabel: "Current",
    retiring: "Old secret",
    retiringLabel: "Retiring",
    retired: "Earlier secret",
    retiredLabel: "Retired",
    expired: "Last secret",
    expiredLabel: "Expired",
    revoked: "Last secret",
    revokedLabel: "Revoked",
    ends: "Ends <time/>",
    made: "Made <time/>",
    earlier: "Earlier secrets",
    earlierCount_one: "{{count, number}} earlier secret",
    earlierCount_other: "{{count, number}} earlier secrets",
    token: "Token",
    madeAt: "Made",
    retiredAt: "Retired",
    withKey: "With the key",
  },

  /** The first use of a new secret; a request as "GET /v1/keys" and its status as 200. */
  firstRequest: {
    waiting: "Waiting for the first request…",
    arrived:
      "The first request arrived <time/> from <code>{{address}}</code>: <code>{{request}}</code>, answered {{status}}.",
    refused:
      "The first request arrived <time/> from <code>{{address}}</code>: <code>{{request}}</code>, refused with {{status}}. The token is right, but this request was not allowed.",
    arrivedLatest:
      "Requests arrive: {{requests, number}} so far. The latest came <time/> from <code>{{address}}</code>: <code>{{request}}</code>, answered {{status}}.",
    refusedLatest:
      "Requests arrive: {{requests, number}} so far. The latest came <time/> from <code>{{address}}</code>: <code>{{request}}</code>, refused with {{status}}. The token is right, but this request was not allowed.",
    /** After a refusal, with the name of the problem. */
    why: "{{problem}}. <a>Why, and what would make it pass</a>",
  },

  once: {
    text: "Katkey keeps only a fingerprint of it. Whoever has the token can use the key, so store it where only your server reads it. If you lose it, rotate the key.",
    token: "Token",
    what: "token",
    storeTitle: "Store it on your server",
    store: "Without leaving it in the shell's history, and where not to put it:",
    storeDocumentation: "how to store a token",
    storeSnippets: "Store the token",
    callTitle: "Make the first request",
    call: "From a server or a shell, never from a web page: Katkey refuses browsers, and marks a key as exposed when one uses it.",
    callSnippets: "Make a request",
    idWhat: "id",
  },

  revoke: {
    open: "Revoke key",
    title: "Revoke “{{name}}”?",
    action: "Revoke for good",
    keep: "Keep the key",
    done: "“{{name}}” is revoked: it is refused from now on",
    consequence:
      "Every secret of the key is refused at once and for good. This cannot be undone; the key and its history stay visible.",
    inUseTitle: "This key is in use",
    inUse:
      "Something used it within the last 24 hours and will fail. To change only the secret, rotate the key.",
    reason: "Reason",
    reasonPlaceholder: "Why does the key end?",
    reasonMissing: "Choose why the key ends.",
    details: "Details",
    detailsWanted: "For the history.",
    detailsMean: "Optional, for the history.",
    detailsMissing: "Say in a few words why.",
    confirm: "Type the key's name to confirm",
    notItsName: "This is not the key's name.",
  },
} as const;
