import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { StaffMemberDto } from "../api";
import { wireError } from "../platform/fake";
import { appState, member, owner, staffList } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import Staff from "./Staff";

const WORDS = "seven grey crows on a fence";
const waiting = (part: Partial<StaffMemberDto> = {}) =>
  member(7, "Mikko Virtanen", { status: "waiting", hasPassphraseHere: false, ...part });

it("lists those who may sign in before those who wait and those who left", async () => {
  const { container } = await renderView(<Staff />, {
    path: "/staff",
    answers: {
      staff_list: () =>
        staffList([
          member(5, "Aino Virtanen", { status: "left", leftOn: "2026-05-29", hasPassphraseHere: false }),
          waiting({ fields: { name: "Mikko Virtanen", role: "viewer", agreedOn: "" } }),
          member(1, "Sanna Öhman", { isOneself: true }),
        ]),
    },
  });
  await screen.findByText("Sanna Öhman");
  const rows = within(screen.getByRole("grid")).getAllByRole("row").slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/Sanna Öhman.*Has a passphrase.*Active/),
    expect.stringMatching(/Mikko Virtanen.*Viewer.*Missing.*No passphrase.*Waiting/),
    expect.stringMatching(/Aino Virtanen.*Left/),
  ]);
  await expectAccessible(container);
});

it("activates an account only with the date of the agreement, by a passphrase typed twice", async () => {
  const user = userEvent.setup();
  let now = waiting({ fields: { name: "Mikko Virtanen", role: "viewer", agreedOn: "" } });
  const { platform, container } = await renderView(<Staff />, {
    path: "/staff/7",
    answers: {
      staff_list: () => staffList([now]),
      passphrase_rate: () => ({ score: 4, isSufficient: true, warning: null }),
      staff_admit: () => (now = { ...now, status: "active", hasPassphraseHere: true, rev: now.rev + 1 }),
    },
  });
  const activate = await screen.findByRole("button", { name: "Activate the account" });
  expect(activate).toHaveProperty("disabled", true);
  expect(screen.getByText(/Enter the date of the confidentiality agreement first/)).toBeTruthy();

  now = waiting();
  platform.emit({ type: "changed", changes: [{ entity: "staff_member", ids: [7] }] });
  await waitFor(() => expect(activate).toHaveProperty("disabled", false));
  await user.click(activate);
  const dialog = await screen.findByRole("dialog", { name: "Passphrase: Mikko Virtanen" });
  for (const field of [/^Passphrase \*|^Passphrase$/, /^Passphrase again/]) {
    await user.click(within(dialog).getByLabelText(field));
    await user.paste(WORDS);
  }
  await expectAccessible(container);
  const save = within(dialog).getByRole("button", { name: "Save the passphrase" });
  await waitFor(() => expect(save).toHaveProperty("disabled", false));
  await user.click(save);
  await screen.findByText("Signs in on this computer with a passphrase of their own.");
  expect(platform.requests("staff_admit")).toEqual([{ id: 7, passphrase: WORDS }]);
});

it("asks before an account ends, and says why it cannot", async () => {
  const user = userEvent.setup();
  const { platform } = await renderView(<Staff />, {
    path: "/staff/7",
    answers: {
      staff_list: () => staffList([member(7, "Mikko Virtanen", { rev: 4 })]),
      staff_leave: () => {
        throw wireError("last_owner");
      },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Mark as left" }));
  const question = await screen.findByRole("alertdialog", { name: "Mark Mikko Virtanen as left?" });
  await user.click(within(question).getByRole("button", { name: "Do not mark" }));
  expect(platform.requests("staff_leave")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Mark as left" }));
  await user.click(await screen.findByRole("button", { name: "End the account" }));
  await screen.findByText(/The register needs an owner/);
  expect(platform.requests("staff_leave")).toEqual([{ id: 7, rev: 4 }]);
});

it("shows whoever may only look why nothing can be changed", async () => {
  await renderView(<Staff />, {
    path: "/staff/7",
    answers: {
      app_state: () =>
        appState({
          signer: { ...owner, role: "data_protection_contact", rights: ["signed_in", "see_staff"] },
        }),
      staff_list: () => staffList([member(7, "Mikko Virtanen")]),
    },
  });
  await screen.findByText("Your role (Data protection contact) does not allow changes here.");
  expect(screen.getByLabelText(/^Name/).closest("fieldset")).toHaveProperty("disabled", true);
  for (const name of ["Save", "Set a new passphrase", "Mark as left"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

it("says that the register needs a new key since somebody left, and makes it", async () => {
  const user = userEvent.setup();
  let rootKey = { renewedAt: null as number | null, dueSince: Date.UTC(2026, 8, 2, 9) as number | null };
  const { platform } = await renderView(<Staff />, {
    path: "/staff",
    answers: {
      staff_list: () => staffList([member(7, "Mikko Virtanen")], rootKey),
      root_key_renew: () => {
        rootKey = { renewedAt: Date.UTC(2026, 8, 3, 9), dueSince: null };
        return staffList([member(7, "Mikko Virtanen")], rootKey);
      },
    },
  });
  expect(await screen.findByText("The register needs a new key")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Make it now" }));
  expect(await screen.findByText(/^The register’s key was made on/)).toBeTruthy();
  expect(platform.requests("root_key_renew")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Make a new key…" }));
  await user.click(await screen.findByRole("button", { name: "Keep the key" }));
  expect(platform.requests("root_key_renew"), "asks before it is done for no reason").toHaveLength(1);
});
