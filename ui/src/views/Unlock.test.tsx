import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { wireError } from "../platform/fake";
import { WhoAreYou } from "../features/firstrun/WhoAreYou";
import { keptPreferences } from "../navigation";
import { appState, member, staffList } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import Unlock from "./Unlock";

const OWNS = { name: "Öhman Sanna", role: "owner", agreedOn: "2026-08-03" } as const;
const locked = appState({ state: "locked", studioName: null, signer: null });

afterEach(() => vi.useRealTimers());

it("says that the passphrase is wrong and counts down the wait before the next attempt", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  let waitMs: number | null = null;
  const { container, platform } = await renderView(<Unlock />, {
    answers: {
      app_state: () => ({ ...locked, waitMs }),
      register_unlock: () => {
        waitMs = 4000;
        throw wireError("wrong_passphrase");
      },
    },
  });
  const field = await screen.findByLabelText<HTMLInputElement>("Passphrase");
  await user.type(field, "wrong{Enter}");
  await screen.findByText(/^That passphrase does not open the register\. Check Caps Lock/);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 5]);
  await screen.findByText("Wait 4 more seconds.");
  expect(screen.getByRole("button", { name: "Unlock" })).toHaveProperty("disabled", true);
  await user.keyboard("{Enter}");
  expect(platform.requests("register_unlock")).toHaveLength(1);
  await act(() => vi.advanceTimersByTimeAsync(2200));
  expect(screen.getByRole("timer").textContent).toMatch(/2 more seconds|one more second/);
  await act(() => vi.advanceTimersByTimeAsync(2200));
  expect(screen.queryByRole("timer")).toBeNull();
  expect(screen.getByRole("button", { name: "Unlock" })).toHaveProperty("disabled", false);
  vi.useRealTimers();
  await expectAccessible(container);
});

