# Provides the targets imgui, nlohmann_json and, natively, doctest. None of them lives in this repository.
#
# Each one comes from FETCHCONTENT_SOURCE_DIR_<NAME> if that is set, else by one of two routes:
#   github  CMake's FetchContent, pinned to a commit
#   debian  nlohmann-json3-dev and doctest-dev as installed; Dear ImGui as a signed source package of a later Debian,
#           since the installed release's own is too old: fetched by apt without touching the system's apt
# Every configure says which dependency came from where.
include(FetchContent)

set(TASKSCOPE_DEPENDENCIES auto CACHE STRING
  "Origin of dependencies: auto (github if reachable, else debian), github, debian")
set_property(CACHE TASKSCOPE_DEPENDENCIES PROPERTY STRINGS auto github debian)

# Build trees share what was fetched. FetchContent's own trees tolerate that only under the same generator.
set(dependency_cache ${PROJECT_SOURCE_DIR}/build/dependencies)
string(MAKE_C_IDENTIFIER "github ${CMAKE_GENERATOR}" github_cache)
set(FETCHCONTENT_BASE_DIR ${dependency_cache}/${github_cache})

set(imgui_suite forky)
# Debian's moving suites call their index stale after a week. Half a year (in seconds) lets seldom updated mirrors pass;
# signatures are checked all the same, and an older index can only offer an older release that is still new enough.
set(seldom_updated_mirror 15552000)
set(imgui_oldest 1.92.2)  # the first release whose font loaders can be replaced and whose fonts are dynamic

