/** The same method table over loopback HTTP, for browser tests and development. */
import type { AppEvent } from "../api/generated";
import type { Platform } from ".";
import { photoPath } from "./photoPath";

export function httpPlatform(base = ""): Platform {
  return {
    kind: "http",
    call: async (method, body) => {
      const answer = await fetch(`${base}/api/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body ?? {}),
      });
      const json: unknown = await answer.json();
      if (!answer.ok) throw json;
      return json;
    },
    subscribe: (listener) => {
      const source = new EventSource(`${base}/events`);
      source.onmessage = (message) => listener(JSON.parse(String(message.data)) as AppEvent);
      return () => source.close();
    },
    photoUrl: (...picture) => `${base}/photo/${photoPath(...picture)}`,
  };
}
