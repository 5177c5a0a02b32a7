import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LanguageDto } from "../src/api/generated";
import { startProgram, type Program } from "./program";
import {
  SMALL,
  USUAL,
  expectAccessible,
  expectNoOverflow,
  openBrowser,
  openWindow,
  show,
  textIn,
} from "./window";

let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const NAMES: Record<LanguageDto, string> = { fi: "Suomi", sv: "Svenska", en: "English" };

it("meets a new studio with two doors in its own language, readable in light and dark", async () => {
  const { page, faults } = await openWindow(browser, program, "fi");
  for (const language of ["sv", "en", "fi"] as const) {
    const t = textIn(language);
    await page.getByRole("button", { name: NAMES[language] }).click();
    await page.getByRole("heading", { level: 1, name: t("firstrun-title") }).waitFor();
    await page.getByRole("button", { name: t("firstrun-create-button") }).waitFor();
    await page.getByRole("button", { name: t("firstrun-demo-button") }).waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      t("firstrun-create-title"),
      t("firstrun-demo-title"),
    ]);
    for (const theme of ["light", "dark"] as const) {
      await show(page, theme);
      await expectAccessible(page, `first run, ${language}, ${theme}`);
    }
    for (const size of [USUAL, SMALL]) {
      await page.setViewportSize(size);
      await expectNoOverflow(page, `first run, ${language}, ${size.width}`);
    }
  }
  expect(faults).toEqual([]);
});
