import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { CameraClockDto } from "../../api";
import { wireError } from "../../platform/fake";
import type { FakeAnswers } from "../../platform/fake";
import { cellOf } from "../../testing/work";
import { expectAccessible, renderView } from "../../testing/render";
import { ClocksDialog } from "./ClocksDialog";

const MORNING = new Date(2026, 8, 3, 8, 41, 7).getTime();
const HOUR = 3_600_000;
const canon: CameraClockDto = {
  cameraId: 4,
  camera: "Canon EOS R6",
  serial: "0120",
  frames: 12,
  firstFrameId: 1,
  firstTakenAt: MORNING,
  offsetMs: 0,
};
const nikon: CameraClockDto = {
  ...canon,
  cameraId: 5,
  camera: "NIKON Z 6II",
  serial: "6031",
  frames: 1,
  firstTakenAt: MORNING + HOUR,
  offsetMs: -HOUR,
};

async function open(answers: FakeAnswers = {}, current: number | null = null) {
  const user = userEvent.setup();
  const rendered = await renderView(<Shown current={current} />, {
    answers: {
      session_clocks: () => ({ clocks: [canon, nikon] }),
      clock_correct: ({ cameraId }) => ({ beforeMs: cameraId === 5 ? -HOUR : 0 }),
      ...answers,
    },
  });
  await screen.findByRole("dialog", { name: "Camera clocks" });
  return { user, ...rendered };
}

function Shown({ current }: { current: number | null }) {
  const [isOpen, setOpen] = useState(true);
  return isOpen ? <ClocksDialog sessionId={11} current={current} onClose={() => setOpen(false)} /> : null;
}

const segment = (name: string, part: string) =>
  screen.findByRole("spinbutton", { name: new RegExp(`${part}, ${name}`) });

describe("clocks of cameras", () => {
  it("the right time of the first photo corrects its camera alone, and is taken back", async () => {
    const { user, platform } = await open();
    await expectAccessible(screen.getByRole("dialog"));
    expect(screen.getByText("Time of the camera’s first photo of 12")).toBeTruthy();
    expect(screen.getByText("The clock is 1 h fast.", { normalizer: plainSpaces })).toBeTruthy();
    const minute = await segment("Canon EOS R6 · 0120", "minute");
    await user.click(minute);
    await user.keyboard("43");
    expect(await screen.findByText("The clock is 2 min slow.", { normalizer: plainSpaces })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(platform.requests("clock_correct")).toEqual([
        { sessionId: 11, cameraId: 4, offsetMs: 120_000 },
        { sessionId: 11, cameraId: 4, offsetMs: 0 },
      ]),
    );
  });

  it("asks for the time of the photo that the focus is on", async () => {
    const photo = {
      ...cellOf(7),
      takenAt: MORNING + 90_000,
      camera: "NIKON Z 6II",
      serial: "6031",
      sessionId: 11,
      sessionName: "",
      clockOffsetMs: -HOUR,
      takenLocal: "",
      offsetMinutes: null,
      orientation: 1,
      exposureSeconds: null,
      fNumber: null,
      iso: null,
      focalMm: null,
      files: [],
      orders: [],
    };
    await open({ frame_get: () => photo }, 7);
    expect(await screen.findByText(`Time of the photo ${photo.name}`)).toBeTruthy();
    expect((await segment("NIKON Z 6II · 6031", "second")).textContent).toBe("37");
  });

  it("a clock that was right after all has no correction", async () => {
    const { user, platform } = await open();
    await user.click(await screen.findByRole("button", { name: "The camera’s clock was right" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(platform.requests("clock_correct")).toEqual([{ sessionId: 11, cameraId: 5, offsetMs: 0 }]),
    );
  });

  it("saves nothing that is not a whole time, and says what was refused", async () => {
    const { user, platform } = await open({
      clock_correct: () => {
        throw wireError("disk_full", { kind: "environment" });
      },
    });
    const save = screen.getByRole("button", { name: "Save" });
    await segment("Canon EOS R6 · 0120", "minute");
    expect(save).toHaveProperty("disabled", true);
    await user.click(await segment("Canon EOS R6 · 0120", "minute"));
    await user.keyboard("50");
    expect(save).toHaveProperty("disabled", false);
    await user.click(await segment("Canon EOS R6 · 0120", "minute"));
    await user.keyboard("{Backspace}{Backspace}");
    await user.click(await segment("NIKON Z 6II · 6031", "minute"));
    expect(await screen.findByText("Type the whole date and time.")).toBeTruthy();
    expect(save).toHaveProperty("disabled", true);
    await user.click(await segment("Canon EOS R6 · 0120", "day"));
    await user.keyboard("03092026084950");
    await user.click(save);
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
    expect(platform.requests("clock_correct")).toHaveLength(1);
    expect(screen.getByRole("dialog")).toBeTruthy();
  });

  it("what was corrected before another camera was refused can be taken back", async () => {
    const offsets = new Map([
      [4, 0],
      [5, -HOUR],
    ]);
    const { user, platform } = await open({
      session_clocks: () => ({
        clocks: [canon, nikon].map((clock) => ({
          ...clock,
          offsetMs: offsets.get(clock.cameraId) ?? 0,
          firstTakenAt: MORNING + (offsets.get(clock.cameraId) ?? 0),
        })),
      }),
      clock_correct: ({ cameraId, offsetMs }) => {
        if (cameraId === 5) throw wireError("disk_full", { kind: "environment" });
        const beforeMs = offsets.get(cameraId) ?? 0;
        offsets.set(cameraId, offsetMs);
        return { beforeMs };
      },
    });
    await user.click(await segment("Canon EOS R6 · 0120", "minute"));
    await user.keyboard("43");
    const right = await screen.findAllByRole("button", { name: "The camera’s clock was right" });
    await user.click(right[1] as HTMLElement);
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
    platform.emit({ type: "changed", changes: [{ entity: "session", ids: [11] }] });
    // what is stored by now is no change any more
    await waitFor(() => expect(platform.requests("session_clocks").length).toBeGreaterThan(1));
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(offsets.get(4)).toBe(0));
  });

  it("says so when no photo names its camera", async () => {
    await open({ session_clocks: () => ({ clocks: [] }) });
    expect(await screen.findByText(/No photo of this session names/)).toBeTruthy();
  });
});

/** Numbers and their units are kept together. */
function plainSpaces(text: string): string {
  return text.replaceAll("\u00a0", " ").trim();
}
