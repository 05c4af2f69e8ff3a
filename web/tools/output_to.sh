#!/bin/sh
# Runs a command whose output goes to a file:  output_to.sh FILE COMMAND…
file=$1
shift
exec "$@" >"$file"
