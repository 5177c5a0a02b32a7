import { describe, expect, it } from "vitest";
import { chosenVersion, differingFields, emptyCustomer, proposedChoices } from "./versions";

const base = {
  ...emptyCustomer("fi"),
  lastName: "Virtanen",
  firstName: "Mikko",
  phone: "040 111",
  town: "Koskela",
};

describe("versions of a customer", () => {
  it("proposes mine where I changed it and theirs where only they did", () => {
    const mine = { ...base, phone: "040 222" };
    const theirs = { ...base, town: "Porvoo" };
    expect(differingFields(mine, theirs)).toEqual(["phone", "town"]);
    expect(proposedChoices(base, mine, theirs)).toEqual({ phone: "mine", town: "theirs" });
  });

  it("overwrites nothing that was not chosen", () => {
    const mine = { ...base, phone: "040 222", town: "Espoo" };
    const theirs = { ...base, phone: "040 333", town: "Porvoo" };
    expect(chosenVersion(mine, theirs, { phone: "mine" })).toEqual({ ...theirs, phone: "040 222" });
    expect(chosenVersion(mine, theirs, {})).toEqual(theirs);
  });
});
