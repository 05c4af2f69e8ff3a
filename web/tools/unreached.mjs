// What Dear ImGui refers to and the dashboard never has it run, so that split.mjs can put it into the module's second
// part with whatever it alone calls. Were one of these called all the same before that part is there, the frame would
// end with an error that is reported, and the widgets be drawn again once the part has come (Widget.draw); tests of the
// page fail on such an error.
const groups = {
  'io.ConfigErrorRecovery is off, and its tooltips were what shows texts (view/dashboard.cpp)': [
    'ImGui::ErrorRecoveryTryToRecoverWindowState',
    'ImGui::SetTooltip',
    'ImGui::EndGroup',
    'ImGui::EndPopup',
    'ImGui::IsItemHovered',
    'ImGui::ItemSize',
    'ImGui::LogRenderedText',
    'ImGui::MultiSelectAddSetAll',
    'ImGui::MultiSelectAddSetRange',
    'ImGui::PopStyleColor',
    'ImGui::PopStyleVar',
    'ImGui::PushStyleColor',
    'ImGui::RenderText',
    'BoxSelectPreStartDrag',
  ],
  'there is one window, without title, border, grip, scrollbar, menu or popup (canvas_flags)': [
    'ImGui::ArrowButtonEx',
    'ImGui::ClosePopupToLevel',
    'ImGui::FindBestWindowPosForPopup',
    'ImGui::FindBestWindowPosForPopupEx',
    'ImGui::IsPopupOpen',
    'ImGui::RenderDimmedBackgroundBehindWindow',
    'ImGui::RenderFrame',
    'ImGui::Scrollbar',
    'ImGui::ScrollToRectEx',
    'ImGui::Selectable',
    'CalcResizePosSizeFromAnyCorner',
    'GetResizeBorderRect',
    'LockWheelingWindow',
    'RenderWindowOuterSingleBorder',
  ],
  'no key is ever told, for keys are the mirrored elements’ business (ImGuiConfigFlags_NoKeyboard)': [
    'ImGui::IsKeyPressed',
    'ImGui::NavApplyItemToResult',
    'ImGui::NavCalcPreferredRefPos',
    'ImGui::NavMoveRequestForward',
    'ImGui::NavMoveRequestSubmit',
    'ImGui::NavRestoreLayer',
    'ImGui::NavScoreItem',
    'FindWindowNavFocusable',
    'NavUpdateWindowingTarget',
  ],
  'nothing is kept in a settings file (io.IniFilename)': [
    'ImGui::CreateNewWindowSettings',
    'ImGui::SaveIniSettingsToDisk',
    'ApplyWindowSettings',
    'WindowSettingsHandler_ApplyAll',
    'WindowSettingsHandler_ClearAll',
    'WindowSettingsHandler_ReadLine',
    'WindowSettingsHandler_ReadOpen',
    'WindowSettingsHandler_WriteAll',
  ],
  'lines are broken by view/line_break': ['ImFont::CalcWordWrapPosition'],
  'the C library asks it for sines of angles beyond two turns': ['__rem_pio2f'],
};

export const unreached = Object.values(groups).flat();
