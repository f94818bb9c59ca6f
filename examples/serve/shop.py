#!/usr/bin/env python3
"""Makes a small shop through a running `forge serve` and follows its log, with nothing but Python's own library.

FORGE_URL is where the server is (http://127.0.0.1:8123), FORGE_TOKEN its token.
"""
import json
import os
import urllib.error
import urllib.request

URL = os.environ.get("FORGE_URL", "http://127.0.0.1:8123")
TOKEN = os.environ["FORGE_TOKEN"]


def call(method, path, body=None):
    request = urllib.request.Request(URL + path, method=method)
    request.add_header("Authorization", "Bearer " + TOKEN)
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        raise SystemExit(f"{problem['status']}: {problem['detail']}; {problem['remedy']}")


def events():
    """Yields the events of the server as pairs of a name and its data; the log so far comes first."""
    name = ""
    request = urllib.request.Request(URL + "/api/v1/events", headers={"Authorization": "Bearer " + TOKEN})
    with urllib.request.urlopen(request) as stream:
        for line in stream:
            key, _, value = line.decode().rstrip("\n").partition(": ")
            if key == "event":
                name = value
            elif key == "data":
                yield name, json.loads(value)


started = call("POST", "/api/v1/operations/generate", {"config": "seed: 7", "stores": 4, "confirm": True})
operation = started["operation"]["id"]
for event, data in events():
    if event == "log" and data["operation"] == operation:
        print(data["time"][11:19], data["text"])
    if event == "operation" and data["id"] == operation and data["ended_at"]:
        print(data["state"], data["result"]["fingerprint"] if data["result"] else data["problem"]["detail"])
        break
