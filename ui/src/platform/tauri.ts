/** The desktop shell. The only file that imports `@tauri-apps`. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { AppEvent } from "../api/generated";
import type { Platform } from ".";
import { photoPath } from "./photoPath";

export function tauriPlatform(): Platform {
  // WebView2 serves custom schemes as http://<scheme>.localhost.
  const photos = navigator.userAgent.includes("Windows") ? "http://photo.localhost" : "photo://localhost";
  return {
    kind: "tauri",
    call: (method, body) => invoke("call", { method, body }),
    subscribe: (listener) => {
      const ending = listen<AppEvent>("app-event", (event) => listener(event.payload));
      return () => void ending.then((end) => end());
    },
    photoUrl: (...picture) => `${photos}/${photoPath(...picture)}`,
  };
}
