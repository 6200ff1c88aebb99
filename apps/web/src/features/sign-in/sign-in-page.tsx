export function SignInPage(_: { readonly redirectTo: string }) {
  return null;
}
