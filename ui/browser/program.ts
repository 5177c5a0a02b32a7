/** The program behind the window: the development server with folders of its own, and its method table over HTTP. */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type {
  ConsentEntry,
  CustomerDto,
  CustomerFieldsDto,
  Methods,
  StudioFieldsDto,
  TaskDto,
} from "../src/api/generated";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const STARTS_WITHIN_MS = 60_000;

export const PASSPHRASE = "kahvi lumi portaat vene";

export const STUDIO: StudioFieldsDto = {
  name: "Kuvaamo Esimerkki Oy",
  businessId: "1234567-1",
  street: "Kauppakatu 12",
  postalCode: "33200",
  town: "Tampere",
  phone: "+358 40 123 4567",
  email: "toimisto@kuvaamo.example",
  language: "fi",
};

/** The program's own question: it takes no other as the proof of an answer. */
function marketingQuestion(): string {
  const texts = readFileSync(join(workspace, "assets/l10n/fi/consent.ftl"), "utf8");
  const question = /^consent-marketing-wording = (.+)$/m.exec(texts)?.[1];
  if (!question) throw new Error("the marketing question is not where it was");
  return question;
}

const NO_MARKETING: ConsentEntry = {
  isGiven: false,
  wording: marketingQuestion(),
  language: "fi",
  channel: "desk",
};

const NOBODY: CustomerFieldsDto = {
  lastName: "",
  firstName: "",
  email: "",
  phone: "",
  street: "",
  postalCode: "",
  town: "",
  country: "FI",
  language: "fi",
  note: "",
};

export interface Program {
  address: string;
  importFolder: string;
  call<M extends keyof Methods>(
    method: M,
    ...request: keyof Methods[M]["request"] extends symbol ? [] : [Methods[M]["request"]]
  ): Promise<Methods[M]["response"]>;
  stop(): Promise<void>;
}

export async function startProgram(): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), "kontakti-browser-"));
  const [data, importFolder, out] = ["data", "import", "out"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([data, importFolder, out].map((path) => mkdir(path)));
  const target = resolve(workspace, process.env.CARGO_TARGET_DIR ?? "target");
  const child = spawn(
    join(target, "debug", "devserver"),
    ["--port", "0", "--data", data, "--import", importFolder, "--out", out],
    { cwd: workspace, stdio: ["ignore", "pipe", "inherit"] },
  );
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await listening(child);
    return {
      address,
      importFolder,
      stop,
      call: async (method, ...[request]) => {
        const answer = await fetch(`${address}/api/${method}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(request ?? {}),
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${method}: ${text}`);
        return JSON.parse(text) as never;
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error("the program did not start in time")), STARTS_WITHIN_MS);
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`the program ended with ${code}`)));
    if (!child.stdout) return failed(new Error("the program's output is not read"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /^listening on (http:\S+)$/.exec(line)?.[1];
      if (!address) return;
      clearTimeout(late);
      found(address);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGKILL");
  });
}

/** Makes the studio's register and opens it, as the first run does. */
export async function makeRegister(program: Program): Promise<void> {
  const sheet = await program.call("register_create", {
    studio: STUDIO,
    owner: { name: "Helmi Kuusisto", agreedOn: "2026-08-03" },
    passphrase: PASSPHRASE,
  });
  await program.call("register_create_confirm", { code: sheet.groups.join("-") });
}

export function addCustomer(program: Program, fields: Partial<CustomerFieldsDto>): Promise<CustomerDto> {
  return program.call("customer_create", {
    fields: { ...NOBODY, ...fields },
    source: "given",
    marketing: NO_MARKETING,
  });
}

/** Waits for the task to end well. */
export async function taskDone(program: Program, id: number): Promise<TaskDto> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const { tasks } = await program.call("task_list");
    const task = tasks.find((one) => one.id === id);
    if (task?.state === "completed") return task;
    if (task?.state === "failed" || task?.state === "cancelled")
      throw new Error(`${task.kind} ${task.state}: ${JSON.stringify(task.error)}`);
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`task ${id} did not end`);
}
