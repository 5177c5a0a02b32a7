import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeCall, makeQueryClient } from "./api";
import { App } from "./App";
import { startPreferences } from "./navigation";
import { choosePlatform } from "./platform";
import "./styles/tokens.css";
import "./styles/base.css";

const root = document.getElementById("root");
const platform = await choosePlatform();
const call = makeCall(platform);
// without them the window starts as at first run; what is wrong with the program shows in its first view
const { values } = await call("preference_list", {}).catch(() => ({ values: {} }));
startPreferences(values, (key, value) => void call("preference_set", { key, value }).catch(() => undefined));
if (root)
  createRoot(root).render(
    <StrictMode>
      <App platform={platform} client={makeQueryClient()} />
    </StrictMode>,
  );
