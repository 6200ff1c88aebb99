import type { Provider } from "oidc-provider";

// The library declares these classes and exports none of them.
export type Client = InstanceType<Provider["Client"]>;
export type Grant = InstanceType<Provider["Grant"]>;
export type AccessToken = InstanceType<Provider["AccessToken"]>;
export type ClientCredentials = InstanceType<Provider["ClientCredentials"]>;
export type RefreshToken = InstanceType<Provider["RefreshToken"]>;
