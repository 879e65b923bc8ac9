import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const api = process.env["VITRAZH_URL"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/shop/",
  plugins: [
    react(),
    VitePWA({
      strategies: "generateSW",
      // A new version waits until nothing waits to be sent: see src/update.ts.
      registerType: "prompt",
      injectRegister: null,
      filename: "sw.js",
      scope: "/shop/",
      manifest: {
        id: "/shop/",
        name: "Витраж — цех",
        short_name: "Цех",
        lang: "ru",
        start_url: "/shop/",
        scope: "/shop/",
        display: "fullscreen",
        orientation: "any",
        background_color: "#f6f8f6",
        theme_color: "#15222a",
        icons: [
          { src: "icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
          { src: "icon-mask-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,woff2,svg,png}"],
        navigateFallback: "/shop/index.html",
        navigateFallbackAllowlist: [/^\/shop\//],
        cleanupOutdatedCaches: true,
        // Pictures of orders are looked at without network too; an id always means the same bytes.
        runtimeCaching: [
          {
            urlPattern: /\/api\/work-orders\/[^/]+\/attachments\/[^/]+\/preview$/,
            handler: "CacheFirst",
            options: {
              cacheName: "pictures",
              cacheableResponse: { statuses: [200] },
              expiration: {
                maxEntries: 200,
                maxAgeSeconds: 14 * 24 * 3600,
                purgeOnQuotaError: true,
              },
            },
          },
        ],
      },
    }),
  ],
  build: {
    outDir: "../../dist/workshop",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    target: "es2022",
  },
  server: { proxy: { "/api": { target: api, changeOrigin: true } } },
});
