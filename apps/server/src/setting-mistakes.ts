import { assertGoodPassword, IdentityError } from "@katkey/identity/passwords";

/** Not ours: the web app's development server reads the first, and the others are what our pages tell callers to set. */
const othersSettings = ["KATKEY_DEV_SERVER", "KATKEY_API_KEY", "KATKEY_SERVICE_TOKEN", "KATKEY_URL"];

type Given = ReadonlyMap<string, string | undefined>;

/** Mistakes that no setting has by itself, one line each. `known`: the names of all settings. */
export function mistakesBetween(given: Given, known: readonly string[]): readonly string[] {
  return [
    ...unknownNames([...given.keys()], known),
    ...half(["KATKEY_ADMIN_EMAIL", "KATKEY_ADMIN_PASSWORD"], given),
    ...weakPassword(given),
    ...half(textSettings, given),
    ...idleKey(given),
    ...idleBackupSettings(given),
    ...twice(["KATKEY_SEAL_KEY", "KATKEY_SEAL_KEY_FILE"], given),
  ];
}

function unknownNames(names: readonly string[], settings: readonly string[]): readonly string[] {
  const known = [...settings, ...othersSettings];
  return names
    .filter((name) => name.startsWith("KATKEY_") && !known.includes(name))
    .map((name) => `${name} is not a setting; the settings are ${settings.join(", ")}`);
}

const textSettings = ["KATKEY_TEXT_BASE_URL", "KATKEY_TEXT_MODEL"];

/** Settings that are nothing without each other. */
function half(names: readonly string[], given: Given): readonly string[] {
  const missing = names.filter((name) => !given.has(name));
  return missing.length === 1
    ? [`${missing[0]} is missing: set both ${names.join(" and ")}, or neither`]
    : [];
}

/** Settings that say the same. */
function twice(names: readonly string[], given: Given): readonly string[] {
  return names.every((name) => given.has(name))
    ? [`${names.join(" and ")} say the same: set one of them`]
    : [];
}

function idleKey(given: Given): readonly string[] {
  const isIdle = given.has("KATKEY_TEXT_API_KEY") && !textSettings.some((name) => given.has(name));
  return isIdle ? [`KATKEY_TEXT_API_KEY is for nothing: it goes with ${textSettings.join(" and ")}`] : [];
}

function idleBackupSettings(given: Given): readonly string[] {
  if (given.has("KATKEY_BACKUP_DIR")) return [];
  return ["KATKEY_BACKUP_EVERY", "KATKEY_BACKUP_KEEP"]
    .filter((name) => given.has(name))
    .map((name) => `${name} is for nothing: it goes with KATKEY_BACKUP_DIR`);
}

function weakPassword(given: Given): readonly string[] {
  const email = given.get("KATKEY_ADMIN_EMAIL");
  const password = given.get("KATKEY_ADMIN_PASSWORD");
  if (email === undefined || password === undefined) return [];
  try {
    assertGoodPassword(password, email);
    return [];
  } catch (refusal) {
    if (!(refusal instanceof IdentityError)) throw refusal;
    return [`KATKEY_ADMIN_PASSWORD is refused: ${refusal.message}`];
  }
}
