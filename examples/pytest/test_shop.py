"""Tests of a forecast's ingredients on a dataset whose truth is known. `pytest`, or without it: python3 test_shop.py"""
from collections import defaultdict


def test_every_amount_is_quantity_times_price(shop):
    for row in shop.rows("sales_daily"):
        assert row["total_amount"] == row["quantity"] * row["unit_price"], row


def test_the_week_before_christmas_sells_more(shop):
    by_day = defaultdict(int)
    for row in shop.rows("sales_daily"):
        by_day[row["date"].isoformat()] += row["quantity"]
    ordinary = [by_day[f"2024-10-{day:02d}"] for day in range(7, 14)]
    christmas = [by_day[f"2024-12-{day:02d}"] for day in range(17, 24)]
    assert sum(christmas) > 1.3 * sum(ordinary)


def test_the_dataset_is_the_one_that_the_tests_were_written_for(shop):
    assert len(shop.fingerprint) == 32
    assert len(shop.rows("store")) == 3 and len(shop.rows("product")) == 5


if __name__ == "__main__":
    import forge_data

    try:
        data = forge_data.dataset(scenario="holiday_rush", seed=42, stores=3, products=5)
    except forge_data.ForgeMissing as missing:
        print(f"the tests are skipped: {missing}")
        raise SystemExit
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            test(data)
            print("passed", name)
