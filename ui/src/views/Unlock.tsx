/** The locked register. */
import { Stage } from "../features/firstrun/Stage";
import { UnlockForm } from "../features/firstrun/UnlockForm";

export default function Unlock() {
  return (
    <Stage>
      <UnlockForm />
    </Stage>
  );
}
