// The module that Emscripten makes of src/host: see exports.cpp for what each function does.
import type {Page} from './page.js';

export interface TaskscopeModule {
  HEAPU8: Uint8Array;
  _taskscope_start(): void;
  _taskscope_buffer(bytes: number): number;
  _taskscope_create(): number;
  _taskscope_destroy(widget: number): void;
  _taskscope_load(widget: number): number;
  _taskscope_diagnostics(widget: number): number;
  _taskscope_set_theme(
      widget: number, dark: number, unit: number, devicePixelRatio: number, reducedMotion: number,
      moreContrast: number, family: number): void;
  _taskscope_move_pointer(widget: number, x: number, y: number): void;
  _taskscope_leave_pointer(widget: number): void;
  _taskscope_press_pointer(widget: number, down: number): void;
  _taskscope_activate(widget: number, id: number): void;
  _taskscope_forget_fonts(): void;
  _taskscope_forget_text(widget: number): void;
  _taskscope_frame(
      widget: number, width: number, top: number, height: number, screenTop: number, screenBottom: number,
    fit: number, seconds: number, options: number): number;
  _taskscope_elements(widget: number): number;
  _taskscope_announcement(widget: number): number;
}

export interface ModuleOptions {
  page: Page;
  instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
}

export default function createTaskscope(options: ModuleOptions): Promise<TaskscopeModule>;
