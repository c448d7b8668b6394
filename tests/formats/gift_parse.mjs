// Parses a GIFT file with gift-pegjs and prints what it found as JSON: node gift_parse.mjs PACKAGE_FOLDER FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { parse } = createRequire(import.meta.url)(process.argv[2]);
console.log(JSON.stringify(parse(readFileSync(process.argv[3], "utf8"))));
