/**
 * The photo grid with a session of many frames, walked by keys and scrolled by wheel; then the large view, from photo to
 * photo.
 *
 * From the browser's time stamp of a key press to the focus of the next cell, queueing included. And the main
 * thread's processor time from one frame to the next while the wheel turns: everything that runs there, scripts, styles,
 * layout, painting and collecting garbage, as the browser's own trace tells it; rastering is other threads' work. What the
 * page holds: the most cells in it at any moment, and the memory of its scripts after all of it. In the large view: from the
 * time stamp of a key press to the frame in which the next photo's preview stands there decoded, once its neighbours were
 * read, as they are while somebody looks at a photo. And the first screen: from the double click on a session to the frame in
 * which every picture on a large screen is there, in a page that has none of them yet.
 */
import { writeFile } from "node:fs/promises";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, textIn, USUAL } from "../browser/window";

const address = process.env.KONTAKTI_ADDRESS ?? "";
const passphrase = process.env.KONTAKTI_PASSPHRASE ?? "";
const session = process.env.KONTAKTI_SESSION ?? "";
const report = process.env.KONTAKTI_REPORT ?? "";
const t = textIn("fi");

/** Along a row, down through rows that come into view, a page at a time, and back. */
const WALK = [
  ...Array<string>(120).fill("ArrowRight"),
  ...Array<string>(120).fill("ArrowDown"),
  ...Array<string>(40).fill("PageDown"),
  ...Array<string>(60).fill("ArrowUp"),
  ...Array<string>(60).fill("ArrowLeft"),
];
/** From photo to photo in the large view. */
const LARGE_WALK = [...Array<string>(60).fill("ArrowRight"), ...Array<string>(20).fill("ArrowLeft")];
/** Of cells, so that 60 are on a large screen, and as they usually are. */
const SMALL = 120;
const USUAL_SIZE = 184;
const LARGE = { width: 1920, height: 1080 };
const OPENINGS = 5;
const TURNS = 240;
const PIXELS_A_TURN = 120;

let browser: Browser;
let page: Page;
const found: Record<string, number> = {};

async function call(method: string, body: unknown): Promise<void> {
  const answer = await fetch(`${address}/api/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method}: ${await answer.text()}`);
}

beforeAll(async () => {
  await call("register_unlock", { staffId: 1, passphrase });
  await call("settings_set", { language: "fi", theme: "light", lockAfterMinutes: 10 });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: USUAL, locale: "fi-FI" });
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  await page.getByRole("row").filter({ hasText: session }).dblclick();
  await page.getByRole("grid", { name: t("frame-grid") }).waitFor();
  await pictures();
  await page.evaluate(() => {
    const count = () => document.querySelectorAll("[role='gridcell']").length;
    Object.assign(window, { mostCells: count() });
    const note = () =>
      Object.assign(window, {
        mostCells: Math.max((window as unknown as { mostCells: number }).mostCells, count()),
      });
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  });
});
afterAll(async () => {
  await browser?.close();
  if (report) await writeFile(report, JSON.stringify(found));
});

/** Waits until every picture on screen is there. */
async function pictures(): Promise<void> {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll<HTMLImageElement>("[role='grid'] img")];
    return all.length > 8 && all.every((one) => one.complete && one.naturalWidth > 0);
  });
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

it("shows the first screen", async () => {
  await call("preference_set", { key: "frames.size", value: String(SMALL) });
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    // another page each time, so that no picture is at hand
    const other = await browser.newPage({ viewport: LARGE, locale: "fi-FI" });
    await other.goto(address);
    const row = other.getByRole("row").filter({ hasText: session });
    await row.waitFor();
    await other.evaluate(() => {
      addEventListener(
        "dblclick",
        (event) => {
          const look = () => {
            const grid = document.querySelector("[role='grid'][aria-colcount]")?.getBoundingClientRect();
            const shown = [...document.querySelectorAll("[role='gridcell']")].filter((cell) => {
              const { top } = cell.getBoundingClientRect();
              return grid !== undefined && top >= grid.top && top < grid.bottom;
            });
            const pictures = shown.map((cell) => cell.querySelector("img"));
            if (shown.length < 60 || pictures.some((one) => !one?.complete || one.naturalWidth === 0))
              return void requestAnimationFrame(look);
            Object.assign(window, { firstScreen: performance.now() - event.timeStamp });
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
    await row.dblclick();
    const taken = () => other.evaluate(() => (window as unknown as { firstScreen?: number }).firstScreen);
    await expect.poll(taken, { interval: 20, timeout: 30_000 }).toBeGreaterThan(0);
    times.push((await taken()) ?? NaN);
    await other.close();
  }
  found.firstScreenMs = percentile(times, 50);
  await call("preference_set", { key: "frames.size", value: String(USUAL_SIZE) });
});

it("walks by keys", async () => {
  await page.evaluate(() => {
    const times: number[] = [];
    let pressed: number | null = null;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
    addEventListener(
      "focusin",
      () => {
        if (pressed !== null) times.push(performance.now() - pressed);
        pressed = null;
      },
      true,
    );
    Object.assign(window, { keyTimes: times });
  });
  const taken = () => page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  await page.locator("[role='gridcell'][tabindex='0']").focus();
  for (const [count, key] of WALK.entries()) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await taken()).length, { interval: 5 }).toBe(count + 1);
  }
  const times = await taken();
  found.keyToFocusP50Ms = percentile(times, 50);
  found.keyToFocusP95Ms = percentile(times, 95);
  found.keyToFocusMaxMs = Math.max(...times);
});

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

async function traced(work: () => Promise<void>): Promise<TraceEvent[]> {
  const client: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
    },
  });
  await work();
  const complete = new Promise<void>((done) => client.once("Tracing.tracingComplete", () => done()));
  await client.send("Tracing.end");
  await complete;
  await client.detach();
  return events;
}

