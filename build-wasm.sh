#!/usr/bin/env bash
# Builds, serves, tests and checks Taskscope. On a Debian 12 machine it installs by itself what is missing.
# Compiler flags are CMake's business (src/CMakeLists.txt), web packages npm's (web/package.json).
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$repository"

jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
oldest_emscripten=3.1.6
oldest_node=18            # for building; Debian 12 has it
oldest_node_to_test=20.19 # Vite's floor; Playwright's is 20, and --test-force-exit's is 20.14
fuzz_executions=100000
missing_packages=()

usage() {
  cat <<'TEXT'
Usage: ./build-wasm.sh [COMMAND]

  (none)         build the release into dist/
  serve [PORT]   build, then serve dist/ on 127.0.0.1 (default 8080, the next free port if taken)
  test           run every test: core and view natively, the decoder's fuzzer, the page in Chromium, Firefox, WebKit
  bench          measure, in headless Chromium, what the mirror costs, and how Taskscope compares with plain HTML and
                 chart libraries; options such as --only=cold,scroll --rounds=3 are compare.mjs's
  lint           check the formatting, the layers, and what clang-tidy, tsc and shellcheck say
  --help         print this

Each command installs what it needs: Debian packages with root (without, it prints the command to run), and npm
packages into web/node_modules and, for test and bench, into folders of those. Emscripten 3.1.6 or newer is taken from
PATH or $EMSDK, else from Debian.
CMAKE_BUILD_PARALLEL_LEVEL limits how many compilers run at once. TASKSCOPE_BASE_URL, the address where dist/ will stand,
adds oEmbed documents.
TEXT
}

say() { printf '\n==> %s\n' "$*"; }

fail() {
  printf 'build-wasm.sh: %s\n' "$*" >&2
  exit 1
}

# --- Set-up -----------------------------------------------------------------------------------------------------------

need_command() { # COMMAND PACKAGE
  command -v "$1" >/dev/null || missing_packages+=("$2")
}

need_package() { # PACKAGE...: for what is no command; other systems than Debian are trusted to have it
  command -v dpkg-query >/dev/null || return 0
  local package
  for package in "$@"; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      missing_packages+=("$package")
  done
}

need_base() {
  need_command git git
  need_command cmake cmake
  need_command make make
  need_command c++ g++
  need_command python3 python3
  need_command node nodejs
  need_command npm npm
  need_package nlohmann-json3-dev doctest-dev # small; used where GitHub cannot be reached
}

need_emscripten() {
  find_emscripten || missing_packages+=(emscripten)
}

need_clang() { need_package clang-14 libclang-rt-14-dev; }

need_browser() {
  need_command chromium chromium
  need_command pdftoppm poppler-utils # looks at what is printed
  need_command firefox-esr firefox-esr
  need_command WebKitWebDriver webkit2gtk-driver # and with it a browser of WebKit's
  need_command Xvfb xvfb                         # a display for those two
  need_package libgl1-mesa-dri
  need_package fonts-inter fonts-noto-core
}

need_linters() {
  need_command clang-format-14 clang-format-14
  need_command clang-tidy-14 clang-tidy-14
  need_command shellcheck shellcheck
}

