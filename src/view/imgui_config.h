// Dear ImGui's compile-time configuration: drawing and pointer handling stay; fonts, files, settings, debug tools go.
#pragma once

#include <cstdio>

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS

// Words stand in for characters (word_font.h), and a page may show more than 65,536 different ones.
#define IMGUI_USE_WCHAR32

// A program that names FreeType as its font loader loses stb_truetype; word_font.cpp then supplies the loader itself.
#define IMGUI_ENABLE_FREETYPE

// imgui_format.cpp formats the few patterns that live code uses, without the C library's printf family.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

// Only the settings-file readers and text-to-number widgets scan text, and neither runs here (saves 10 KB of wasm).
#define sscanf(...) 0
