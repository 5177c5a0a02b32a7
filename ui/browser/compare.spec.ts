import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { focused, importDrawn, openSession } from "./photos";
import { makeRegister, startProgram, type Program } from "./program";
import { USUAL, expectAccessible, openBrowser, openWindow, show, textIn } from "./window";

let program: Program;
let browser: Browser;
const t = textIn("fi");
const PHOTOS = { count: 6, width: 2400, height: 1600 };
const PAN_STEP = 160;

beforeAll(async () => {
  program = await startProgram();
  await makeRegister(program);
  browser = await openBrowser();
  await importDrawn(program, browser, "Koskelan koulu 3B", PHOTOS);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

interface Seen {
  /** Of the pane in the window. */
  pane: { x: number; y: number; width: number; height: number };
  /** Of the picture, from the corner of what the pane shows. */
  picture: { x: number; y: number; width: number; height: number };
}

const seen = (page: Page): Promise<Seen[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("[data-pane]")].map((pane) => {
      const sight = pane.querySelector("[data-sight]")?.getBoundingClientRect() ?? new DOMRect();
      const picture = pane.querySelector("img")?.getBoundingClientRect() ?? new DOMRect();
      const whole = pane.getBoundingClientRect();
      const rounded = (x: number, y: number, box: DOMRect) => ({
        x: Math.round(x),
        y: Math.round(y),
        width: Math.round(box.width),
        height: Math.round(box.height),
      });
      return {
        pane: rounded(whole.x, whole.y, whole),
        picture: rounded(picture.x - sight.x, picture.y - sight.y, picture),
      };
    }),
  );

/** Where the picture of every pane lies, which is the same for all. */
async function alike(page: Page, count: number): Promise<Seen["picture"]> {
  const [first, ...others] = (await seen(page)).map(({ picture }) => picture);
  expect(others).toHaveLength(count - 1);
  for (const other of others) expect(other).toEqual(first);
  return first ?? { x: 0, y: 0, width: 0, height: 0 };
}

const chosen = (page: Page) =>
  page
    .getByRole("grid", { name: t("frame-grid") })
    .getByRole("gridcell", { selected: true })
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("data-index"))).sort());

it("compares two and then four photos, zoomed and moved as one, and comes back to the selection", async () => {
  const { page, faults } = await openWindow(browser, program, "fi");
  await openSession(page, "Koskelan koulu 3B", PHOTOS.count);
  await expect.poll(() => focused(page)).toBe(0);
  const comparison = page.getByRole("region", { name: t("frame-comparison") });

  for (const [count, steps] of [
    [2, 1],
    [4, 2],
  ] as const) {
    for (let step = 0; step < steps; step += 1) await page.keyboard.press("Shift+ArrowRight");
    const selection = Array.from({ length: count }, (_, index) => index);
    await expect.poll(() => chosen(page)).toEqual(selection);
    await page.keyboard.press("c");
    await comparison.waitFor();
    await expect.poll(() => comparison.getByRole("gridcell").count()).toBe(count);

    // drawn once the panes are measured, of its own shape once its size has been read
    await expect
      .poll(async () => (await seen(page)).map(({ picture }) => (picture.width / picture.height).toFixed(1)))
      .toEqual(Array.from({ length: count }, () => (PHOTOS.width / PHOTOS.height).toFixed(1)));
    const panes = (await seen(page)).map(({ pane }) => pane);
    expect(new Set(panes.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
    expect(new Set(panes.map(({ y }) => y)).size, "lying photos stand two by two").toBe(count / 2);
    for (const { x, y, width, height } of panes) {
      expect(x + width).toBeLessThanOrEqual(USUAL.width);
      expect(y + height).toBeLessThanOrEqual(USUAL.height);
    }
    const fitted = await alike(page, count);
    expect(fitted.width).toBeLessThanOrEqual(panes[0]?.width ?? 0);
    expect(fitted.width / fitted.height).toBeCloseTo(PHOTOS.width / PHOTOS.height, 1);
    for (const theme of ["light", "dark"] as const) {
      await show(page, theme);
      await expectAccessible(page, `comparison of ${count}, ${theme}`);
    }

    await page.keyboard.press("z");
    await expect
      .poll(async () => (await seen(page)).map(({ picture }) => picture.width))
      .toEqual(Array.from({ length: count }, () => PHOTOS.width));
    const near = await alike(page, count);
    await page.waitForFunction(
      ({ all, width }) =>
        [...document.querySelectorAll<HTMLImageElement>("[data-pane] img")].filter(
          (one) => one.src.includes("/full/") && one.naturalWidth === width,
        ).length === all,
      { all: count, width: PHOTOS.width },
    );

    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(async () => (await seen(page))[0]?.picture.x).toBe(near.x - PAN_STEP);
    await alike(page, count);

    const last = panes[count - 1] ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2);
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => (await seen(page))[0]?.picture.width).toBeLessThan(PHOTOS.width);
    await alike(page, count);

    await page.keyboard.press("z");
    await expect.poll(async () => (await seen(page))[0]?.picture).toEqual(fitted);
    await alike(page, count);

    await page.keyboard.press("Escape");
    await comparison.waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe(count - 1);
    expect(await chosen(page)).toEqual(selection);
  }
  expect(faults).toEqual([]);
});