apt_install() { DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"; }

install_missing_packages() {
  ((${#missing_packages[@]})) || return 0
  command -v apt-get >/dev/null || fail "missing, and there is no apt-get to install it: ${missing_packages[*]}"
  if ((EUID != 0)); then
    printf 'Some Debian packages are missing. Please run this, and then the same command again:\n\n  %s %s\n' \
      'sudo apt-get update && sudo apt-get install --yes --no-install-recommends' "${missing_packages[*]}" >&2
    exit 1
  fi
  say "Installing Debian packages, once, up to a few minutes: ${missing_packages[*]}"
  # The package lists may be absent or older than the mirror.
  if ! apt_install "${missing_packages[@]}" 2>/dev/null; then
    apt-get update || printf 'Some package lists could not be updated; going on with those at hand.\n'
    apt_install "${missing_packages[@]}"
  fi
  hash -r
}

check_node() { # OLDEST
  local version
  version=$(node --version)
  is_at_least "${version#v}" "$1" || fail "Node.js $1 or newer is needed for this; $(command -v node) is $version"
}

is_at_least() { # VERSION OLDEST
  [[ $(printf '%s\n' "$2" "$1" | sort --version-sort | sed -n 1p) == "$2" ]]
}

# Sets emscripten (its folder of commands) and emscripten_version, or fails.
find_emscripten() {
  local emcc
  for emcc in "$(command -v emcc || true)" "${EMSDK:-}/upstream/emscripten/emcc" /usr/bin/emcc; do
    [[ -x $emcc ]] || continue
    emscripten=$(dirname "$emcc")
    emscripten_version=$(with_emscripten "$emcc" -dumpversion) || continue
    ! is_at_least "$emscripten_version" "$oldest_emscripten" || return 0
  done
  return 1
}

# Debian's Emscripten looks for Debian's acorn, which only Debian's Node.js finds by itself.
with_emscripten() {
  if [[ $(readlink -f "$emscripten/emcc") == /usr/share/emscripten/* ]]; then
    NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH} "$@"
  else
    "$@"
  fi
}

install_npm_packages() { # FOLDER
  local folder=$1
  local installed=$folder/node_modules/.installed-package-lock.json
  if ! cmp --silent "$folder/package-lock.json" "$installed"; then
    say "Installing npm packages into $folder/node_modules"
    npm --prefix "$folder" ci --ignore-scripts --no-audit --no-fund
    cp "$folder/package-lock.json" "$installed"
  fi
}

install_tools() {
  install_npm_packages web
  [[ -e tests/node_modules ]] || ln -s ../web/node_modules tests/node_modules # where tests/ finds packages
}

set_up() { # need_... functions
  missing_packages=()
  local need
  for need in need_base "$@"; do "$need"; done
  install_missing_packages
  check_node "$oldest_node"
  install_tools
}

# --- Build ------------------------------------------------------------------------------------------------------------

build_release() {
  find_emscripten || fail "Emscripten $oldest_emscripten or newer is missing"
  local build=build/wasm-$emscripten_version
  say "Building the module with Emscripten $emscripten_version"
  with_emscripten "$emscripten/emcmake" cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Release
  with_emscripten cmake --build "$build" --parallel "$jobs"
  say "Bundling dist/"
  node web/tools/bundle.mjs "$build"
}

# A tree for Clang (fuzzer, clang-tidy) beside the one of the machine's own compiler: both get to complain.
configure_native() { cmake -S . -B build/native -DCMAKE_BUILD_TYPE=Debug -DTASKSCOPE_SANITIZE=ON; }

configure_clang() {
  cmake -S . -B build/clang -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=Debug \
    -DTASKSCOPE_SANITIZE=ON -DTASKSCOPE_FUZZ=ON
}

# --- Test -------------------------------------------------------------------------------------------------------------

passed=0
failed=0

# Runs a suite's command, shows its output, and adds up what the counter reads from it.
run_suite() { # NAME COUNTER COMMAND...
  local name=$1 counter=$2 status=0 suite_passed suite_failed
  shift 2
  say "$name"
  "$@" 2>&1 | tee build/suite.log || status=$?
  read -r suite_passed suite_failed < <(sed 's/\x1b\[[0-9;]*m//g' build/suite.log | "$counter")
  if ((status != 0 && suite_failed == 0)); then
    printf '%s: ended with status %d\n' "$name" "$status"
    suite_failed=1
  elif ((suite_passed + suite_failed == 0)); then
    printf '%s: no test was run\n' "$name"
    suite_failed=1
  fi
  passed=$((passed + suite_passed))
  failed=$((failed + suite_failed))
}

# Each counter reads a log without colours and prints "PASSED FAILED".
count_doctest() { # [doctest] test cases: 12 | 11 passed | 1 failed | 0 skipped
  awk '/\[doctest\] test cases:/ { gsub(/[^0-9 ]/, " "); passed += $(NF - 2); failed += $(NF - 1) }
    END { print passed + 0, failed + 0 }'
}

count_node() { # "ℹ pass 12"; Node.js also counts a file without any test as passed, as "✔ /path/of/file.mjs (3 ms)"
  awk '$1 == "ℹ" && $2 == "pass" { passed += $3 }
    $1 == "ℹ" && $2 ~ /^(fail|cancelled)$/ { failed += $3 }
    /^✔ \/.*\.mjs \(/ { passed -= 1 }
    END { print passed + 0, failed + 0 }'
}

count_fuzzer() { # Done 100000 runs in 7 second(s)
  awk '/^Done [1-9][0-9]* runs/ { passed = 1 } END { print passed + 0, 1 - passed }'
}

run_fuzzer() {
  # New inputs go to the first folder, so that the kept corpus stays as it is. They are not news worth a line each.
  rm -rf build/fuzz-corpus
  mkdir build/fuzz-corpus
  build/clang/decode_fuzz -seed=1 -runs="$fuzz_executions" -timeout=10 -print_funcs=0 \
    -artifact_prefix=build/ build/fuzz-corpus tests/fuzz/corpus 2>&1 |
    sed -E '/^#[0-9]+\t(NEW|REDUCE|RELOAD)/d; /^"/d; /dictionary/d'
}

run_node_tests() { # FILE...; neither a hanging test nor what a failed one left open may hold this up for ever
  timeout 1200 node --test --test-force-exit --test-concurrency=2 --test-reporter=spec "$@"
}

test_everything() {
  set_up need_emscripten need_clang need_browser
  check_node "$oldest_node_to_test"
  install_npm_packages tests/consumers
  mkdir -p build

  say "Building the native tests with sanitizers"
  configure_native
  cmake --build build/native --parallel "$jobs"
  run_suite "Core, natively" count_doctest ctest --test-dir build/native --verbose --tests-regex core_tests
  run_suite "View, natively" count_doctest ctest --test-dir build/native --verbose --tests-regex view_tests

  say "Building the fuzzer"
  configure_clang
  cmake --build build/clang --parallel "$jobs" --target decode_fuzz
  run_suite "Decoder, fuzzed $fuzz_executions times" count_fuzzer run_fuzzer

  export TASKSCOPE_BIN=$repository/build/native/taskscope
  run_suite "Schemas and decoders agree" count_node run_node_tests tests/core/*_agreement.mjs

  build_release
  export CHROMIUM=${CHROMIUM:-$(command -v chromium)} DIST=$repository/dist
  run_suite "The page, in Chromium, with its own tools" count_node run_node_tests tests/web/*_test.mjs
  ENGINE=chromium run_suite "The page, in Chromium" count_node run_node_tests tests/web/engines/*_test.mjs
  ENGINE=firefox run_suite "The page, in Firefox" count_node run_node_tests tests/web/engines/*_test.mjs
  ENGINE=webkit run_suite "The page, in WebKit" count_node run_node_tests tests/web/engines/*_test.mjs

  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0))
}

# --- Bench ------------------------------------------------------------------------------------------------------------

need_peers() { install_npm_packages tests/bench; } # what Taskscope is compared with

measure_mirror() {
  node web/tools/bundle.mjs "build/wasm-$emscripten_version" --readable build/bench
  say "What the mirror costs"
  DIST=$repository/build/bench node tests/bench/mirror.mjs
}

compare_with_peers() { # compare.mjs's options
  need_peers
  configure_native
  cmake --build build/native --parallel "$jobs" --target taskscope
  say "Taskscope and its peers"
  DIST=$repository/dist TASKSCOPE_BIN=$repository/build/native/taskscope node tests/bench/compare.mjs "$@"
}

bench() { # compare.mjs's options
  set_up need_emscripten need_browser
  check_node "$oldest_node_to_test"
  build_release
  export CHROMIUM=${CHROMIUM:-$(command -v chromium)}
  measure_mirror
  compare_with_peers "$@"
}

# --- Lint -------------------------------------------------------------------------------------------------------------

complaints=0

run_linter() { # NAME COMMAND...
  say "$1"
  "${@:2}" || complaints=$((complaints + 1))
}

list_sources() { # EXTENSION...: tracked or new, not ignored
  local patterns=("${@/#/*.}")
  git ls-files --cached --others --exclude-standard --deduplicate -- "${patterns[@]}" | while read -r file; do
    [[ ! -f $file ]] || printf '%s\n' "$file"
  done
}

check_format() {
  list_sources cpp h js mjs | xargs clang-format-14 --dry-run -Werror --ferror-limit=1 && return
  printf 'clang-format-14 -i FILE... mends this.\n'
  return 1
}

# What is too large for a whole number is undefined there; core/decimal.h has what is defined.
check_numbers() { ! grep -rnE '\bl?lround\(' src; }

# Link targets keep libraries apart; this keeps our own folders apart.
check_layers() {
  ! grep -rnE '#include [<"](imgui|emscripten|view/|play/|host/|tools/)' src/core &&
    ! grep -rnE '#include [<"](nlohmann|imgui|emscripten|core/|view/|play/|host/|tools/)' src/words &&
    ! grep -rnE '#include [<"](nlohmann|emscripten|play/|host/|tools/)' src/view &&
    ! grep -rnE '#include [<"](nlohmann|emscripten|host/|tools/)' src/play &&
    ! grep -rnE '#include [<"](nlohmann|imgui|emscripten|host/)' src/tools
}

# Whatever the page asks a server for goes through one function: without credentials, and within limits.
check_requests() {
  ! grep -rnE --include='*.js' --include='*.html' --exclude=request.js --exclude-dir=node_modules \
    '(^|[^#[:alnum:]_$])fetch *\(|XMLHttpRequest|sendBeacon|EventSource|WebSocket' web
}

check_cpp() {
  list_sources cpp | grep -v '^src/host/' |
    xargs --max-procs="$jobs" --max-args=1 clang-tidy-14 -p build/clang --quiet --warnings-as-errors='*' 2>&1 |
    sed '/^[0-9]* warnings generated\.$/d' # in system headers, and not shown
}

check_types() { web/node_modules/.bin/tsc -p web && web/node_modules/.bin/tsc -p web/tools; }

# Lock files that name a registry's host work only where that host can be reached.
check_locks() { ! grep -n '"resolved"' web/package-lock.json tests/consumers/package-lock.json; }

check_shell() { shellcheck build-wasm.sh .ci/run; }

lint_everything() {
  set_up need_clang need_linters
  say "Configuring the tree that clang-tidy reads"
  configure_clang
  run_linter "Format (clang-format)" check_format
  run_linter "Layers" check_layers
  run_linter "Numbers" check_numbers
  run_linter "Requests" check_requests
  run_linter "C++ (clang-tidy)" check_cpp
  run_linter "JavaScript types (tsc)" check_types
  run_linter "Lock files" check_locks
  run_linter "Shell (shellcheck)" check_shell
  ((complaints == 0)) || fail "$complaints of the checks complained"
  printf '\nNothing to complain about.\n'
}

# --- Commands ---------------------------------------------------------------------------------------------------------

build() {
  set_up need_emscripten
  build_release
}

serve() { # [PORT]
  build
  say "Serving dist/"
  exec node web/tools/serve.mjs dist "${1:-8080}"
}

main() {
  case ${1:-} in
    "") build ;;
    serve) serve "${2:-}" ;;
    test) test_everything ;;
    bench) bench "${@:2}" ;;
    lint) lint_everything ;;
    --help | -h | help) usage ;;
    *)
      printf 'build-wasm.sh: unknown command: %s\n\n' "$1" >&2
      usage >&2
      exit 2
      ;;
  esac
}

main "$@"
