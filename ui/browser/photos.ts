/** Photos drawn in the browser, a session made of them, and its grid on screen. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { taskDone, type Program } from "./program";
import { textIn } from "./window";

export interface Drawn {
  count: number;
  width: number;
  height: number;
}

async function draw(program: Program, browser: Browser, photos: Drawn): Promise<void> {
  const page = await browser.newPage();
  const drawn = await page.evaluate(({ count, width, height }) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext("2d");
    if (!pen) return [];
    return Array.from({ length: count }, (_, index) => {
      pen.fillStyle = `hsl(${index * 55} 60% 60%)`;
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = "black";
      pen.fillRect(width * (0.1 + index * 0.1), height * 0.3, width * 0.15, height * 0.5);
      return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
    });
  }, photos);
  await page.close();
  for (const [index, text] of drawn.entries())
    await writeFile(join(program.importFolder, `KOS_100${index}.JPG`), Buffer.from(text, "base64"));
}

/** Draws up to ten photos and imports them as a new session; its id. */
export async function importDrawn(
  program: Program,
  browser: Browser,
  name: string,
  photos: Drawn,
): Promise<number> {
  await draw(program, browser, photos);
  const { token } = await program.call("folder_choose", { purpose: "import" });
  const planning = await program.call("import_plan_start", { folder: token ?? "" });
  const planned = await taskDone(program, planning.task);
  const plan = await program.call("import_plan_get", { plan: planned.result?.plan ?? "" });
  if (plan.newFiles !== photos.count) throw new Error(`${plan.newFiles} new files, not ${photos.count}`);
  const started = await program.call("import_start", {
    plans: [plan.plan],
    sessionId: null,
    name,
    photographer: "Kuvaamo Esimerkki Oy",
    jobId: null,
  });
  for (const { task } of started.imports) await taskDone(program, task);
  return started.sessionId;
}

/** The grid of a session in the Finnish window, once all of its pictures are there. */
export async function openSession(page: Page, name: string, count: number): Promise<Locator> {
  const t = textIn("fi");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("app-nav-sessions") })
    .click();
  await page.getByRole("row").filter({ hasText: name }).dblclick();
  await page.waitForFunction((all) => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>("[role='grid'] img")];
    return pictures.length === all && pictures.every((one) => one.complete && one.naturalWidth > 0);
  }, count);
  return page.getByRole("grid", { name: t("frame-grid") });
}

/** Place of the photo that has the focus in a grid; -1 when none has. */
export const focused = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.getAttribute("data-index") ?? -1));
