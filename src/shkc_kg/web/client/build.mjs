// Bundles each entry point of src/ into ../static, named by its content, and lists the names in manifest.json.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = join(here, "..", "static");
const entries = readdirSync(join(here, "src"))
  .filter((name) => /\.(ts|css)$/.test(name) && !name.endsWith(".d.ts"))
  .sort();

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: entries.map((name) => join("src", name)),
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "linked",
  loader: { ".svg": "file", ".woff2": "file" },
  metafile: true,
  logLevel: "warning",
});

const files = {};
for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (/^src\/[^/]+$/.test(entryPoint ?? "")) files[basename(entryPoint).replace(/\.ts$/, ".js")] = basename(path);
}
// What the names stand for, and the hash of the sources that the Python side gives, by which it knows a fresh bundle.
const manifest = { sources: process.argv[2] ?? "", node: process.version, files };
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
const { version } = JSON.parse(readFileSync(join(here, "node_modules", "esbuild", "package.json"), "utf8"));
console.log(`${Object.keys(files).length} entry points bundled by esbuild ${version}`);
