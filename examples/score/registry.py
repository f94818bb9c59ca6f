"""Reads `forge score --json`, writes what a model registry notes: on which data a model was trained, and how good it is."""
import json
import sys

model, store_id, product_id = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
score = json.load(sys.stdin)
every = next(group for group in score["groups"] if group["name"] == "all")

create = {
    "model_type": model,
    "model_config": {"forecasts": score["file"]},
    "data_window_start": score["date_range"]["start"],
    "data_window_end": score["cutoffs"][0],
    "store_id": store_id,
    "product_id": product_id,
    "runtime_info_extras": {
        "dataset_fingerprint": score["fingerprint"],
        "dataset_run_id": score["run_id"],
        "cutoffs": score["cutoffs"],
    },
}
metrics = {name: every["forecast"][name] for name in ("wape", "mae", "rmsse", "bias")}
metrics["skill"] = every["forecast"]["skill"]["wape"]
updates = [{"status": "running"}, {"status": "success", "metrics": metrics}]
json.dump({"create": create, "updates": updates}, sys.stdout, indent=2)
print()