it("opens with the recovery code, and shows the demonstration's passphrase only on its own register", async () => {
  const user = userEvent.setup();
  const { platform } = await renderView(<Unlock />, {
    answers: {
      app_state: () => ({ ...locked, existing: ["studio", "demonstration"] }),
      register_choose: ({ register }) => ({
        ...locked,
        existing: ["studio", "demonstration"],
        register,
        demonstrationPassphrase: "esittelykuvaamo",
      }),
      register_unlock_with_recovery: () => appState(),
    },
  });
  await screen.findByLabelText("Passphrase");
  expect(screen.queryByText("esittelykuvaamo")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Demonstration studio" }));
  await screen.findByText("esittelykuvaamo");
  await user.click(screen.getByRole("button", { name: "Recovery code" }));
  await user.type(screen.getByLabelText("Recovery code from the sheet"), "K7Q2M-9XW4D{Enter}");
  await waitFor(() =>
    expect(platform.requests("register_unlock_with_recovery")).toEqual([{ code: "K7Q2M-9XW4D" }]),
  );
});

const WORDS = "seven grey crows on a fence";

it("signs in whoever is picked, and remembers them for the next time", async () => {
  const user = userEvent.setup();
  const people = [
    { staffId: 1, name: "Öhman Sanna", hasKeychain: false },
    { staffId: 7, name: "Virtanen Mikko", hasKeychain: false },
  ];
  const { platform } = await renderView(<Unlock />, {
    answers: {
      app_state: () => ({ ...locked, signIns: people }),
      register_unlock: () => appState(),
    },
  });
  await user.click(await screen.findByRole("button", { name: /Name/ }));
  const names = screen.getAllByRole("option").map((option) => option.textContent);
  expect(names).toEqual(["Öhman Sanna", "Virtanen Mikko"].sort(new Intl.Collator("en-FI").compare));
  await user.click(screen.getByRole("option", { name: "Virtanen Mikko" }));
  await user.type(screen.getByLabelText("Passphrase"), `${WORDS}{Enter}`);
  await waitFor(() =>
    expect(platform.requests("register_unlock")).toEqual([{ staffId: 7, passphrase: WORDS }]),
  );
  await waitFor(() => expect(keptPreferences()["sign-in.last"]).toBe("7"));
});

it("offers the keychain to whom it opens for, and says when it does not", async () => {
  const user = userEvent.setup();
  let isLocked = true;
  const people = [
    { staffId: 1, name: "Öhman Sanna", hasKeychain: true },
    { staffId: 7, name: "Virtanen Mikko", hasKeychain: false },
  ];
  const { container, platform } = await renderView(<Unlock />, {
    answers: {
      app_state: () => ({ ...locked, signIns: people }),
      register_unlock_with_keychain: () => {
        if (isLocked) throw wireError("keychain_locked", { kind: "environment" });
        return appState();
      },
    },
  });
  const offered = await screen.findByRole("button", { name: "Open without passphrase" });
  await expectAccessible(container);
  await user.click(offered);
  await screen.findByText("This computer’s keychain is locked.");
  isLocked = false;
  await user.click(offered);
  await waitFor(() =>
    expect(platform.requests("register_unlock_with_keychain")).toEqual([{ staffId: 1 }, { staffId: 1 }]),
  );
  await waitFor(() => expect(keptPreferences()["sign-in.last"]).toBe("1"));
});

it("leaves the passphrase at hand while the keychain does not answer", async () => {
  const user = userEvent.setup();
  const { platform } = await renderView(<Unlock />, {
    answers: {
      app_state: () => ({ ...locked, signIns: [{ staffId: 1, name: "Öhman Sanna", hasKeychain: true }] }),
      register_unlock_with_keychain: () => new Promise<never>(() => undefined),
      register_unlock: () => appState(),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Open without passphrase" }));
  await user.type(screen.getByLabelText("Passphrase"), "kaksi vanhaa polkupyörää");
  await user.click(screen.getByRole("button", { name: "Unlock" }));
  await waitFor(() =>
    expect(platform.requests("register_unlock")).toEqual([
      { staffId: 1, passphrase: "kaksi vanhaa polkupyörää" },
    ]),
  );
});

it("does not offer it to anybody else", async () => {
  await renderView(<Unlock />, {
    answers: {
      app_state: () => ({
        ...locked,
        signIns: [
          { staffId: 12, name: "Virtanen Mikko", hasKeychain: false },
          { staffId: 13, name: "Öhman Sanna", hasKeychain: true },
        ],
      }),
    },
  });
  await screen.findByLabelText("Passphrase");
  expect(screen.queryByRole("button", { name: "Open without passphrase" })).toBeNull();
});

it("asks for the code on a computer to which the register was brought", async () => {
  const user = userEvent.setup();
  const { container, platform } = await renderView(<Unlock />, {
    answers: {
      app_state: () => ({ ...locked, signIns: [] }),
      register_unlock_with_recovery: () => appState(),
    },
  });
  await screen.findByText(/The passphrase does not open the register on this computer/);
  expect(screen.queryByLabelText("Passphrase")).toBeNull();
  await expectAccessible(container);
  await user.type(screen.getByLabelText("Recovery code from the sheet"), "K7Q2M-9XW4D{Enter}");
  await waitFor(() =>
    expect(platform.requests("register_unlock_with_recovery")).toEqual([{ code: "K7Q2M-9XW4D" }]),
  );
});

it("leads to the code when the passphrase turns out to be another computer's", async () => {
  const user = userEvent.setup();
  await renderView(<Unlock />, {
    answers: {
      app_state: () => locked,
      register_unlock: () => {
        throw wireError("device_secret_missing", { kind: "environment" });
      },
    },
  });
  await user.type(await screen.findByLabelText("Passphrase"), `${WORDS}{Enter}`);
  await screen.findByText(/Unlock it with the recovery code/);
  await user.click(screen.getByRole("button", { name: "Recovery code" }));
  await screen.findByLabelText("Recovery code from the sheet");
});

it("after the code asks who it is, and goes on under that name with a passphrase for this computer", async () => {
  const user = userEvent.setup();
  const { container, platform } = await renderView(<WhoAreYou onSkip={() => undefined} />, {
    answers: {
      staff_list: () => staffList([member(1, "Öhman Sanna", { fields: OWNS }), member(7, "Virtanen Mikko")]),
      passphrase_rate: () => ({ score: 4, isSufficient: true, warning: null }),
      sign_in_by_name: () => appState(),
    },
  });
  await user.click(await screen.findByRole("button", { name: /Name/ }));
  await user.click(screen.getByRole("option", { name: "Virtanen Mikko" }));
  for (const field of [/^Passphrase for this computer/, /^Passphrase again/]) {
    await user.click(screen.getByLabelText(field));
    await user.paste(WORDS);
  }
  await expectAccessible(container);
  const goOn = screen.getByRole("button", { name: "Continue" });
  await waitFor(() => expect(goOn).toHaveProperty("disabled", false));
  await user.click(goOn);
  await waitFor(() => expect(platform.requests("sign_in_by_name")).toEqual([{ id: 7, passphrase: WORDS }]));
});

it("a register whose people have no owner gets one before anybody else", async () => {
  await renderView(<WhoAreYou onSkip={() => undefined} />, {
    answers: { staff_list: () => staffList([member(4, "Otto Björk", { status: "waiting" })]) },
  });
  expect(await screen.findByLabelText(/^Your name/)).toBeTruthy();
  expect(screen.queryByText("Otto Björk")).toBeNull();
});

it("a register without staff gets its owner, who needs the date of the agreement", async () => {
  const user = userEvent.setup();
  const { platform } = await renderView(<WhoAreYou onSkip={() => undefined} />, {
    answers: {
      staff_list: () => staffList([]),
      passphrase_rate: () => ({ score: 4, isSufficient: true, warning: null }),
      owner_check: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "agreedOn", problem: "required" }],
        });
      },
    },
  });
  await user.type(await screen.findByLabelText(/^Your name/), "Sanna Öhman");
  for (const field of [/^Passphrase for this computer/, /^Passphrase again/]) {
    await user.click(screen.getByLabelText(field));
    await user.paste(WORDS);
  }
  const goOn = screen.getByRole("button", { name: "Continue" });
  await waitFor(() => expect(goOn).toHaveProperty("disabled", false));
  await user.click(goOn);
  await waitFor(() => expect(platform.requests("owner_check")).toHaveLength(1));
  expect(platform.requests("staff_add")).toEqual([]);
});
