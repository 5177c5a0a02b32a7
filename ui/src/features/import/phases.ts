/** What an import does just now, one after another, and the words for it. */
import type { TaskDto } from "../../api";

export const PHASES = {
  storing: { title: "import-running", text: "import-running-text", cancel: "import-cancel" },
  checking: { title: "import-checking", text: "import-checking-text", cancel: "import-checking-cancel" },
  copying: { title: "import-copying", text: "import-copying-text", cancel: "import-copying-cancel" },
} as const;

export const phaseOf = (task: TaskDto): keyof typeof PHASES =>
  task.toCopy > 0 ? "copying" : task.toCheck > 0 ? "checking" : "storing";
