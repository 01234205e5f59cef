// Bundle src/ into postwright/ui/editor/: one script named after its content, one style sheet, and all licences.
// `--check` writes nothing and fails where what is committed is not what would be written.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../postwright/ui/editor");
const check = process.argv.includes("--check");

const options = { bundle: true, minify: true, write: false, legalComments: "none", absWorkingDir: here };
const script = await build({
  ...options,
  entryPoints: ["src/index.js"],
  format: "esm",
  target: "es2022",
  metafile: true,
  alias: { "@codemirror/lang-html": "./src/no_html.js" }, // HTML inside Markdown is shown as it is
});
const style = await build({ ...options, entryPoints: ["src/editor.css"] });

const code = script.outputFiles[0].text;
const name = createHash("sha256").update(code).digest("hex").slice(0, 10);
const files = new Map([
  [`editor-${name}.js`, code],
  ["editor.css", style.outputFiles[0].text],
  ["LICENSES.txt", licences(script.metafile)],
]);

function licences(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return `The bundle beside this file contains these packages.\n\n${texts.join(`\n${"-".repeat(72)}\n\n`)}`;
}

const present = new Map(listed().map((file) => [file, readFileSync(join(out, file), "utf8")]));

function listed() {
  try {
    return readdirSync(out);
  } catch {
    return [];
  }
}

if (check) {
  const same = present.size === files.size && [...files].every(([file, text]) => present.get(file) === text);
  if (!same) {
    console.error("postwright/ui/editor/ is not what editor/ makes: run `make editor` and commit it.");
    process.exit(1);
  }
} else {
  mkdirSync(out, { recursive: true });
  for (const file of present.keys()) if (!files.has(file)) rmSync(join(out, file));
  for (const [file, text] of files) writeFileSync(join(out, file), text);
}
console.log(`editor-${name}.js ${Math.round(code.length / 1024)} KB`);
