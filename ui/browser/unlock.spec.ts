import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PASSPHRASE, makeRegister, startProgram, type Program } from "./program";
import { expectAccessible, openBrowser, openWindow, show, textIn } from "./window";

let program: Program;
let browser: Browser;
const t = textIn("fi");

beforeAll(async () => {
  program = await startProgram();
  await makeRegister(program);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

it("says that a passphrase is wrong, counts down the wait, and opens with the right one afterwards", async () => {
  const { page } = await openWindow(browser, program, "fi");
  await page.getByRole("navigation").waitFor();
  await program.call("register_lock");
  await page.getByRole("heading", { name: t("unlock-title") }).waitFor();
  for (const theme of ["light", "dark"] as const) {
    await show(page, theme);
    await expectAccessible(page, `unlock, ${theme}`);
  }

  const field = page.getByLabel(t("passphrase-field"), { exact: true });
  const unlock = page.getByRole("button", { name: t("unlock-button"), exact: true });
  const timer = page.getByRole("timer");
  const refusal = page.getByText(t("error-wrong-passphrase"));
  await page.evaluate(() => {
    const seen = new Set<string>();
    (window as unknown as { waits: Set<string> }).waits = seen;
    new MutationObserver(() => {
      const text = document.querySelector("[role='timer']")?.textContent;
      if (text) seen.add(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  // Two mistakes are free; the third costs two seconds and the fourth four.
  for (const wait of [0, 0, 2, 4]) {
    await field.fill("aivan muuta");
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith("/app_state")),
      unlock.click(),
    ]);
    await refusal.waitFor();
    if (wait === 0) expect(await timer.count()).toBe(0);
    else {
      await timer.waitFor();
      expect(await unlock.isDisabled()).toBe(true);
      await timer.waitFor({ state: "detached" });
    }
  }
  const waits = await page.evaluate(() => [...(window as unknown as { waits: Set<string> }).waits]);
  expect(waits.sort()).toEqual([1, 2, 3, 4].map((seconds) => t("unlock-wait", { seconds })).sort());
  await expectAccessible(page, "unlock, refused");

  await field.fill(PASSPHRASE);
  await field.press("Enter");
  await page.getByRole("navigation").waitFor();
  expect((await program.call("app_state")).state).toBe("open");
});
