// Downloading what may also be refused: a link could not say why.
import {Problem} from "./api.js";

/** What is larger does not fit into a browser's memory for certain. */
const MOST_ROWS_HERE = 10_000_000;

/** @param rows about how many @param onBytes hears how many bytes have come @param signal ends it @return a promise of the bytes, null when the browser does it by itself */
export async function download(path, name, rows, onBytes, signal) {
  if (rows > MOST_ROWS_HERE) {
    await answer(path, {method: "HEAD", signal});
    save(path, name);
    return null;
  }
  const response = await answer(path, {signal});
  const parts = [];
  let bytes = 0;
  for (const reader = response.body.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) break;
    parts.push(value);
    onBytes(bytes += value.length);
  }
  const address = URL.createObjectURL(new Blob(parts, {type: "application/zip"}));
  save(address, name);
  // the browser has begun to write it by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return bytes;
}

async function answer(path, options) {
  let response;
  try {
    response = await fetch(path, {...options, redirect: "error"});
  } catch (failure) {
    throw failure.name === "AbortError" ? failure : new Problem(0, {detail: "The server does not answer.", remedy: "Is ./forge serve still running?"});
  }
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  return response;
}

function save(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