/** Milliseconds of processor time on the page's main thread from each frame's commit to the next one's. */
function workAFrame(events: readonly TraceEvent[]): number[] {
  const commits = events.filter(({ name }) => name === "Commit").sort((a, b) => a.ts - b.ts);
  // the browser's own pages commit now and then too
  const count = (pid: number) => commits.filter((commit) => commit.pid === pid).length;
  const page = [...new Set(commits.map(({ pid }) => pid))].sort((a, b) => count(b) - count(a))[0];
  const frames = commits.filter(({ pid }) => pid === page);
  const main = frames[0];
  if (!main) throw new Error("the trace has no frames");
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && pid === main.pid && tid === main.tid,
    )
    .sort((a, b) => a.ts - b.ts);
  const work: number[] = [];
  let next = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const isFrame = (frames[next]?.ts ?? Infinity) < ts + dur;
    while ((frames[next]?.ts ?? Infinity) < ts + dur) next += 1;
    if (isFrame) work.push(0);
    if (work.length > 0) work.push((work.pop() ?? 0) + tdur / 1_000);
  }
  return work;
}

it("scrolls by wheel", async () => {
  await page.keyboard.press("Home");
  await pictures();
  const box = await page.getByRole("grid", { name: t("frame-grid") }).boundingBox();
  if (!box) throw new Error("the grid is not on screen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const events = await traced(async () => {
    for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, PIXELS_A_TURN);
  });
  const scrolled = await page.getByRole("grid", { name: t("frame-grid") }).evaluate((grid) => grid.scrollTop);
  expect(scrolled).toBeGreaterThan(TURNS * PIXELS_A_TURN * 0.9);
  const work = workAFrame(events);
  expect(work.length).toBeGreaterThan(60);
  found.scrollFrames = work.length;
  found.scrollWorkP50Ms = percentile(work, 50);
  found.scrollWorkP95Ms = percentile(work, 95);
  found.scrollWorkMaxMs = Math.max(...work);
});

it("goes from photo to photo in the large view", async () => {
  let underWay = 0;
  const isPreview = (url: string) => url.includes("/photo/preview/");
  page.on("request", (request) => (underWay += isPreview(request.url()) ? 1 : 0));
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", (request) => (underWay -= isPreview(request.url()) ? 1 : 0));
  const isRead = () => expect.poll(() => underWay, { interval: 5 }).toBe(0);

  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { photoTimes: times });
    const shown = () => document.querySelector<HTMLImageElement>("[data-large-view] img[src*='/preview/']");
    let before: string | undefined;
    addEventListener(
      "keydown",
      (event) => {
        before = shown()?.src;
        const look = () => {
          const image = shown();
          if (!image || image.src === before || !image.complete || image.naturalWidth === 0)
            return void requestAnimationFrame(look);
          times.push(performance.now() - event.timeStamp);
        };
        requestAnimationFrame(look);
      },
      true,
    );
  });
  const taken = () => page.evaluate(() => (window as unknown as { photoTimes: number[] }).photoTimes);
  await page.getByRole("grid", { name: t("frame-grid") }).evaluate((grid) => (grid.scrollTop = 0));
  await pictures();
  await page.locator("[role='gridcell'][tabindex='0']").focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await taken()).length, { interval: 5 }).toBe(1);
  for (const [count, key] of LARGE_WALK.entries()) {
    await isRead();
    await page.keyboard.press(key);
    await expect.poll(async () => (await taken()).length, { interval: 5 }).toBe(count + 2);
  }
  const times = (await taken()).slice(1);
  found.photoToPhotoP50Ms = percentile(times, 50);
  found.photoToPhotoP95Ms = percentile(times, 95);
  found.photoToPhotoMaxMs = Math.max(...times);
  await page.keyboard.press("Escape");
});

it("holds no more than what is on screen", async () => {
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client
    .send("Performance.enable")
    .then(() => client.send("Performance.getMetrics"));
  found.scriptMegabytes = (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? NaN) / 1e6;
  found.mostCells = await page.evaluate(() => (window as unknown as { mostCells: number }).mostCells);
});
