#include "tools/command_catalogue.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue_decode.h"
#include "core/catalogue_map.h"
#include "core/catalogue_table.h"
#include "core/catalogue_write.h"
#include "core/decode.h"
#include "tools/files.h"
#include "tools/profile_file.h"

namespace taskscope::tools {
namespace {

constexpr std::size_t max_table_bytes = 64 * 1024 * 1024;

struct Options {
  std::string_view table, map;
  std::string_view output;  // empty for stdout
};

bool read_options(Arguments arguments, Options& options) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "-o") {
      if (++i == arguments.size()) return false;
      options.output = arguments[i];
    } else if (argument.starts_with("-") || !options.map.empty()) {
      std::fprintf(stderr, "taskscope catalogue: %.*s: a table and a map are wanted, and no option but -o\n\n",
                   static_cast<int>(argument.size()), argument.data());
      return false;
    } else {
      (options.table.empty() ? options.table : options.map) = argument;
    }
  }
  return !options.map.empty();
}

std::optional<std::string> read(std::string_view path, std::size_t max_bytes) {
  FileContent file = read_file(path, max_bytes);
  if (file.error.empty() && file.text.size() > max_bytes) file.error = "“" + std::string(path) + "” is too large.";
  if (file.error.empty()) return std::move(file.text);
  std::fprintf(stderr, "taskscope: %s\n", file.error.c_str());
  return std::nullopt;
}

void print(std::string_view path, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) print_to_stderr(path, diagnostic);
}

std::optional<std::string> make(const Options& options, std::string_view table, std::string_view map_json) {
  const DecodedCatalogueMap decoded = decode_catalogue_map(map_json);
  print(options.map, decoded.diagnostics);
  if (!decoded.map) return std::nullopt;
  const MadeCatalogue made = make_catalogue(table, *decoded.map);
  print(options.table, made.diagnostics);
  if (!made.catalogue) {
    if (made.bad_rows > 0)
      std::fprintf(stderr, "taskscope catalogue: %zu of %zu rows are bad; there is no catalogue.\n", made.bad_rows,
                   made.rows);
    return std::nullopt;
  }
  return write_catalogue(*made.catalogue);
}

// What was made is read as its readers will: it may be too large, or this program wrong.
bool can_be_read(std::string_view json) {
  const DecodedCatalogue decoded = decode_catalogue(json);
  print("catalogue", decoded.diagnostics);
  return decoded.catalogue.has_value();
}

}  // namespace

int catalogue(Arguments arguments) {
  Options options;
  if (!read_options(arguments, options)) return exit_usage;
  const std::optional<std::string> table = read(options.table, max_table_bytes);
  const std::optional<std::string> map = read(options.map, limits::file_bytes);
  if (!table || !map) return exit_found_errors;
  const std::optional<std::string> json = make(options, *table, *map);
  if (!json || !can_be_read(*json)) return exit_found_errors;
  if (options.output.empty()) return std::fputs(json->c_str(), stdout) < 0 ? exit_found_errors : exit_ok;
  const std::string error = write_file(options.output, *json);
  if (!error.empty()) std::fprintf(stderr, "taskscope: %s\n", error.c_str());
  return error.empty() ? exit_ok : exit_found_errors;
}

}  // namespace taskscope::tools
