import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeQueryClient } from "./api";
import { App } from "./App";
import { choosePlatform } from "./platform";
import "./styles/tokens.css";
import "./styles/base.css";

const root = document.getElementById("root");
const platform = await choosePlatform();
if (root)
  createRoot(root).render(
    <StrictMode>
      <App platform={platform} client={makeQueryClient()} />
    </StrictMode>,
  );