# Asks only once per build tree: an answer that changed later would move the dependencies under the developer.
function(is_github_reachable result)
  if(NOT DEFINED TASKSCOPE_GITHUB_REACHABLE)
    message(STATUS "Asking whether GitHub can be reached (5 s at most)")
    find_package(Git QUIET)
    set(status "no git")
    if(Git_FOUND)
      execute_process(
        COMMAND ${CMAKE_COMMAND} -E env GIT_TERMINAL_PROMPT=0
          ${GIT_EXECUTABLE} ls-remote --quiet https://github.com/ocornut/imgui HEAD
        TIMEOUT 5 RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    endif()
    string(COMPARE EQUAL "${status}" 0 reachable)
    set(TASKSCOPE_GITHUB_REACHABLE ${reachable} CACHE INTERNAL "GitHub answered at the first configure")
  endif()
  set(${result} ${TASKSCOPE_GITHUB_REACHABLE} PARENT_SCOPE)
endfunction()

function(choose_route result)
  set(route ${TASKSCOPE_DEPENDENCIES})
  if(route STREQUAL auto)
    is_github_reachable(reachable)
    set(route debian)
    if(reachable)
      set(route github)
    endif()
  elseif(NOT route MATCHES "^(github|debian)$")
    message(FATAL_ERROR "TASKSCOPE_DEPENDENCIES is \"${route}\"; it can be auto, github or debian")
  endif()
  set(${result} ${route} PARENT_SCOPE)
endfunction()

# The Debian mirror that this machine's apt already uses.
function(find_debian_mirror result)
  execute_process(COMMAND apt-get indextargets --format "$(SITE)" "Created-By: Packages"
    OUTPUT_VARIABLE sites RESULT_VARIABLE status ERROR_QUIET)
  if(NOT status EQUAL 0 OR NOT sites MATCHES "([^\n]*/debian/?)\n")
    message(FATAL_ERROR "GitHub is not used, and apt here knows no Debian mirror to fetch Dear ImGui from. "
      "Set FETCHCONTENT_SOURCE_DIR_IMGUI to a checkout of ${imgui_oldest} or later.")
  endif()
  set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

# A private apt: its own sources, lists and cache, the system's keyring. It needs no root and leaves the system alone.
function(fetch_debian_imgui directory)
  find_debian_mirror(mirror)
  message(STATUS "Fetching the source package of Dear ImGui, Debian ${imgui_suite} (once; some seconds)")
  set(work ${dependency_cache}/apt)
  file(REMOVE_RECURSE ${work})
  file(MAKE_DIRECTORY ${work}/lists/partial ${work}/cache/archives/partial ${work}/sources ${work}/extracted)
  file(WRITE ${work}/sources/suite.sources
    "Types: deb-src\nURIs: ${mirror}\nSuites: ${imgui_suite}\nComponents: main\n"
    "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
    "Valid-Until-Min: ${seldom_updated_mirror}\n")
  set(apt apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts=${work}/sources
    -o Dir::State::Lists=${work}/lists -o Dir::Cache=${work}/cache -o APT::Sandbox::User=root)
  execute_process(COMMAND ${apt} update COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${apt} source --download-only imgui WORKING_DIRECTORY ${work} COMMAND_ERROR_IS_FATAL ANY)
  # The upstream archive within the source package; Debian's own changes concern its makefile only.
  file(GLOB archive ${work}/imgui_*.orig.tar.?z)
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${work}/extracted)
  file(GLOB extracted ${work}/extracted/*)
  cmake_path(GET archive FILENAME archive)
  file(WRITE ${extracted}/origin.txt "Debian ${imgui_suite}, ${archive}")
  file(RENAME ${extracted} ${directory})
  file(REMOVE_RECURSE ${work})
endfunction()

# Links an installed header folder into a folder of its own: /usr/include must never be on a WebAssembly include path.
function(link_debian_headers directory package installed linked)
  if(NOT EXISTS ${installed})
    message(FATAL_ERROR "${installed} is missing: apt-get install ${package}")
  endif()
  cmake_path(GET linked PARENT_PATH parent)
  file(MAKE_DIRECTORY ${directory}/${parent})
  file(CREATE_LINK ${installed} ${directory}/${linked} SYMBOLIC)
  file(CREATE_LINK /usr/share/doc/${package}/copyright ${directory}/copyright SYMBOLIC)
  file(WRITE ${directory}/origin.txt "Debian package ${package}")
endfunction()

function(fetch_debian name directory)
  cmake_path(GET directory PARENT_PATH parent)
  file(MAKE_DIRECTORY ${parent})
  file(LOCK ${dependency_cache}/lock GUARD FUNCTION TIMEOUT 300)
  if(EXISTS ${directory}/origin.txt)
    return()
  elseif(name STREQUAL imgui)
    fetch_debian_imgui(${directory})
  elseif(name STREQUAL nlohmann_json)
    link_debian_headers(${directory} nlohmann-json3-dev /usr/include/nlohmann include/nlohmann)
  elseif(name STREQUAL doctest)
    link_debian_headers(${directory} doctest-dev /usr/include/doctest doctest)
  endif()
endfunction()

# Sets <name>_SOURCE_DIR and <name>_ORIGIN.
macro(fetch_dependency name repository commit)
  string(TOUPPER ${name} upper_name)
  if(FETCHCONTENT_SOURCE_DIR_${upper_name})
    set(${name}_SOURCE_DIR ${FETCHCONTENT_SOURCE_DIR_${upper_name}})
    set(${name}_ORIGIN "FETCHCONTENT_SOURCE_DIR_${upper_name} (${${name}_SOURCE_DIR})")
  else()
    choose_route(route)
    if(route STREQUAL github)
      # A SOURCE_SUBDIR that is not there: the sources are wanted, not the project's own CMakeLists.txt.
      FetchContent_Declare(${name} GIT_REPOSITORY https://github.com/${repository} GIT_TAG ${commit}
        GIT_PROGRESS TRUE SOURCE_SUBDIR no-project)
      FetchContent_MakeAvailable(${name})
      set(${name}_ORIGIN "github.com/${repository} at ${commit}")
    else()
      set(${name}_SOURCE_DIR ${dependency_cache}/debian/${name})
      fetch_debian(${name} ${${name}_SOURCE_DIR})
      file(READ ${${name}_SOURCE_DIR}/origin.txt ${name}_ORIGIN)
    endif()
  endif()
endmacro()

# Joins the numbers or strings that a header defines in lines such as `#define NAME_MAJOR 3`.
function(read_version result header pattern)
  file(STRINGS ${header} lines REGEX "#define ${pattern}")
  set(parts)
  foreach(line IN LISTS lines)
    string(REGEX MATCH "#define ${pattern} +\"?([0-9a-z.]+)" ignored "${line}")
    list(APPEND parts ${CMAKE_MATCH_${CMAKE_MATCH_COUNT}})
  endforeach()
  list(JOIN parts . version)
  set(${result} ${version} PARENT_SCOPE)
endfunction()

fetch_dependency(imgui ocornut/imgui 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)          # v1.92.2b
read_version(imgui_VERSION ${imgui_SOURCE_DIR}/imgui.h "IMGUI_VERSION ")
message(STATUS "Dear ImGui ${imgui_VERSION}: ${imgui_ORIGIN}")
if(imgui_VERSION VERSION_LESS imgui_oldest)
  message(FATAL_ERROR "Dear ImGui ${imgui_oldest} or later is needed")
endif()
add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="view/imgui_config.h")
target_compile_options(imgui PRIVATE -w)

fetch_dependency(nlohmann_json nlohmann/json bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d)  # v3.11.2
read_version(nlohmann_json_VERSION ${nlohmann_json_SOURCE_DIR}/include/nlohmann/detail/abi_macros.hpp
  "NLOHMANN_JSON_VERSION_(MAJOR|MINOR|PATCH)")
message(STATUS "nlohmann/json ${nlohmann_json_VERSION}: ${nlohmann_json_ORIGIN}")
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${nlohmann_json_SOURCE_DIR}/include)
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)

if(NOT EMSCRIPTEN)
  fetch_dependency(doctest doctest/doctest b7c21ec5ceeadb4951b00396fc1e4642dd347e5f)    # v2.4.9
  read_version(doctest_VERSION ${doctest_SOURCE_DIR}/doctest/doctest.h "DOCTEST_VERSION_(MAJOR|MINOR|PATCH)")
  message(STATUS "doctest ${doctest_VERSION}: ${doctest_ORIGIN}")
  add_library(doctest INTERFACE)
  target_include_directories(doctest SYSTEM INTERFACE ${doctest_SOURCE_DIR})
endif()

# For THIRD_PARTY_NOTICES.txt (web/tools/notices.mjs): what ends up in the module, and where its licence is.
if(EMSCRIPTEN)
  function(list_licences result name)
    file(GLOB files ${ARGN})
    list(TRANSFORM files REPLACE ".+" "\"\\0\"")
    list(JOIN files ", " files)
    set(${result} "{\"name\": \"${name}\", \"licences\": [${files}]}" PARENT_SCOPE)
  endfunction()

  list_licences(imgui_entry "Dear ImGui ${imgui_VERSION}" ${imgui_SOURCE_DIR}/LICENSE.txt)
  list_licences(nlohmann_json_entry "nlohmann/json ${nlohmann_json_VERSION}"
    ${nlohmann_json_SOURCE_DIR}/LICENSE.MIT ${nlohmann_json_SOURCE_DIR}/copyright)
  # Debian keeps most of Emscripten's licences in one file, others have them beside the sources.
  list_licences(emscripten_entry
    "Emscripten ${EMSCRIPTEN_VERSION}: the system libraries musl, libc++, libc++abi, compiler-rt"
    ${EMSCRIPTEN_ROOT_PATH}/LICENSE
    ${EMSCRIPTEN_ROOT_PATH}/../doc/emscripten/copyright
    ${EMSCRIPTEN_ROOT_PATH}/system/lib/libc/musl/COPYRIGHT
    ${EMSCRIPTEN_ROOT_PATH}/system/lib/libcxx/LICENSE.TXT
    ${EMSCRIPTEN_ROOT_PATH}/system/lib/libcxxabi/LICENSE.TXT
    ${EMSCRIPTEN_ROOT_PATH}/system/lib/compiler-rt/LICENSE.TXT)
  file(WRITE ${PROJECT_BINARY_DIR}/third_party.json
    "[\n${imgui_entry},\n${nlohmann_json_entry},\n${emscripten_entry}\n]\n")
endif()
