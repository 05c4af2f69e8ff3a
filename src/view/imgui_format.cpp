// In place of Dear ImGui's text formatting, which would link the C library's printf family: it names windows and writes
// settings files, of which there are none here (view/canvas.h).
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>

int ImFormatStringV(char* buffer, size_t size, const char*, va_list) {
  if (buffer && size > 0) *buffer = '\0';
  return 0;
}

int ImFormatString(char* buffer, size_t size, const char*, ...) {
  if (buffer && size > 0) *buffer = '\0';
  return 0;
}
