export const offeredApps = {
  title: "Offered apps",
  description:
    "Apps that their makers want every organization to be able to connect. You decide for all of this installation.",
  back: "Instance",
  which: "Which apps",
  loading: "Loading the offered apps",
  notLoaded: "The offered apps could not be loaded",
  approvals: { requested: "Waiting", approved: "Approved", refused: "Refused", own: "Not offered" },
  blocked: "Blocked",
  none: {
    requested: {
      title: "No app waits for you",
      text: "Organizations register the apps that they build. Before others can connect one, its maker asks for your approval here.",
    },
    approved: {
      title: "No app is approved",
      text: "Each organization can connect its own apps only. What you approve is listed here.",
    },
    refused: {
      title: "No app was refused",
      text: "What you refuse is listed here, and can be approved later.",
    },
    own: {
      title: "No app is there that is not offered",
      text: "Apps that only their maker’s own organization connects are listed here, so that you can block one.",
    },
  },
  columns: { app: "App", owner: "Made by", hosts: "Leads back to", registered: "Registered" },
  by: "by {{owner}}",
  types: { confidential: "Confidential: runs on servers", public: "Public: runs with its users" },
  type: "Type",
  noDescription: "Its maker has not described it.",
  isDisabled: "Its maker has disabled it: nobody can connect it until they enable it again.",
  homepage: "Homepage",
  noHomepage: "None",
  redirectUris: "Leads back to",
  scopes: "May ask for",
  registeredBy: "Registered by",
  block: {
    open: "Block",
    openWhat: "Block {{name}}",
    title: "Block “{{name}}”?",
    means:
      "It stops at its next request, wherever it is connected, in its maker’s own organization too, and nobody can connect it. Nothing is disconnected: if you unblock it, it goes on where it was.",
    done: "“{{name}}” is blocked",
  },
  unblock: {
    open: "Unblock",
    openWhat: "Unblock {{name}}",
    title: "Unblock “{{name}}”?",
    means: "It works again wherever it is still connected, unless its maker has disabled it.",
    done: "“{{name}}” is not blocked any more",
  },
  change: { open: "Change", openWhat: "Change the decision about {{name}}" },
  decide: {
    open: "Decide",
    openWhat: "Decide about {{name}}",
    title: "May every organization connect “{{name}}”?",
    label: "Your decision",
    choices: { approved: "Approve", refused: "Refuse" },
    means: {
      approved:
        "Owners and admins of every organization can connect it. If its maker changes how it looks, where it leads or what it asks for, you are asked anew.",
      refused:
        "Only its maker’s own organization can connect it. If others have connected it, that ends at once, for good.",
    },
    actions: { approved: "Approve", refused: "Refuse", none: "Decide" },
    done: { approved: "“{{name}}” is approved", refused: "“{{name}}” is refused" },
  },
} as const;
