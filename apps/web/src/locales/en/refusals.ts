/** Why a request of a key was refused, and what would make it pass. */
export const refusals = {
  title: "Refusals",
  description:
    "Every answer of the API has a request id. Paste it to see why a request was refused, and what would make it pass.",
  documentation: "How a refused request is answered",

  ask: {
    label: "Request id",
    means: "The answer's “instance” or its header X-Request-Id. The whole answer will do as well.",
    action: "Explain",
    empty: "Paste a request id.",
    unclear:
      "There is no request id in this. It is in the answer's “instance”, and has up to 64 letters, digits and “.”, “_”, “-”.",
    token: "This is a token. Tokens belong on servers only, and are never needed here: paste the request id.",
  },

  latest: {
    title: "Latest refusals",
    ofKey: "Latest refusals of one key",
    description: "Every request of a known key that was answered with a problem, for 7 days.",
    loading: "Loading the latest refusals",
    notLoaded: "The latest refusals could not be loaded",
    why: "Why",
    when: "When",
    request: "Request",
    key: "API key",
    from: "From",
    allKeys: "Show those of all keys",
    none: "Nothing was refused in the last 7 days",
    noneText: "When a request of a known key is answered with a problem, it shows here within a second.",
  },

  loading: "Looking for the request",
  notLoaded: "The refusal could not be looked up",

  unknown: {
    title: "No refused request of this organization has this id",
    text: "Why <code>{{id}}</code> can be unknown here:",
    whole: "It is not whole. Compare it with the answer's “instance”, letter by letter.",
    refused: "The request was answered well: there is nothing to explain.",
    recent:
      "It is older than 7 days, or more than 1,000 requests with the same token, or 10,000 in all, have been refused since.",
    known:
      "It came without a token, or with a mistyped one, and so is nobody's. The answer's code was then missing_credentials, invalid_request or invalid_token.",
    ours: "Its key belongs to another organization, or it was sent to another installation.",
    documentation: "What each code means",
  },

  why: {
    title: "Why it was refused",
    said: "The answer said",
    inputs: "What was wrong with the input",
    documentation: "More about {{code}}",
    other: "The answer says why, below.",
    key_expired: "The key had expired.",
    key_revoked: "The key had been revoked.",
    secret_retired:
      "Its token was an old one: the key had been rotated, and the overlap in which both tokens worked was over.",
    secret_quarantined: "Its token had been reported as leaked, and was in quarantine.",
    app_disconnected:
      "The app had been disconnected: by somebody of the organization, because the app was disabled, or because who had connected it has left.",
    token_expired: "The app's access token had expired.",
    api_key_required: "It was sent by an app, and asked for something that only an API key may do.",
    organization_suspended: "The operator of this installation had suspended the organization.",
    api_access_disabled: "The organization's API access was switched off.",
    browser_call_refused:
      "It came from a browser, where anybody can read the token. API keys stay on servers, so the key was marked as exposed.",
    ip_not_allowed:
      "It came from <code>{{address}}</code>, and the key may be used from other addresses only.",
    rate_limited:
      "The organization's keys had used up their {{limit, number}} requests within a minute. The answer said to wait until {{time}}.",
    insufficient_scope: "What was asked for needs <code>{{scopes}}</code>, and the key did not have it then.",
    app_browser_call_refused: "It came from a browser, where anybody can read the app's access token.",
    app_insufficient_scope:
      "What was asked for needs <code>{{scopes}}</code>, and the app did not have it then.",
    token_in_url:
      "Its body held a token. There it ends up in names, notes and logs; if it was a valid one, its key was marked as exposed.",
    not_found: "Nothing of the API has the path that was called.",
    method_not_allowed: "The path exists, but does not answer {{method}}.",
    malformed_request: "One of its headers breaks the rules of HTTP.",
    malformed_json: "Its body was not one JSON object that could be read.",
    unsupported_media_type: "Its body was not announced as JSON, or was compressed.",
    body_too_large: "Its body was larger than 100 kB.",
    validation_failed: "Something was missing in its input, or did not belong there.",
    cursor_invalid: "Its cursor did not come from a page of the list that was asked for.",
    usage_range_invalid: "The range of time that it asked for ends before it begins, or is too long.",
    environment_not_allowed: "It was sent with a test key, and asked for something that only live keys see.",
    idempotency_key_invalid:
      "Its Idempotency-Key was empty, too long, or had characters that are not allowed.",
    idempotency_key_reused:
      "Within 24 hours the key had sent another request to this route with the same Idempotency-Key.",
    expiry_not_allowed:
      "The expiry that it wanted to set lies in the past, is later than the key may set it, or breaks the organization's rules for keys.",
    addresses_invalid: "An entry of its address list is neither an IP address nor a network.",
    addresses_not_allowed: "The key has an allow list of its own, and wanted to open addresses beyond it.",
    scope_unknown: "The key wanted to give a scope that this installation does not have.",
    scope_not_allowed: "The key wanted to give a scope that it does not have itself.",
    revocation_text_missing:
      "It gave “other” as the reason for a revocation, without saying in words what it is.",
    product_invalid: "With this change the product would have had half a price, or more than 50 attributes.",
    key_not_found:
      "No key of this organization had the id that it named, or it is a live key and was asked for by a test key.",
    product_not_found:
      "No product of this organization had the id that it named in the key's environment. Live keys see live products only, test keys test ones.",
    statement_not_found: "There was no statement of the month that it named.",
    precondition_failed: "What it wanted to change had changed since the version that If-Match named.",
    product_changed: "While a text was written, others changed the product again and again.",
    sku_taken: "Another product of the same environment had the SKU.",
    key_changed: "Somebody else changed the same key at the same time.",
    key_name_taken: "Another key that is not revoked had the name.",
    key_limit_reached: "All active keys of the organization's plan were in use.",
    key_already_revoked: "The key that it wanted to change had been revoked.",
    key_already_expired: "The key that it wanted to change had expired.",
    rotation_conflict: "Somebody else had just rotated the same key.",
    rows_unsound: "Its key's rows were not what was sealed: somebody had changed them. Nothing was changed.",
    overlap_not_running: "The key that it named had only one secret, so there was no overlap to end.",
    authority_lost:
      "While it was under way, its key was revoked, rotated or narrowed, or a role or the organization's rules changed.",
    idempotency_in_progress: "The first request with the same Idempotency-Key was still under way.",
    busy: "The server could not write at that moment. Nothing was changed.",
    storage_full: "The server's disk was full. Nothing was changed.",
    storage_unavailable: "The server's disk failed, or allowed no writing. Nothing was changed.",
    storage_damaged: "A part of the server's database is damaged. Nothing was changed.",
    schema_altered:
      "Somebody had altered the tables or triggers of the server's database. Nothing was changed.",
    text_engine_failed: "What writes the listings did not answer, or not with a text. Nothing was changed.",
    internal_error: "Something failed on the server. Nothing was wrong with the request.",
  },

  verdict: {
    title: "What would make it pass",
    passes: "The same request would pass now",
    wait: "The same request would pass in a moment",
    blocked: "The same request would be refused again",
    request: "It has to be another request",
    stored: "It depends on what is stored now",
    again: "Send the same request again",
    besides: "Even so, it would be refused now:",
  },

  /** What has become of the reason since. */
  since: {
    other: "Nothing is against it any more.",
    organization_suspended: "The organization is no longer suspended.",
    api_access_disabled: "API access has been switched on since.",
    ip_not_allowed: "The key can be used from <code>{{address}}</code> now.",
    rate_limited:
      "The limit has room again. If it is reached often, spread the requests over the minute, or ask the operator for a higher limit.",
    limitRaised:
      "The limit was raised from {{before, number}} to {{now, number}} requests per minute, and has room.",
    insufficient_scope: "The key has <code>{{scopes}}</code> now.",
  },

  /** What admission would have against the same request now, and who settles it how. */
  obstacle: {
    key_revoked:
      "The key was revoked <time/>: {{reason}}. That is for good: issue a new key for what sent the request, and give it that token.",
    key_expired:
      "The key expired <time/>. An expired key cannot be revived: issue a new one for what sent the request, and give it that token.",
    secret_retired:
      "The token that was sent has been replaced and works no longer; its overlap ended <time/>. Put the newest one, ending in <b>{{hint}}</b>, where the request came from. If nobody has it any more, rotate the key.",
    secret_retired_long:
      "The token that was sent was replaced long ago. Put the newest one, ending in <b>{{hint}}</b>, where the request came from. If nobody has it any more, rotate the key.",
    secret_quarantined:
      "The token that was sent was reported as leaked, and put into quarantine <time/>. Rotate the key and put the new token where the request came from; an owner or admin can also release the old one on the key's page.",
    app_disconnected:
      "The app was disconnected <time/>. To work again it has to be connected again, and then gets a new token.",
    appInBrowser:
      "Requests from browsers are always refused. The app's maker has to send them from a server. If its token got out, disconnect the app.",
    appNotGranted:
      "The app was not granted <code>{{scopes}}</code>. It can ask for it when it is connected again.",
    appNotAllowed:
      "The role of the member who connected the app does not allow <code>{{scopes}}</code>. Let somebody connect it whose role does.",
    organization_suspended:
      "The operator has suspended the organization: “{{reason}}”. Only the operator can end that.",
    api_access_disabled: "The organization's API access is switched off. Owners and admins can switch it on.",
    browser_call_refused:
      "Requests from browsers are always refused. Make it from your server, and rotate the key without an overlap: its token has been where anybody can read it.",
    ip_not_allowed:
      "The key's allow list does not have <code>{{address}}</code>. Add it, or call from an address on the list.",
    rate_limited_one:
      "The {{limit, number}} requests per minute are used up right now. There is room in {{count}} second. If that happens often, ask the operator for a higher limit.",
    rate_limited_other:
      "The {{limit, number}} requests per minute are used up right now. There is room in {{count}} seconds. If that happens often, ask the operator for a higher limit.",
    notGranted: "The key was not given <code>{{scopes}}</code>.",
    notDeclared: "<code>{{scopes}}</code> is not declared in this installation any more.",
    notAllowed:
      "The role of the key's responsible member does not allow <code>{{scopes}}</code>. Make somebody responsible whose role does, or use another key.",
  },

  action: {
    issue: "Issue a new key",
    rotate: "Rotate the key",
    access: "Open the organization's settings",
    operate: "Open the organization as its operator",
    address: "Add {{address}} to the list",
    grant: "Give the key {{scopes}}",
    handOver: "Choose another responsible member",
    usage: "See what uses up the limit",
    apps: "See the app among the connected ones",
  },

  whoCan: "An owner, an admin or the member responsible for the key can do that.",
  whoDeclares: "Whoever runs this installation can do that, in its settings.",
  whoManages: "An owner or an admin can do that.",
  whoConnects: "Owners and admins connect and disconnect apps.",
  whoIssues: "Viewers cannot issue keys. Ask an owner or an admin.",

  /** What to do about it, where the key's circumstances are not the reason. */
  todo: {
    other: "Change what the answer names, and send it again.",
    token_expired: "The app gets a new access token with its refresh token.",
    api_key_required: "Send it with an API key.",
    token_in_url:
      "Send tokens in the Authorization header only, and rotate the key whose token was in the body.",
    not_found: "Compare the path with the reference.",
    method_not_allowed: "Use one of the methods that the answer's Allow header names.",
    malformed_request: "Mend the header that the answer names. A well-kept HTTP client writes them right.",
    malformed_json: "Send one JSON object in UTF-8.",
    unsupported_media_type: "Send the body uncompressed, with Content-Type: application/json.",
    body_too_large: "Send less at once.",
    validation_failed:
      "Mend each place that is named above. A field that does not exist is mostly a typing error.",
    cursor_invalid: "Send nextCursor of the page before as it is, or no cursor for the first page.",
    usage_range_invalid: "Ask for at most 93 days by the hour, 400 days by the day, ten years by the month.",
    environment_not_allowed: "Send it with a live key.",
    idempotency_key_invalid:
      "Make up a value of up to 255 visible ASCII characters, such as a UUID, for each thing that is to be done once.",
    idempotency_key_reused:
      "Make up a new value for a new request. Keep the old one only to repeat exactly the first request.",
    expiry_not_allowed:
      "Choose a time that is still to come, within the organization's rules, or let a member do it here.",
    addresses_invalid:
      "Write addresses as 203.0.113.7 and networks as 203.0.113.0/24 or 2001:db8::/32; at most 50.",
    addresses_not_allowed: "Name networks within the key's own list, or let a member do it here.",
    scope_unknown: "Name only scopes that the answer lists; the operator declares those of your own API.",
    scope_not_allowed: "Leave out the scopes that the answer names, or let a member do it here.",
    revocation_text_missing: "Send a text that says in a few words why.",
    product_invalid:
      "Send amount and currency together, or null for no price; remove attributes by sending null for them.",
    key_not_found: "Look the id up with GET /v1/keys, and compare the environment.",
    product_not_found: "Look the id up with GET /v1/products, and compare the environment.",
    statement_not_found: "A month has a statement once it is over. GET /v1/billing/statements lists them.",
    precondition_failed: "Read it again, decide anew, and name the version that you have just read.",
    product_changed: "Try again when the product rests.",
    sku_taken: "Change the product that the answer names, or choose another SKU.",
    key_changed: "Read the key again, and decide anew.",
    key_name_taken: "Choose another name, or revoke the key that has it.",
    key_limit_reached: "Revoke a key that nobody uses any more. Expired and revoked ones do not count.",
    key_already_revoked: "A revoked key stays revoked. Issue a new one where one is needed.",
    key_already_expired: "An expired key stays expired. Issue a new one where one is needed.",
    rotation_conflict: "Read the key again, and rotate it only if it still has to be.",
    rows_unsound: "Tell the operator, to whom katkey seal check names the rows. Revoking works.",
    overlap_not_running: "There is nothing to end.",
    authority_lost: "Look at what the key may do now, and send it again if it still may.",
    idempotency_in_progress:
      "Send exactly the same again in a moment: it is answered with what the first one made.",
    busy: "Try again in a moment, as the answer's Retry-After says.",
    storage_full: "Ask the operator to make room, and try again then. Revoking works meanwhile.",
    storage_unavailable: "Tell the operator, and try again later.",
    storage_damaged: "Tell the operator, who restores a backup, and try again later.",
    schema_altered: "Tell the operator, to whom katkey doctor names what was altered, and try again later.",
    text_engine_failed: "Try again later. If it stays, give the operator this request id.",
    internal_error:
      "Try again later. If it stays, give the operator this request id: the log has more under it.",
  },

  asked: {
    title: "The request",
    when: "When",
    request: "Request",
    answer: "Answer",
    app: "App",
    key: "API key",
    secret: "Token",
    environment: "Environment",
    scopes: "Needs",
    anyKey: "Any valid key",
    from: "From",
    client: "Client",
    unknownClient: "Did not say",
    id: "Request id",
    idWhat: "request id",
  },
} as const;
