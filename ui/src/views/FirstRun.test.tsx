import { screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { wireError } from "../platform/fake";
import { appState } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import FirstRun from "./FirstRun";

const absent = appState({ state: "absent", existing: [], studioName: null });
/** Pasted over what stands there. */
async function fill(user: UserEvent, field: HTMLElement, text: string) {
  await user.tripleClick(field);
  await user.paste(text);
}

const groups = ["K7Q2M", "9XW4D", "T3HBN"];

it("makes a register: the register's own field errors, a rated passphrase, the code shown once and typed back", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<FirstRun />, {
    answers: {
      app_state: () => absent,
      passphrase_rate: ({ passphrase }) => ({
        score: passphrase.length > 11 ? 4 : 1,
        isSufficient: passphrase.length > 11,
        warning: passphrase.length > 11 ? null : "too_short",
      }),
      studio_check: ({ fields }) => {
        if (fields.businessId !== "1234567-1")
          throw wireError("invalid_fields", {
            kind: "invalid",
            fields: [{ field: "businessId", problem: "not_business_id" }],
          });
        return {};
      },
      owner_check: () => ({}),
      register_create: () => ({ groups, qr: { size: 2, modules: "1001" } }),
      register_create_confirm: () => appState(),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Create the register" }));
  await fill(user, screen.getByLabelText(/^Studio name/), "Kuvaamo Esimerkki Oy");
  await fill(user, screen.getByLabelText(/^Business ID/), "1234567-2");
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await screen.findByText(/Business ID does not add up/);
  await expectAccessible(container);

  await fill(user, screen.getByLabelText(/^Business ID/), "1234567-1");
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await fill(user, await screen.findByLabelText(/^Your name/), "Sanna Öhman");
  const passphrase = await screen.findByLabelText(/^Passphrase \*|^Passphrase$/);
  await fill(user, passphrase, "short");
  await screen.findByText(/Too short/);
  expect(screen.getByRole("button", { name: "Make the recovery code" })).toHaveProperty("disabled", true);
  await fill(user, passphrase, "coffee snow stair boat");
  await fill(user, screen.getByLabelText(/^Passphrase again/), "coffee snow stair boat");
  await screen.findByText("Very strong.");
  await user.click(screen.getByRole("button", { name: "Make the recovery code" }));

  await screen.findByText("K7Q2M");
  expect(screen.getByRole("img", { name: "The recovery code as a QR code" })).toBeTruthy();
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "I have it on paper" }));
  expect(screen.queryByText("K7Q2M")).toBeNull();
  await user.type(screen.getByLabelText("Recovery code from the sheet"), "K7Q2M 9XW4D T3HBN{Enter}");
  await waitFor(() =>
    expect(platform.requests("register_create_confirm")).toEqual([{ code: "K7Q2M 9XW4D T3HBN" }]),
  );
}, 60_000);

it("asks before a made register is given up", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<FirstRun />, {
    answers: {
      app_state: () => ({ ...absent, state: "unconfirmed" }),
      register_create_abandon: () => absent,
    },
  });
  await user.click(await screen.findByRole("button", { name: "Stop creating" }));
  await user.click(await screen.findByRole("button", { name: "Go on creating" }));
  expect(platform.requests("register_create_abandon")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Stop creating" }));
  await user.click(await screen.findByRole("button", { name: "Destroy the unfinished register" }));
  await waitFor(() => expect(platform.requests("register_create_abandon")).toHaveLength(1));
});

it("destroys nothing when creating is given up before anything is made", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<FirstRun />, { answers: { app_state: () => absent } });
  await user.click(await screen.findByRole("button", { name: "Create the register" }));
  await user.type(await screen.findByLabelText(/^Studio name/), "Kuvaamo");
  await user.click(screen.getByRole("button", { name: "Stop creating" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.queryByRole("button", { name: "Destroy the unfinished register" })).toBeNull();
  await user.click(dialog.getByRole("button", { name: "Stop creating" }));
  expect(await screen.findByRole("button", { name: "Create the register" })).toBeTruthy();
  expect(platform.calls.map((call) => call.method)).not.toContain("register_create_abandon");
});

it("switches the language at once and shows how the demonstration studio is being made", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<FirstRun />, {
    answers: {
      app_state: () => absent,
      settings_set: (settings) => ({ ...absent, settings }),
      demonstration_open: () => ({ task: 9 }),
      task_list: () => ({
        tasks: [
          taskOf({
            kind: "demonstration_studio",
            subject: "Kuvaamo Esimerkki Oy",
            done: 12,
            total: 60,
            startedAt: 0,
          }),
        ],
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Svenska" }));
  await waitFor(() =>
    expect(platform.requests("settings_set")).toEqual([
      { language: "sv", theme: "light", lockAfterMinutes: 10 },
    ]),
  );
  await user.click(screen.getByRole("button", { name: "Open the demonstration" }));
  await screen.findByText("12 of 60 photos");
  await expectAccessible(container);
});
