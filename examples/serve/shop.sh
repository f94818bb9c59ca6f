#!/usr/bin/env bash
# Makes a small shop through a running `forge serve`, extends it and asks for its figures, with curl alone.
#
#   FORGE_URL     where the server is (http://127.0.0.1:8123)
#   FORGE_TOKEN   its token
set -euo pipefail

url=${FORGE_URL:-http://127.0.0.1:8123}

ask() { curl --silent --show-error --fail-with-body --header "Authorization: Bearer $FORGE_TOKEN" "$url$1" "${@:2}"; }
tell() {
    curl --silent --show-error --fail-with-body --request "$1" "$url$2" \
        --header "Authorization: Bearer $FORGE_TOKEN" --header 'Content-Type: application/json' --data "$3"
}

# the server may still be starting
ask /health --retry 60 --retry-delay 1 --retry-connrefused && echo
tell POST /seeder/generate '{"scenario": "holiday_rush", "stores": 3, "products": 5, "confirm": true}' && echo
tell POST /seeder/append '{"end_date": "2025-01-07"}' && echo
ask '/analytics/kpis?start_date=2024-10-01&end_date=2025-01-07' && echo
