import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addCustomer, makeRegister, startProgram, type Program } from "./program";
import { expectAccessible, openBrowser, openWindow, show, textIn } from "./window";

let program: Program;
let browser: Browser;
const t = textIn("fi");

const LAST_NAMES = ["Virtanen", "Korhonen", "Nieminen", "Mäkinen", "Salo", "Laine", "Heino", "Zitting"];
const FIRST_NAMES = ["Mikko", "Sanna", "Liisa", "Matti", "Kaisa", "Juhani", "Helmi"];
const MARKUP = `<img src=x onerror="window.hasRun=1"><b id=markup>lihava</b>`;

beforeAll(async () => {
  program = await startProgram();
  await makeRegister(program);
  for (const lastName of LAST_NAMES)
    for (const firstName of FIRST_NAMES) await addCustomer(program, { lastName, firstName });
  for (const [lastName, firstName] of [
    ["Öhman", "Sanna"],
    ["Äijälä", "Pekka"],
    ["Åberg", "Karin"],
    ["Virtanen", "Aino"],
  ] as const)
    await addCustomer(program, { lastName, firstName });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function openCustomers(): Promise<Page> {
  const { page } = await openWindow(browser, program, "fi");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("app-nav-customers") })
    .click();
  await page.getByRole("heading", { level: 1, name: t("customers-title") }).waitFor();
  await rows(page).first().waitFor();
  return page;
}

const rows = (page: Page) =>
  page
    .getByRole("grid", { name: t("customers-list") })
    .locator("[aria-rowindex] >> visible=true")
    .filter({ has: page.getByRole("gridcell") });
const names = (page: Page) =>
  rows(page).evaluateAll((found) =>
    found
      .sort((a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex")))
      .map((row) => row.querySelector("[role='gridcell']")?.textContent ?? ""),
  );

it("keeps the Finnish order: å, ä and ö after z", async () => {
  const page = await openCustomers();
  expect((await names(page))[0]).toBe("Heino Helmi");
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await expect
    .poll(async () => (await names(page)).slice(-4))
    .toEqual(["Zitting Sanna", "Åberg Karin", "Äijälä Pekka", "Öhman Sanna"]);
  await page.close();
});

it("finds a customer by parts of the names while typing and opens it by keyboard alone", async () => {
  const page = await openCustomers();
  await page.keyboard.press("/");
  await page.keyboard.type("virt aino");
  await expect.poll(() => names(page)).toEqual(["Virtanen Aino"]);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("virt");
  await expect.poll(async () => (await names(page)).length).toBe(FIRST_NAMES.length + 1);
  const found = await names(page);
  expect(found.every((name) => name.startsWith("Virtanen "))).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: found[1] ?? "", exact: true }).waitFor();
  await page.close();
});

it("shows both versions when somebody else saved first, and overwrites neither", async () => {
  const mine = "mikko@oma.example";
  const theirs = "Uusikatu 2";
  const { rows: found } = await program.call("customer_search", {
    search: "virtanen mikko",
    sort: "name",
    after: null,
    limit: 10,
  });
  const id = found[0]?.id ?? 0;
  const page = await openCustomers();
  await page.keyboard.press("/");
  await page.keyboard.type("virtanen mikko");
  await expect.poll(() => names(page)).toEqual(["Virtanen Mikko"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByLabel(t("field-label-email")).fill(mine);
  await page.getByLabel(t("field-label-street")).fill("Vanhakatu 1");

  const stored = await program.call("customer_get", { id });
  await program.call("customer_update", {
    id,
    rev: stored.rev,
    fields: { ...stored.fields, street: theirs },
    source: "given",
  });
  await page.keyboard.press("Control+s");

  const versions = page.getByRole("region", { name: t("customer-stale-title") });
  await versions.waitFor();
  await versions.getByText("Vanhakatu 1").waitFor();
  await versions.getByText(theirs).waitFor();
  await versions.getByText(mine).waitFor();
  for (const theme of ["light", "dark"] as const) {
    await show(page, theme);
    await expectAccessible(page, `two versions, ${theme}`);
  }
  const now = await program.call("customer_get", { id });
  expect([now.fields.street, now.fields.email]).toEqual([theirs, stored.fields.email]);
  await page.close();
});

it("shows markup in names as the text it is", async () => {
  const customer = await addCustomer(program, { lastName: MARKUP, firstName: "Aaro", note: MARKUP });
  const page = await openCustomers();
  await page.keyboard.press("/");
  await page.keyboard.type("aaro");
  await expect.poll(() => names(page)).toEqual([`${MARKUP} Aaro`]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: `${MARKUP} Aaro`, exact: true }).waitFor();
  expect(await page.getByLabel(t("field-label-note")).inputValue()).toBe(customer.fields.note);
  expect(await page.locator("#markup, img[src='x']").count()).toBe(0);
  expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
  await page.close();
});
