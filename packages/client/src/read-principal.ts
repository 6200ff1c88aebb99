import { isObject, isTextOrNull, type JsonObject } from "./json.ts";
import type { Principal } from "./principal.ts";

/** Whether it says who calls: an API key, or a partner app. */
export function isPrincipal(value: unknown): value is Principal {
  if (!isObject(value)) return false;
  const { organization, responsibleMember } = value;
  return (
    isObject(organization) &&
    areTexts(organization["id"], organization["name"], organization["plan"]) &&
    isObject(responsibleMember) &&
    isTextOrNull(responsibleMember["role"]) &&
    (value["key"] === null ? isOfApp(value) : isOfKey(value))
  );
}

function isOfKey({ key, secret }: JsonObject): boolean {
  return (
    isBearer(key) &&
    isTextOrNull(key["expiresAt"]) &&
    isObject(secret) &&
    areTexts(secret["publicKeyId"]) &&
    typeof secret["retiring"] === "boolean"
  );
}

function isOfApp({ app, grant, secret }: JsonObject): boolean {
  return (
    isBearer(app) && areTexts(app["expiresAt"]) && isObject(grant) && areTexts(grant["id"]) && secret === null
  );
}

function isBearer(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const { id, name, environment, scopes } = value;
  return (
    areTexts(id, name) &&
    (environment === "live" || environment === "test") &&
    Array.isArray(scopes) &&
    areTexts(...scopes)
  );
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}
