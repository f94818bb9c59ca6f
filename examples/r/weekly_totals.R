# Weekly totals of a small shop: Rscript examples/r/weekly_totals.R, in the project's root.
source("examples/r/forge_data.R")

shop <- forge_dataset(scenario = "holiday_rush", seed = 42, stores = 3, products = 5)
sales <- forge_table(shop, "sales_daily")
stopifnot(abs(sales$total_amount - sales$quantity * sales$unit_price) < 0.005)
weeks <- aggregate(quantity ~ week, transform(sales, week = format(date, "%G-W%V")), sum)
print(weeks, row.names = FALSE)
