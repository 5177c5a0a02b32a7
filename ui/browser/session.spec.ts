import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FrameCell } from "../src/api/generated";
import { focused, importDrawn, openSession } from "./photos";
import { makeRegister, startProgram, type Program } from "./program";
import { expectAccessible, expectNoOverflow, openBrowser, openWindow, show, textIn } from "./window";

let program: Program;
let browser: Browser;
let sessionId = 0;
const t = textIn("fi");
const PHOTOS = 6;

beforeAll(async () => {
  program = await startProgram();
  await makeRegister(program);
  browser = await openBrowser();
  sessionId = await importDrawn(program, browser, "Koskelan koulu 3B", {
    count: PHOTOS,
    width: 600,
    height: 400,
  });
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function marks(): Promise<FrameCell[]> {
  const { ids } = await program.call("frame_index", {
    sessionId,
    sort: "taken_at",
    reject: "all",
    minRating: 0,
    color: "none",
    search: "",
  });
  return (await program.call("frame_cells", { ids })).cells.sort(
    (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
  );
}

it("culls a session by keyboard: thumbnails, focus, stars, rejects, large view and back", async () => {
  const { page, faults } = await openWindow(browser, program, "fi");
  const grid = await openSession(page, "Koskelan koulu 3B", PHOTOS);
  for (const theme of ["light", "dark"] as const) {
    await show(page, theme);
    await expectAccessible(page, `photo grid, ${theme}`);
  }
  await expectNoOverflow(page, "photo grid");

  await expect.poll(() => focused(page)).toBe(0);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused(page)).toBe(1);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => focused(page)).toBe(1);
  await page.keyboard.press("3");
  await grid.getByRole("img", { name: t("frame-rating-is", { rating: 3 }) }).waitFor();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused(page)).toBe(2);
  await page.keyboard.press("x");
  await grid.getByRole("img", { name: t("frame-is-rejected") }).waitFor();
  await expect
    .poll(async () => (await marks()).map((cell) => [cell.rating, cell.isRejected]))
    .toEqual([[0, false], [3, false], [0, true], ...Array.from({ length: PHOTOS - 3 }, () => [0, false])]);
  await expectAccessible(page, "photo grid with marks");

  await page.keyboard.press("Enter");
  const large = page.getByRole("region", { name: t("frame-large") });
  await large.waitFor();
  await large
    .getByText((await marks())[2]?.name ?? "")
    .first()
    .waitFor();
  await expectAccessible(page, "large view");
  await page.keyboard.press("Escape");
  await large.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe(2);
  expect(faults).toEqual([]);
});
