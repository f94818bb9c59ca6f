"""Two forecasts of the last 28 days, each of one line, from what `forge export --layout series` writes: python3 models.py shop-series"""
import csv
import sys
from collections import defaultdict
from datetime import date, timedelta

sold = defaultdict(dict)
with open(sys.argv[1] + "/series.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        sold[row["unique_id"]][date.fromisoformat(row["ds"])] = int(row["y"])

cutoff = max(max(days) for days in sold.values()) - timedelta(days=28)
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["unique_id", "ds", "cutoff", "ThreeWeeks", "TwelveWeeks"])
for series, days in sorted(sold.items()):
    for ahead in range(1, 29):
        day = cutoff + timedelta(days=ahead)
        past = [days.get(cutoff - timedelta(days=(7 - ahead) % 7 + 7 * week), 0) for week in range(12)]
        out.writerow([series, day, cutoff, sum(past[:3]) / 3, sum(past) / 12])
