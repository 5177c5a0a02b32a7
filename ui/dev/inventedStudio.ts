/**
 * An invented studio for working on the window without the program behind it: answers calls, events and pictures from
 * memory under `vite` and `vite preview`; `KONTAKTI_STUDIO=new` or `absent` for one without work. Never part of a build.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { ApiError, AppEvent } from "../src/api/generated";
import { answers, onEvent, picture, refusal } from "./world/index.ts";

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  return text ? JSON.parse(text) : {};
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

const handle: Connect.NextHandleFunction = (request, response, next) => {
  const path = (request.url ?? "").split("?")[0] ?? "";
  if (path === "/events") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": open\n\n");
    const end = onEvent((event: AppEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    request.on("close", end);
    return;
  }
  const photo = /^\/photo\/(grid|preview|full)\/(\d+)(?:\/[123])?$/.exec(path);
  if (photo) {
    response.writeHead(200, { "content-type": "image/svg+xml", "cache-control": "no-store" });
    response.end(picture(Number(photo[2]), photo[1] ?? "grid"));
    return;
  }
  const call = /^\/api\/(\w+)$/.exec(path);
  if (!call) return next();
  void (async () => {
    const answer = answers[call[1] as keyof typeof answers] as ((request: unknown) => unknown) | undefined;
    try {
      if (!answer) throw refusal("unknown_method", { kind: "bug", incident: "7F3A" });
      send(response, 200, answer(await bodyOf(request)));
    } catch (cause) {
      const error = cause as ApiError;
      send(response, 400, error.code ? error : refusal("bug", { kind: "bug", incident: "0B06" }));
    }
  })();
};

export function inventedStudio(): Plugin {
  return {
    name: "invented-studio",
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(handle),
  };
}
