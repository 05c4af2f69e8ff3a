// What Dear ImGui refers to and the dashboard never has it run, so that split.mjs can put it into the module's second
// part with whatever it alone calls. Were one of these called all the same before that part is there, the frame would
// end with an error that is reported, and the widgets be drawn again once the part has come (Widget.draw); tests of the
// page fail on such an error.
const groups = {
  'nothing is kept in a settings file (io.IniFilename)': [
    'ImGui::SaveIniSettingsToDisk',
    'WindowSettingsHandler_ApplyAll',
    'WindowSettingsHandler_ClearAll',
    'WindowSettingsHandler_ReadLine',
    'WindowSettingsHandler_ReadOpen',
    'WindowSettingsHandler_WriteAll',
  ],
  'the C library asks it for sines of angles beyond two turns': ['__rem_pio2f'],
};

export const unreached = Object.values(groups).flat();
