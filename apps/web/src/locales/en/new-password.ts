export const newPassword = {
  title: "Choose a new password",
  description: "With it, every session of this account ends, on every device.",
  loading: "Reading the link",
  notRead: "The link could not be read",
  password: "New password",
  submit: "Change password",
  done: {
    title: "Your password is changed",
    text: "Every session of the account has ended: sign in with the new password. Where two-factor is on, it asks for its code as before.",
  },
  dead: {
    title: "This link does not work any more",
    text: "It was used, is older than an hour, or a newer one has taken its place. Ask whoever runs this installation for a new one.",
  },
  incomplete: {
    title: "This link is not complete",
    text: "It has a long part behind #. Open the link that you were given once more, or copy all of it.",
  },
} as const;
