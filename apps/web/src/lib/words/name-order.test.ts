import { afterEach, expect, it } from "vitest";
import { speak } from "../language/i18n.ts";
import { inNameOrder } from "./name-order.ts";

const names = ["Zebra", "alma", "Ågerup", "Key 10", "Key 9", "Agnes", "Ørsted"];

afterEach(() => speak("en"));

it("puts names into the order of the language, upper and lower case together, figures by their size", async () => {
  expect(inNameOrder(names, String)).toEqual([
    "Ågerup",
    "Agnes",
    "alma",
    "Key 9",
    "Key 10",
    "Ørsted",
    "Zebra",
  ]);
  await speak("da");
  expect(inNameOrder(names, String)).toEqual([
    "Agnes",
    "alma",
    "Key 9",
    "Key 10",
    "Zebra",
    "Ørsted",
    "Ågerup",
  ]);
});
