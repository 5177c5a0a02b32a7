/** The program's own state: settings, the register's state, the studio's details. */
import type { AppState, SecondCopyDto, StudioDto } from "../../src/api/generated";
import { STAFF, signerOf } from "./staff.ts";
import { STUDIO_KIND, changed, emit, refusal, type Answers } from "./wire.ts";

let state: AppState = {
  state: STUDIO_KIND === "absent" ? "absent" : "open",
  register: "studio",
  existing: STUDIO_KIND === "absent" ? [] : ["studio", "demonstration"],
  studioName: STUDIO_KIND === "absent" ? null : "Kuvaamo Esimerkki Oy",
  demonstrationPassphrase: null,
  signIns: STAFF.filter((member) => member.hasPassphraseHere).map(({ id, fields }) => ({
    staffId: id,
    name: fields.name,
    hasKeychain: false,
  })),
  signer: signerOf(1),
  alarm: null,
  waitMs: null,
  version: "0.1.0",
  settings: { language: "fi", theme: "light", lockAfterMinutes: 10 },
};
const place = (next: Partial<AppState>) => {
  state = { ...state, ...next };
  emit({ type: "state_changed" });
  return state;
};

let studio: StudioDto = {
  fields: {
    name: "Kuvaamo Esimerkki Oy",
    businessId: "1234567-1",
    street: "Kauppakatu 12",
    postalCode: "33200",
    town: "Tampere",
    phone: "+358 40 123 4567",
    email: "toimisto@kuvaamo.example",
    language: "fi",
  },
  isDemonstration: false,
  rev: 1,
};

let copies: SecondCopyDto = { folder: null, files: 1_284, missing: 1_284, fault: null };

/** A pattern that looks like a code; nothing can be read from it. */
const QR_SIZE = 29;
const modules = Array.from({ length: QR_SIZE * QR_SIZE }, (_, index) =>
  (index * 7 + (index % QR_SIZE) * (index % 5)) % 3 === 0 ? "1" : "0",
).join("");

/** Whether the keychain opens for whoever is signed in. */
let hasKeychain = false;
const keychain = (isEnabled: boolean) => {
  hasKeychain = isEnabled;
  const signIns = state.signIns.map((signIn) =>
    signIn.staffId === state.signer?.staffId ? { ...signIn, hasKeychain } : signIn,
  );
  state = { ...state, signIns };
  return { isEnabled };
};

const preferences: Record<string, string> = {};

export const studioAnswers: Answers = {
  preference_list: () => ({ values: { ...preferences } }),
  preference_set: ({ key, value }) => {
    preferences[key] = value;
    return {};
  },
  unsaved_note: () => ({}),
  input_note: () => ({}),
  app_state: () => state,
  settings_set: (settings) => place({ settings }),
  register_lock: () => place({ state: "locked", studioName: null, signer: null }),
  register_unlock: ({ staffId }) =>
    place({ state: "open", studioName: studio.fields.name, signer: signerOf(staffId) }),
  register_unlock_with_recovery: () =>
    place({ state: "open", studioName: studio.fields.name, signer: signerOf(null) }),
  register_unlock_with_keychain: ({ staffId }) =>
    place({ state: "open", studioName: studio.fields.name, signer: signerOf(staffId) }),
  keychain_get: () => ({ isEnabled: hasKeychain }),
  keychain_enable: () => keychain(true),
  keychain_disable: () => keychain(false),
  sign_in_by_name: ({ id }) => place({ signer: signerOf(id) }),
  owner_check: () => ({}),
  register_choose: ({ register }) => place({ register }),
  studio_check: ({ fields }) => {
    if (!fields.name || fields.businessId !== "1234567-1")
      throw refusal("invalid_fields", {
        kind: "invalid",
        fields: [
          ...(fields.name ? [] : [{ field: "name", problem: "required" as const }]),
          ...(fields.businessId === "1234567-1"
            ? []
            : [{ field: "businessId", problem: "not_business_id" as const }]),
        ],
      });
    return {};
  },
  register_create: ({ studio: fields }) => {
    studio = { ...studio, fields };
    return {
      groups: ["K7Q2M", "9XW4D", "T3HBN", "0VZ8R", "J5CFA", "P6GYE", "1SKM2", "Q7D9X"],
      qr: { size: QR_SIZE, modules },
    };
  },
  recovery_sheet_save: () => ({ isSaved: true, name: "Kontakti-palautuskoodi.pdf" }),
  register_create_confirm: () =>
    place({ state: "open", existing: ["studio"], studioName: studio.fields.name, signer: signerOf(1) }),
  register_create_abandon: () => place({ state: "absent", existing: [], studioName: null }),
  passphrase_rate: ({ passphrase }) => ({
    score: Math.min(4, Math.floor(passphrase.length / 6)),
    isSufficient: passphrase.length > 15,
    warning: passphrase.length > 15 ? null : "too_short",
  }),
  passphrase_change: () => ({}),
  second_copy_get: () => copies,
  second_copy_set: () => (copies = { ...copies, folder: "/media/kuvaamo/Varalevy", missing: copies.files }),
  second_copy_stop: () => (copies = { ...copies, folder: null }),
  second_copy_start: () => {
    copies = { ...copies, missing: 0 };
    changed("studio", [1]);
    return { task: 0 };
  },
  studio_get: () => studio,
  studio_update: ({ fields }) => (studio = { ...studio, fields, rev: studio.rev + 1 }),
};
