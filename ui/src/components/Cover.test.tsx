import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect, useRef, useState } from "react";
import { expect, it } from "vitest";
import { renderView } from "../testing/render";
import { Cover, Under } from "./Cover";

function Window() {
  const [isCovered, setCovered] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isCovered) button.current?.focus();
  }, [isCovered]);
  return (
    <Under className="under">
      <button ref={button} onClick={() => setCovered(true)}>
        cover
      </button>
      {isCovered ? (
        <Cover>
          <button onClick={() => setCovered(false)}>uncover</button>
        </Cover>
      ) : null}
    </Under>
  );
}

it("takes what lies under it out of reach, and gives it back in time to take the focus", async () => {
  const user = userEvent.setup();
  await renderView(<Window />);
  const under = document.querySelector(".under");
  await user.click(screen.getByRole("button", { name: "cover" }));
  expect(under?.hasAttribute("inert")).toBe(true);
  const uncover = screen.getByText("uncover");
  expect(under?.contains(uncover)).toBe(false);
  let wasInert: boolean | undefined;
  screen.getByText("cover").addEventListener("focus", () => (wasInert = under?.hasAttribute("inert")));
  await user.click(uncover);
  expect(wasInert).toBe(false);
});
