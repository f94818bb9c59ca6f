# Datasets of the Forge for R, with base R alone.
#
#   shop <- forge_dataset(scenario = "holiday_rush", seed = 42, stores = 3, products = 5)
#   sales <- forge_table(shop, "sales_daily")      # a data frame: dates are Dates
#
# A dataset is exported once and kept in FORGE_TEST_CACHE (else the user's cache folder) under the options that it was made with.
# FORGE names the launcher where it is not the one of this project, in whose root R was started.

forge_dataset <- function(...) {
  options <- list(...)
  launcher <- Sys.getenv("FORGE", file.path(getwd(), "forge"))
  if (!file.exists(launcher)) stop("there is no Forge at ", launcher, ": set FORGE to its launcher", call. = FALSE)
  flags <- unlist(lapply(sort(names(options)), function(name)
    c(paste0("--", gsub("_", "-", name)), format(options[[name]], scientific = FALSE))))
  version <- system2(launcher, "--version", stdout = TRUE)
  if (!is.null(attr(version, "status"))) stop("the Forge at ", launcher, " does not start", call. = FALSE)
  cache <- Sys.getenv("FORGE_TEST_CACHE", file.path(tools::R_user_dir("forge-tests", "cache")))
  folder <- file.path(cache, gsub("[^A-Za-z0-9.]+", "-", paste(c(version, flags), collapse = " ")))
  if (!file.exists(file.path(folder, "manifest.json"))) {
    dir.create(cache, recursive = TRUE, showWarnings = FALSE)
    # The folder gets its name when all of it is whole
    status <- system2(launcher, shQuote(c("export", "--format", "csv", "--out", folder, flags)), stdout = FALSE)
    if (status != 0) stop("the Forge could not export the dataset", call. = FALSE)
  }
  folder
}

forge_table <- function(folder, table) {
  parts <- file.path(folder, table)
  files <- if (dir.exists(parts)) sort(list.files(parts, full.names = TRUE)) else paste0(parts, ".csv")
  rows <- do.call(rbind, lapply(files, read.csv, na.strings = "", stringsAsFactors = FALSE))
  dates <- intersect(names(rows), c("date", "valid_from", "valid_to", "start_date", "end_date"))
  rows[dates] <- lapply(rows[dates], as.Date)
  rows
}
