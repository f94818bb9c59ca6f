# A stub of POST /ingest/sales-daily that knows the stores, products and days of an export of tables, and stores nothing.
import csv, http.server, json, time

def column(folder, table, name):
    with open(f"{folder}/{table}.csv", newline="", encoding="utf-8") as file:
        return {row[name] for row in csv.DictReader(file)}

def server(folder, port=0):
    known = [("store_code", "UNKNOWN_STORE", column(folder, "store", "code")),
             ("sku", "UNKNOWN_PRODUCT", column(folder, "product", "sku")),
             ("date", "UNKNOWN_DATE", column(folder, "calendar", "date"))]

    class Endpoint(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            start = time.perf_counter()
            records = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["records"]
            errors = []
            for i, record in enumerate(records):
                wrong = [(name, code) for name, code, values in known if record[name] not in values]
                for name, code in wrong[:1]:
                    errors.append({"row_index": i, "store_code": record["store_code"], "sku": record["sku"],
                                   "date": record["date"], "error_code": code, "error_message": f"no {name} {record[name]}"})
            answer = {"processed_count": len(records) - len(errors), "rejected_count": len(errors),
                      "total_received": len(records), "errors": errors, "duration_ms": (time.perf_counter() - start) * 1000}
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    return http.server.ThreadingHTTPServer(("127.0.0.1", port), Endpoint)
