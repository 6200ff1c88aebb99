export const basePath = "/auth";
export const signInPath = "/sign-in/email";
export const changePasswordPath = "/change-password";

/** Set by our server on every request, whatever the client sent. Never `x-forwarded-for`. */
export const clientAddressHeader = "x-katkey-client-address";
