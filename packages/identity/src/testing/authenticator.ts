import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

interface Behaviour {
  /** Whether it asks for a finger, face or PIN, and says so. */
  readonly verifiesUser?: boolean;
  /** The page that asks, as the browser sees it. */
  readonly origin?: string;
}

/** A passkey in software, as a browser hands it on (WebAuthn 3, 6 and 7), without an attestation. */
export function anAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinates = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];

  const answer = (response: object) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });

  return {
    create(options: { challenge: string; rp: { id: string } }, behaviour: Behaviour = {}) {
      const key = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinates[0]],
        [-3, coordinates[1]],
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const authData = dataOf(options.rp.id, behaviour.verifiesUser ?? true, credential);
      const attestation = cborMap([
        ["fmt", "none"],
        ["attStmt", new Map<string, string>()],
        ["authData", authData],
      ]);
      const data = clientData("webauthn.create", options.challenge, behaviour.origin ?? origin);
      return answer({
        clientDataJSON: data.toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    get(options: { challenge: string; rpId: string }, behaviour: Behaviour = {}) {
      const data = clientData("webauthn.get", options.challenge, behaviour.origin ?? origin);
      const authData = dataOf(options.rpId, behaviour.verifiesUser ?? true);
      const signature = sign("sha256", Buffer.concat([authData, sha256(data)]), privateKey);
      return answer({
        clientDataJSON: data.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}

function dataOf(rpId: string, verifiesUser: boolean, credential = Buffer.alloc(0)): Buffer {
  const flags = 0x01 | (verifiesUser ? 0x04 : 0) | (credential.length > 0 ? 0x40 : 0);
  return Buffer.concat([sha256(rpId), Buffer.from([flags, 0, 0, 0, 0]), credential]);
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

type Cbor = number | string | Buffer | ReadonlyMap<string, string> | undefined;

/** As much of RFC 8949 as a passkey needs. */
function cborMap(entries: readonly (readonly [Cbor, Cbor])[]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat().map(cbor)]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return head(5, 0);
}

function head(major: number, length: number): Buffer {
  return length < 24 ? Buffer.from([(major << 5) | length]) : Buffer.from([(major << 5) | 24, length]);
}

function sha256(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}
