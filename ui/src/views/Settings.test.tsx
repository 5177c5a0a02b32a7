import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { SecondCopyDto } from "../api";
import { wireError } from "../platform/fake";
import { appState, owner } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import { KeychainSettings } from "../features/settings/KeychainSettings";
import { SecondCopySettings } from "../features/settings/SecondCopySettings";

const WORDS = "seven grey crows on a fence";

it("unlocking without passphrase is off, says what it means, and is turned on with the passphrase alone", async () => {
  const user = userEvent.setup();
  let isEnabled = false;
  const { container, platform } = await renderView(<KeychainSettings />, {
    answers: {
      app_state: () => appState({ signer: owner }),
      keychain_get: () => ({ isEnabled }),
      keychain_enable: () => ({ isEnabled: (isEnabled = true) }),
      keychain_disable: () => ({ isEnabled: (isEnabled = false) }),
    },
  });
  await screen.findByText("Turned off for this computer.");
  await screen.findByText(/Everybody who gets into the computer with your account/);
  await expectAccessible(container);
  const turnOn = screen.getByRole("button", { name: "Turn on" });
  expect(turnOn).toHaveProperty("disabled", true);
  await user.type(screen.getByLabelText("Your passphrase"), `${WORDS}{Enter}`);
  await waitFor(() => expect(platform.requests("keychain_enable")).toEqual([{ passphrase: WORDS }]));
  await screen.findByText("Turned on for this computer.");
  expect(screen.queryByLabelText("Your passphrase")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Turn off" }));
  await screen.findByText("Turned off for this computer.");
  expect(screen.getByLabelText<HTMLInputElement>("Your passphrase").value).toBe("");
});

it("a keychain that refuses is named, and it stays off", async () => {
  const user = userEvent.setup();
  await renderView(<KeychainSettings />, {
    answers: {
      keychain_get: () => ({ isEnabled: false }),
      keychain_enable: () => {
        throw wireError("keychain_locked", { kind: "environment" });
      },
    },
  });
  await user.type(await screen.findByLabelText("Your passphrase"), `${WORDS}{Enter}`);
  await screen.findByText("This computer’s keychain is locked.");
  expect(screen.getByText("Turned off for this computer.")).toBeTruthy();
});

const OFF: SecondCopyDto = { folder: null, files: 1284, missing: 1284, fault: null };
const ON: SecondCopyDto = { ...OFF, folder: "/media/kuvaamo/Varalevy" };

it("copies to another disk are off until a folder is chosen, and what is there already is copied at once", async () => {
  const user = userEvent.setup();
  let state = OFF;
  const { container, platform } = await renderView(<SecondCopySettings />, {
    answers: {
      app_state: () => appState({ signer: owner }),
      second_copy_get: () => state,
      folder_choose: () => ({ token: "folder-1", label: "/media/kuvaamo/Varalevy" }),
      second_copy_set: () => (state = ON),
      second_copy_start: () => ({ task: 5 }),
      second_copy_stop: () => (state = OFF),
      task_list: () => ({ tasks: [] }),
    },
  });
  await screen.findByText("Not in use.");
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Choose a folder…" }));
  await waitFor(() => expect(platform.requests("second_copy_start")).toHaveLength(1));
  expect(platform.requests("folder_choose")).toEqual([{ purpose: "second_copy" }]);
  expect(platform.requests("second_copy_set")).toEqual([{ folder: "folder-1" }]);
  platform.emit({ type: "changed", changes: [{ entity: "studio", ids: [1] }] });
  await screen.findByText("1,284 files have no copy.");
  await expectAccessible(container);

  state = { ...ON, missing: 0 };
  platform.emit({ type: "changed", changes: [{ entity: "studio", ids: [1] }] });
  await screen.findByText("All 1,284 files are copied.");
  expect(screen.queryByRole("button", { name: "Copy what is missing" })).toBeNull();

  await user.click(screen.getByRole("button", { name: "Stop copying" }));
  const dialog = await screen.findByRole("dialog");
  expect(platform.requests("second_copy_stop")).toHaveLength(0);
  await user.click(within(dialog).getByRole("button", { name: "Stop copying" }));
  await waitFor(() => expect(platform.requests("second_copy_stop")).toHaveLength(1));
});

it("a disk that is away is named, the rest is copied later, and a folder of the same disk is refused", async () => {
  const user = userEvent.setup();
  const { platform } = await renderView(<SecondCopySettings />, {
    answers: {
      app_state: () => appState({ signer: owner }),
      second_copy_get: () => ({ ...ON, missing: 3, fault: "folder_missing" }),
      folder_choose: () => ({ token: "folder-2", label: "/home" }),
      second_copy_set: () => {
        throw wireError("same_disk", { kind: "environment" });
      },
      second_copy_start: () => ({ task: 5 }),
      task_list: () => ({ tasks: [] }),
    },
  });
  await screen.findByText(/The folder of the copies is not there/);
  await user.click(screen.getByRole("button", { name: "Copy what is missing" }));
  await waitFor(() => expect(platform.requests("second_copy_start")).toHaveLength(1));
  await user.click(screen.getByRole("button", { name: "Change the folder…" }));
  await screen.findByText(/The folder is on the register’s own disk/);
});

it("while copies are made, it shows how many and can be cancelled", async () => {
  const task = taskOf({ kind: "second_copy", done: 12, total: 40 });
  await renderView(<SecondCopySettings />, {
    answers: { second_copy_get: () => ON, task_list: () => ({ tasks: [task] }) },
  });
  await screen.findByText("Copying to the other disk");
  await screen.findByText(/12 \/ 40/);
  expect(screen.queryByRole("button", { name: "Copy what is missing" })).toBeNull();
});
