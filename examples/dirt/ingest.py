# Sends the payloads of an export and prints an answer a line: python3 ingest.py PAYLOADS URL > answers.jsonl
# With the folder of an export in place of the URL, a stub answers that knows its stores, products and days.
import pathlib, sys, threading, urllib.request
import endpoint

payloads, url = sys.argv[1:]
if not url.startswith("http"):
    stub = endpoint.server(url)
    threading.Thread(target=stub.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{stub.server_port}"
for payload in sorted(pathlib.Path(payloads, "sales-daily").glob("*.json")):
    request = urllib.request.Request(url + "/ingest/sales-daily", payload.read_bytes(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        print(answer.read().decode())
