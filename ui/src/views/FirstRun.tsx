/** First run: two doors, or the steps of making the studio's register. */
import { useState } from "react";
import { useAppState } from "../api";
import { CreateRegister } from "../features/firstrun/CreateRegister";
import { Doors } from "../features/firstrun/Doors";
import { Stage } from "../features/firstrun/Stage";

export default function FirstRun() {
  const app = useAppState();
  const [isCreating, setCreating] = useState(false);
  if (!app) return null;
  return (
    <Stage>
      {isCreating || app.state === "unconfirmed" ? (
        <CreateRegister onLeave={() => setCreating(false)} />
      ) : (
        <Doors onCreate={() => setCreating(true)} />
      )}
    </Stage>
  );
}
