import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LanguageDto } from "../src/api/generated";
import type { PlainKey } from "../src/l10n";
import { addCustomer, makeRegister, startProgram, type Program } from "./program";
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
  await makeRegister(program);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const SECTIONS = [
  "sessions",
  "customers",
  "orders",
  "production",
  "partners",
  "products",
  "history",
  "settings",
] as const;
type Section = (typeof SECTIONS)[number];

/** What each view says of a register just made; a new register has its starting products and its first events. */
const EMPTY: Partial<Record<Section, PlainKey>> = {
  sessions: "session-empty",
  customers: "customers-empty",
  orders: "orders-empty",
  production: "production-ready-empty",
  partners: "partners-empty",
};

const FILLED: Partial<Record<Section, string>> = {
  customers: "Virtanen Mikko",
  orders: "Virtanen",
  production: "Virtanen",
  partners: "Kuvatuote Oy",
};

async function enter(page: Page, language: LanguageDto, section: Section): Promise<void> {
  const t = textIn(language);
  const link = page.getByRole("navigation").getByRole("link", { name: t(`app-nav-${section}`), exact: true });
  await link.click();
  await page.locator(`nav a[href="#/${section}"][aria-current="page"]`).waitFor();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function settled(
  page: Page,
  language: LanguageDto,
  section: Section,
  isFilled: boolean,
): Promise<void> {
  const main = page.getByRole("main");
  const empty = EMPTY[section];
  const filled = isFilled ? FILLED[section] : undefined;
  if (filled) await main.getByRole("row").filter({ hasText: filled }).first().waitFor();
  else if (empty) await main.getByText(textIn(language)(empty)).waitFor();
  else if (section === "settings") await main.getByRole("textbox").first().waitFor();
  else await main.getByRole("row").nth(1).waitFor();
}

async function readEveryView(isFilled: boolean): Promise<void> {
  for (const language of ["fi", "sv", "en"] as const) {
    const { page, faults } = await openWindow(browser, program, language);
    for (const section of SECTIONS) {
      await enter(page, language, section);
      await settled(page, language, section, isFilled);
      for (const theme of ["light", "dark"] as const) {
        await show(page, theme);
        await expectAccessible(page, `${section}, ${language}, ${theme}`);
      }
      for (const size of language === "en" ? [] : [SMALL, USUAL]) {
        await page.setViewportSize(size);
        await expectNoOverflow(page, `${section}, ${language}, ${size.width}x${size.height}`);
      }
    }
    expect(faults).toEqual([]);
    await page.close();
  }
}

it("shows every view of a register just made, readable in light and dark, in every language", async () => {
  await readEveryView(false);
});

it("shows every view with work in it, readable in light and dark, in every language", async () => {
  const customer = await addCustomer(program, {
    lastName: "Virtanen",
    firstName: "Mikko",
    email: "mikko.virtanen@perhe.example",
    phone: "+358 40 111 1111",
    street: "Koskitie 1",
    postalCode: "60100",
    town: "Seinäjoki",
  });
  await addCustomer(program, { lastName: "Öhman", firstName: "Sanna", language: "sv" });
  await program.call("partner_create", {
    name: "Kuvatuote Oy",
    country: "FI",
    agreementOn: "2026-01-15",
    email: "tuotanto@kuvatuote.example",
    profile: "plain",
    isActive: true,
  });
  const { products } = await program.call("product_list");
  const product = products.find((one) => one.fields.print === null) ?? products[0];
  if (!product) throw new Error("a new register has no products");
  const line = {
    productId: product.id,
    frameId: null,
    quantity: 2,
    unitPriceCents: product.fields.priceCents,
  };
  const save = () =>
    program.call("order_save", { id: null, rev: null, customerId: customer.id, note: "", lines: [line] });
  await save();
  const draft = await save();
  await program.call("order_confirm", { id: draft.id, rev: draft.rev });
  await readEveryView(true);
});
