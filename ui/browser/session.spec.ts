import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FrameCell } from "../src/api/generated";
import { makeRegister, startProgram, taskDone, type Program } from "./program";
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
  await drawPhotos();
  sessionId = await importPhotos();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function drawPhotos(): Promise<void> {
  const page = await browser.newPage();
  const drawn = await page.evaluate((count) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [600, 400];
    const pen = canvas.getContext("2d");
    if (!pen) return [];
    return Array.from({ length: count }, (_, index) => {
      pen.fillStyle = `hsl(${index * 55} 60% 60%)`;
      pen.fillRect(0, 0, 600, 400);
      pen.fillStyle = "black";
      pen.fillRect(50 + index * 60, 120, 90, 200);
      return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
    });
  }, PHOTOS);
  await page.close();
  for (const [index, text] of drawn.entries())
    await writeFile(join(program.importFolder, `KOS_100${index}.JPG`), Buffer.from(text, "base64"));
}

async function importPhotos(): Promise<number> {
  const { token } = await program.call("folder_choose", { purpose: "import" });
  const planning = await program.call("import_plan_start", { folder: token ?? "" });
  const planned = await taskDone(program, planning.task);
  const plan = await program.call("import_plan_get", { plan: planned.result?.plan ?? "" });
  expect(plan.newFiles).toBe(PHOTOS);
  const started = await program.call("import_start", {
    plans: [plan.plan],
    sessionId: null,
    name: "Koskelan koulu 3B",
    photographer: "Kuvaamo Esimerkki Oy",
    jobId: null,
  });
  for (const { task } of started.imports) await taskDone(program, task);
  return started.sessionId;
}

const focused = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.getAttribute("data-index") ?? -1));

async function marks(): Promise<FrameCell[]> {
  const { ids } = await program.call("frame_index", {
    sessionId,
    sort: "taken_at",
    reject: "all",
    minRating: 0,
    search: "",
  });
  return (await program.call("frame_cells", { ids })).cells.sort(
    (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
  );
}

it("culls a session by keyboard: thumbnails, focus, stars, rejects, large view and back", async () => {
  const { page, faults } = await openWindow(browser, program, "fi");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("app-nav-sessions") })
    .click();
  await page.getByRole("row").filter({ hasText: "Koskelan koulu 3B" }).dblclick();

  const grid = page.getByRole("grid", { name: t("frame-grid") });
  await expect.poll(() => grid.getByRole("gridcell").count()).toBe(PHOTOS);
  await page.waitForFunction((count) => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>("[role='grid'] img")];
    return pictures.length === count && pictures.every((one) => one.complete && one.naturalWidth > 0);
  }, PHOTOS);
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
