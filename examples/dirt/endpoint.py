# A stub of POST /ingest/sales-daily that knows the stores, products and days of an export of tables:
# python3 endpoint.py FOLDER [PORT]. It stores nothing. It knows no more rules than that of the host: codes are stripped of blanks.
import csv, http.server, json, sys, time

def column(table, name):
    with open(f"{sys.argv[1]}/{table}.csv", newline="", encoding="utf-8") as file:
        return {row[name] for row in csv.DictReader(file)}

KNOWN = [("store_code", "UNKNOWN_STORE", column("store", "code")), ("sku", "UNKNOWN_PRODUCT", column("product", "sku")),
         ("date", "UNKNOWN_DATE", column("calendar", "date"))]

class Endpoint(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        start = time.perf_counter()
        records = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["records"]
        errors = []
        for i, record in enumerate(records):
            for name, code, known in KNOWN:
                if str(record[name]).strip() not in known:
                    errors.append({"row_index": i, "store_code": record["store_code"], "sku": record["sku"], "date": record["date"],
                                   "error_code": code, "error_message": f"no {name} {record[name]}"})
                    break
        answer = {"processed_count": len(records) - len(errors), "rejected_count": len(errors), "total_received": len(records),
                  "errors": errors, "duration_ms": (time.perf_counter() - start) * 1000}
        body = json.dumps(answer).encode()
        self.send_response(200 if self.path == "/ingest/sales-daily" else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", int((sys.argv + ["8123"])[2])), Endpoint)
print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
