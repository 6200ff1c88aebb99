export const invitation = {
  title: "Your invitation",
  loading: "Reading the invitation",
  acceptedBefore: "Accepted it before? Then sign in.",
  incomplete: {
    title: "This link is not complete",
    text: "An invitation link has a long part behind #. Open the link that you were given once more, or copy all of it.",
  },
  join: "Join {{organization}}",
  offer: "{{invitedBy}} invites <strong>{{email}}</strong> as <strong>{{role}}</strong>. {{means}}",
  accept: "Accept the invitation",
  nameMissing: "Enter your name.",
  name: "Your name",
  createAndJoin: "Create account and join",
  passwordMeans: "You have an account already: sign in with its password.",
  signInAndAccept: "Sign in and accept",
  welcome: "Welcome: you are a member now",
  wrongAccount: {
    title: "This invitation is for somebody else",
    text: "You are signed in as <strong>{{own}}</strong>, and only <strong>{{invited}}</strong> can accept it. Sign out to go on as {{invited}}, or ask for an invitation to your own address.",
    signOut: "Sign out and go on",
    stay: "Stay signed in",
  },
} as const;
