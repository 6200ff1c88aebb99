import { expect, it } from "vitest";
import { isLogo } from "./logo.ts";

const png = Buffer.from("89504e470d0a1a0a0000000d", "hex");
const jpeg = Buffer.from("ffd8ffe000104a46", "hex");
const webp = Buffer.from("RIFF\x04\x00\x00\x00WEBPVP8 ", "latin1");
const uriOf = (kind: string, bytes: Buffer) => `data:image/${kind};base64,${bytes.toString("base64")}`;

const sized = (length: number) => uriOf("png", Buffer.concat([png, Buffer.alloc(length)]));

it("is a PNG, JPEG or WebP that begins as it says", () => {
  const kinds = { png, jpeg, webp };
  for (const [kind, bytes] of Object.entries(kinds)) {
    for (const name of [...Object.keys(kinds), "svg+xml", "gif", "jpg"]) {
      expect(isLogo(uriOf(name, bytes)), `${kind} called ${name}`).toBe(name === kind);
    }
  }
});

it("is nothing that could hold a program, or that a browser would read otherwise", () => {
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  for (const uri of [
    "",
    "https://app.example.com/logo.png",
    uriOf("svg+xml", svg),
    uriOf("png", svg),
    uriOf("png", Buffer.alloc(0)),
    `data:image/png,${png.toString("latin1")}`,
    uriOf("png", png).replace("image", "IMAGE"),
    uriOf("png", png).replace(";base64", ";charset=x;base64"),
    `${uriOf("png", png)}"onerror=`,
    `${uriOf("png", png)}\n`,
  ]) {
    expect(isLogo(uri), uri).toBe(false);
  }
});

it("is at most 48,000 characters long", () => {
  expect(isLogo(sized(35_900))).toBe(true);
  expect(isLogo(sized(36_100))).toBe(false);
});
