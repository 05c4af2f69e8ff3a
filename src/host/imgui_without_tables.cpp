// Dear ImGui's core refers to tables and columns in case a window has some, and that alone would link code of theirs.
// There are no windows here (view/canvas.h). These empty definitions are weak: should a later Dear ImGui ask for more
// of its tables, the linker takes the real ones, all of them.
#include <imgui.h>
#include <imgui_internal.h>

#define UNUSED_HERE __attribute__((weak))

namespace ImGui {

UNUSED_HERE void EndTable() {}
UNUSED_HERE void TableEndRow(ImGuiTable*) {}
UNUSED_HERE void TableEndCell(ImGuiTable*) {}
UNUSED_HERE void TablePushBackgroundChannel() {}
UNUSED_HERE void TablePopBackgroundChannel() {}
UNUSED_HERE void TablePushColumnChannel(int) {}
UNUSED_HERE void TablePopColumnChannel() {}
UNUSED_HERE void TableGcCompactSettings() {}
UNUSED_HERE void TableGcCompactTransientBuffers(ImGuiTable*) {}
UNUSED_HERE void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
UNUSED_HERE void TableSettingsAddSettingsHandler() {}
UNUSED_HERE void EndColumns() {}
UNUSED_HERE void PushColumnsBackground() {}
UNUSED_HERE void PopColumnsBackground() {}

}  // namespace ImGui
