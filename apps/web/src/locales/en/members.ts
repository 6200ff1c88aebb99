export const members = {
  title: "Members",
  description:
    "Who works with the keys of {{organization}}. A key never may do more than the member who is responsible for it.",
  invite: "Invite member",
  loading: "Loading the members",
  notLoaded: "The members could not be loaded",
  name: "Name",
  role: "Role",
  joined: "Joined",
  twoFactor: "Two-factor",
  twoFactorOn: "On",
  twoFactorOff: "Off",
  you: "You",
  roleOf: "Role of {{name}}",
  leave: "Leave",
  remove: "Remove",
  leaveWhat: "Leave {{organization}}",
  removeWhom: "Remove {{name}}",

  onlyOwner: {
    title: "An organization needs an owner",
    text: "You are the only owner of <strong>{{organization}}</strong>. Make another member an owner first; then you can leave or take another role.",
  },

  changeRole: {
    title: "Make {{name}} {{role}}?",
    titleSelf: "Make yourself {{role}}?",
    action: "Change role",
    done: "{{name}} is now {{role}}",
    shrinks:
      "Keys that {{name}} is responsible for shrink with the role at once: what {{role}} may not do, they may not do any more.",
    shrinksSelf:
      "Keys that you are responsible for shrink with the role at once: what {{role}} may not do, they may not do any more. You cannot give yourself the old role back.",
  },

  removal: {
    titleSelf: "Leave {{organization}}?",
    title: "Remove {{name}}?",
    actionSelf: "Leave organization",
    action: "Remove member",
    textSelf: "You lose access to {{organization}} at once.",
    text: "{{name}} ({{email}}) loses access to {{organization}} at once.",
    doneSelf: "You have left {{organization}}",
    done: "{{name}} was removed",
    loadingKeys: "Looking for keys to settle",
    keysNotLoadedSelf: "Your keys could not be loaded",
    keysNotLoaded: "Their keys could not be loaded",
    noKeysSelf: "You are responsible for no keys: there is nothing to hand over.",
    noKeys: "They are responsible for no keys: there is nothing to hand over.",
  },

  settle: {
    intro_one:
      "Decide what becomes of the <strong>{{count, number}} key</strong>. A key that is handed over works on and may never do more than its new responsible member.",
    intro_other:
      "Decide what becomes of the <strong>{{count, number}} keys</strong>. A key that is handed over works on and may never do more than its new responsible member.",
    noHeir: "There is nobody here to whom it can be handed over.",
    all: "Do this for all",
    whatWithAll: "What to do with all keys",
    whatWith: "What to do with {{name}}",
    choose: "Revoke or hand over …",
    revoke: "Revoke",
    handOverTo: "Hand over to {{name}}",
    neverUsed: "never used",
    lastUsed: "last used <time/>",
    regained:
      "With <bdi>{{name}}</bdi> ({{role}}), scopes come back that are refused today: <code>{{scopes}}</code>.",
    revoked_one: "{{count, number}} key revoked at once and for good",
    revoked_other: "{{count, number}} keys revoked at once and for good",
    handedOver_one: "{{count, number}} key handed over and working on",
    handedOver_other: "{{count, number}} keys handed over and working on",
    open_one: "{{count, number}} key to decide about",
    open_other: "{{count, number}} keys to decide about",
  },

  tooMany: {
    title_one: "{{count, number}} key are too many for one step",
    title_other: "{{count, number}} keys are too many for one step",
    text: "At most {{most}} can be settled together. Before that, revoke or hand over (Edit, Responsible member) at least {{first}} of them on their own pages, such as these, then come back:",
    textSelf:
      "At most {{most}} can be settled together. Before that, revoke at least {{first}} of them on their own pages, such as these, then come back:",
  },

  inviting: {
    title: "Invite to {{organization}}",
    emailMeans: "Only somebody who signs in with this address can accept.",
    emailMissing: "Enter an e-mail address.",
    memberAlready: "This person is a member already.",
    submit: "Create invitation link",
    olderTitle: "This person has an open invitation",
    older:
      "{{invitedBy}} invited {{email}} as {{role}}, until {{day}}. A new link takes its place: the older one stops working at once.",
    olderStays: "The older link was not withdrawn",
    linkTitle: "Hand over this link",
    link: "With it, <strong>{{email}}</strong> joins as <strong>{{role}}</strong>. It works once, for 7 days: until {{day}}.",
    what: "invitation link",
    notSent: "Nothing was sent",
    handOver:
      "Hand the link over yourself, in a way that only {{email}} can read. It is shown this once; a lost one is withdrawn and made anew.",
  },

  invitations: {
    title: "Open invitations",
    description: "Links that were handed out and not used yet. Each works once, for 7 days.",
    loading: "Loading the open invitations",
    notLoaded: "The invitations could not be loaded",
    none: "None: everybody who was invited has joined.",
    for: "For",
    by: "Invited by",
    ends: "Ends",
    withdraw: "Withdraw",
    withdrawOf: "Withdraw the invitation of {{email}}",
    withdrawTitle: "Withdraw this invitation?",
    withdrawAction: "Withdraw invitation",
    withdrawText:
      "The link of <strong>{{email}}</strong> stops working at once. You can invite them again at any time.",
    withdrawn: "Invitation withdrawn",
  },
} as const;
