// Asking the server. What goes wrong comes back as a Problem, with what to do about it.

export class Problem extends Error {
  constructor(status, {code, detail, title, remedy, errors, ...more}) {
    super(detail ?? title ?? "the server answered with status " + status);
    Object.assign(this, {status, code: code ?? "", remedy: remedy ?? "", errors: errors ?? [], more});
  }
}

const away = () => new Problem(0, {
  code: "unreachable",
  detail: "The server does not answer.",
  remedy: "Is ./forge serve still running? This page goes on by itself when it is back.",
});

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, {...options, redirect: "error"});
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw away();
  }
  const json = await response.json().catch(failure => {
    // an answer that breaks off, or is not waited for any more, is none
    if (response.ok) throw failure.name === "AbortError" ? failure : away();
    return {};
  });
  if (!response.ok) throw new Problem(response.status, json);
  return json;
}

export const get = (path, signal) => ask(path, {signal});

export const post = (path, body = {}, signal) =>
  ask(path, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body), signal});

/** A path with parameters; those that are null or empty are left out. */
export function address(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== "");
  return given.length ? path + "?" + new URLSearchParams(given) : path;
}
