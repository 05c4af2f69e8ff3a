// The door to the page, one function a line: page.h says what each does.
// Emscripten merges these into its glue; `Module.page` is what the loader passed in.
mergeInto(LibraryManager.library, {
  page_font_metrics__sig: 'viiifi',
  page_font_metrics: function(family, weight, lightInk, px, out) {
    Module['page']['fontMetrics'](family, weight, lightInk, px, HEAPF32.subarray(out >> 2, (out >> 2) + 2));
  },

  page_measure__sig: 'viiifiii',
  page_measure: function(family, weight, lightInk, px, text, bytes, out) {
    Module['page']['measure'](
        family, weight, lightInk, px, HEAPU8.subarray(text, text + bytes), HEAPF32.subarray(out >> 2, (out >> 2) + 6));
  },

  page_reset_atlas__sig: 'viiii',
  page_reset_atlas: function(width, height, whiteX, whiteY) {
    Module['page']['resetAtlas'](width, height, whiteX, whiteY);
  },

  page_paint__sig: 'viiifiiiffiiii',
  page_paint: function(family, weight, lightInk, px, text, bytes, coloured, penX, penY, x, y, width, height) {
    Module['page']['paint'](
        family, weight, lightInk, px, HEAPU8.subarray(text, text + bytes), coloured, penX, penY, x, y, width, height);
  },

  page_upload_atlas__sig: 'v',
  page_upload_atlas: function() {
    Module['page']['uploadAtlas']();
  },

  page_use_context__deps: ['$GL'],
  page_use_context__sig: 'v',
  page_use_context: function() {
    var context = GL.registerContext(Module['page']['gl'], {majorVersion: 2, enableExtensionsByDefault: false});
    GL.makeContextCurrent(context);
  },
});
