# Rejects rows of sales that break a rule: python3 validator.py FOLDER > rejections.csv
import csv, datetime, decimal, re, sys

print("file,line,column")
for n, row in enumerate(csv.DictReader(open(sys.argv[1] + "/sales_daily.csv", newline="", encoding="utf-8")), start=2):
    broken = [column for column, pattern in [("date", r"20\d\d-\d\d-\d\d"), ("store_id", r"[1-9]\d{0,2}"), ("product_id", r"[1-9]\d{0,2}"),
        ("quantity", r"\d{1,4}"), ("unit_price", r"\d+\.\d\d"), ("total_amount", r"\d+\.\d\d")] if not re.fullmatch(pattern, row[column] or "")]
    if not broken and decimal.Decimal(row["unit_price"]) * int(row["quantity"]) != decimal.Decimal(row["total_amount"]):
        broken = ["total_amount"]
    for column in broken:
        print(f"sales_daily.csv,{n},{column}")
