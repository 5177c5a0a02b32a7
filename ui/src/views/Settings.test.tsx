import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { wireError } from "../platform/fake";
import { appState, owner } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import { KeychainSettings } from "../features/settings/KeychainSettings";

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
