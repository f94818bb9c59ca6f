# Sends the payloads of an export and prints an answer a line: python3 send.py FOLDER [URL] > answers.jsonl
import pathlib, sys, urllib.request

url = (sys.argv + ["http://127.0.0.1:8123"])[2] + "/ingest/sales-daily"
for payload in sorted(pathlib.Path(sys.argv[1], "sales-daily").glob("*.json")):
    request = urllib.request.Request(url, payload.read_bytes(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        print(answer.read().decode())
