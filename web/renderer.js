// Draws the module's triangles with WebGL2 (src/host/renderer.cpp decides which). All colours are premultiplied, since
// the browser paints glyphs that way; the state is this class's own, so nothing is ever saved or read back.

const attribute = {
  position: 0,
  texel: 1,
  colour: 2,
  scale: 3,
};

const vertexBytes = 20;  // two floats of position, two of texture coordinates, four bytes of colour
const indexBytes = 2;

// The scale is a constant attribute rather than a uniform: it needs no look-up.
const vertexShader = `#version 300 es
layout(location=0) in vec2 p;layout(location=1) in vec2 t;layout(location=2) in vec4 c;layout(location=3) in vec2 s;
out vec2 texel;out vec4 tint;
void main(){texel=t;tint=vec4(c.rgb*c.a,c.a);gl_Position=vec4(p*s*vec2(1,-1)+vec2(-1,1),0,1);}`;

const fragmentShader = `#version 300 es
precision mediump float;uniform sampler2D atlas;in vec2 texel;in vec4 tint;out vec4 pixel;
void main(){pixel=tint*texture(atlas,texel);}`;

export class Renderer {
  gl;
  /** Compiled while other things happen; its first use waits for that. @type {WebGLProgram | null} */
  #program = null;
  /** What draws discs, once it was fetched (web/discs.js). @type {import('./discs.js').Discs | null} */
  discs = null;

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.gl = gl;
    this.start();
  }

  /** Sets up a context that is new, or that came back empty after it was lost. */
  start() {
    const gl = this.gl;
    this.#program = this.compile(vertexShader, fragmentShader);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    // Words are drawn on whole pixels, one texel each.
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const index of [attribute.position, attribute.texel, attribute.colour]) gl.enableVertexAttribArray(index);
    gl.enable(gl.BLEND);
    gl.enable(gl.SCISSOR_TEST);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.discs?.start();
  }

  /**
   * Has a program compiled, which is not waited for.
   * @param {string} vertex
   * @param {string} fragment
   */
  compile(vertex, fragment) {
    const gl = this.gl;
    const program = gl.createProgram();
    /** @type {[number, string][]} */
    const shaders = [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]];
    for (const [kind, source] of shaders) {
      const shader = gl.createShader(kind);
      if (!shader) return null;  // the context is lost, and its coming back starts anew
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    return program;
  }

  /**
   * Makes the texture of the words of this size, and transparent.
   * @param {number} width
   * @param {number} height
   */
  resetAtlas(width, height) {
    const gl = this.gl;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  }

  /**
   * @param {HTMLCanvasElement} atlas
   * @param {{left: number, top: number, right: number, bottom: number}} changed the part to be taken
   */
  uploadAtlas(atlas, {left, top, right, bottom}) {
    const gl = this.gl;
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, left);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, top);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, right - left, bottom - top, gl.RGBA, gl.UNSIGNED_BYTE, atlas);
  }

  /**
   * @param {number} width in the pixels that the picture is laid out for
   * @param {number} height
   * @param {number} fit by how much it is drawn larger
   * @param {number} background 0xAABBGGRR
   */
  beginPicture(width, height, fit, background) {
    const gl = this.gl;
    this.discs?.prepare();
    gl.useProgram(this.#program);
    const fittedWidth = Math.round(width * fit);
    const fittedHeight = Math.round(height * fit);
    // Each assignment makes browsers clear the canvas, the same number too.
    if (gl.canvas.width !== fittedWidth) gl.canvas.width = fittedWidth;
    if (gl.canvas.height !== fittedHeight) gl.canvas.height = fittedHeight;
    gl.viewport(0, 0, fittedWidth, fittedHeight);
    gl.scissor(0, 0, fittedWidth, fittedHeight);
    const channel = (/** @type {number} */ shift) => (background >> shift & 255) / 255;
    gl.clearColor(channel(0), channel(8), channel(16), channel(24));
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.vertexAttrib2f(attribute.scale, 2 / width, 2 / height);
  }

  /**
   * @param {Uint8Array} vertices
   * @param {Uint8Array} indices
   */
  setGeometry(vertices, indices) {
    const gl = this.gl;
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
  }

  /**
   * Draws within a rectangle that is told from the bottom left corner. Attributes are pointed at the triangles' own
   * first vertex, which is how 16-bit indices reach beyond 65,536 vertices.
   * @param {number} left
   * @param {number} bottom
   * @param {number} width
   * @param {number} height
   * @param {number} firstVertex
   * @param {number} firstIndex
   * @param {number} count of indices
   */
  drawTriangles(left, bottom, width, height, firstVertex, firstIndex, count) {
    const gl = this.gl;
    const base = firstVertex * vertexBytes;
    gl.scissor(left, bottom, width, height);
    gl.vertexAttribPointer(attribute.position, 2, gl.FLOAT, false, vertexBytes, base);
    gl.vertexAttribPointer(attribute.texel, 2, gl.FLOAT, false, vertexBytes, base + 8);
    gl.vertexAttribPointer(attribute.colour, 4, gl.UNSIGNED_BYTE, true, vertexBytes, base + 16);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, firstIndex * indexBytes);
  }
}
