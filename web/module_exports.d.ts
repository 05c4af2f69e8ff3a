// What the module exports: see src/host/exports.cpp for what each function does.
export interface TaskscopeModule {
  memory: WebAssembly.Memory;
  _initialize(): void;
  taskscope_start(): void;
  taskscope_buffer(bytes: number): number;
  taskscope_create(canPresent: number): number;
  taskscope_destroy(widget: number): void;
  taskscope_load(widget: number, place: number): number;
  taskscope_load_catalogue(widget: number): number;
  taskscope_diagnostics(widget: number): number;
  taskscope_set_theme(
      widget: number, dark: number, unit: number, devicePixelRatio: number, reducedMotion: number,
      moreContrast: number, family: number): void;
  taskscope_color_tokens(): number;
  taskscope_length_tokens(): number;
  taskscope_set_color(widget: number, token: number, color: number): void;
  taskscope_set_length(widget: number, token: number, cssPixels: number): void;
  taskscope_set_heading_level(widget: number, level: number): void;
  taskscope_set_status(widget: number, place: number, status: number): void;
  taskscope_set_language(widget: number): void;
  taskscope_set_play(widget: number, isThere: number, canShare: number): void;
  taskscope_translate(widget: number): number;
  taskscope_request(widget: number): number;
  taskscope_present(widget: number, slide: number): number;
  taskscope_set_notice(widget: number): void;
  taskscope_state(widget: number): number;
  taskscope_set_state(widget: number): number;
  taskscope_move_pointer(widget: number, x: number, y: number): void;
  taskscope_leave_pointer(widget: number): void;
  taskscope_press_pointer(widget: number, down: number): void;
  taskscope_activate(widget: number, id: number): void;
  taskscope_enter(widget: number, id: number): void;
  taskscope_forget_fonts(): void;
  taskscope_forget_text(widget: number): void;
  taskscope_frame(
      widget: number, width: number, top: number, height: number, screenTop: number, screenBottom: number, fit: number,
      seconds: number, options: number): number;
  taskscope_elements(widget: number): number;
  taskscope_announcement(widget: number): number;
}
