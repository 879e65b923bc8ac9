import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: "../../../contracts/gen/openapi/openapi.json",
  output: { path: "src/gen", entryFile: true },
  plugins: [
    { name: "@hey-api/client-fetch", throwOnError: true },
    { name: "@hey-api/typescript", enums: false },
    { name: "@hey-api/sdk" },
    "@tanstack/react-query",
  ],
});
