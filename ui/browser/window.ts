/** The window in Debian's browser: pages that remember what went wrong, and axe with its colour rules. */
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { expect } from "vitest";
import type { LanguageDto } from "../src/api/generated";
import type { Translate } from "../src/l10n";
import { textOf } from "../src/l10n/bundles";
import type { Program } from "./program";

export const USUAL = { width: 1280, height: 800 };
export const SMALL = { width: 1024, height: 680 };

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** With a profile of its own that is gone afterwards. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Opened {
  page: Page;
  /** Console errors and uncaught exceptions since the page was opened. */
  faults: string[];
}

/** In `language`, with the theme that follows the system, so that `show` can switch it. */
export async function openWindow(browser: Browser, program: Program, language: LanguageDto): Promise<Opened> {
  await program.call("settings_set", { language, theme: "system", lockAfterMinutes: 10 });
  const page = await browser.newPage({ viewport: USUAL, reducedMotion: "reduce", locale: "fi-FI" });
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(program.address);
  return { page, faults };
}

export const textIn =
  (language: LanguageDto): Translate =>
  (key, ...args) => {
    const text = textOf(language, key, ...args);
    expect(text, `a ${language} text for ${key}`).not.toBe(key);
    return text;
  };

/** Makes the system light or dark and waits until the window follows. */
export async function show(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction((look) => document.documentElement.dataset.theme === look, theme);
  // Colours that fade over are read where they end.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((fade) => fade.finished)));
}

/** Fails with what axe found, contrast included. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: true } } })",
  )) as AxeResults;
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.any.map((check) => check.message).join(" ")}`),
  );
  expect.soft(found, `${what}: axe`).toEqual([]);
}

/** Fails when the document scrolls sideways, or a control or heading stands beyond the window's right edge. */
export async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`document ${root.scrollWidth} > ${root.clientWidth}`);
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    for (const element of document.querySelectorAll("a, button, input, select, textarea, h1, h2")) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > root.clientWidth + 1 && !scrolls(element.parentElement))
        found.push(`${element.tagName} "${element.textContent}" ends at ${Math.round(box.right)}`);
    }
    return found;
  });
  expect.soft(beyond, `${what}: beyond the window's edge`).toEqual([]);
}
