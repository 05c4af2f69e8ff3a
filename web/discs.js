// Draws many discs at once (src/view/discs.h): an instance each, of four vertices. Fetched with the script for what
// readers open, as overviews alone have as many marks.

const bytesOfDisc = 16;  // centre and radius, and a colour

/** In place of the triangles' attributes (web/renderer.js); the scale is at the same place. */
const attribute = {
  disc: 0,
  colour: 1,
  place: 2,
};

// A disc's square is a pixel larger, as its edge is feathered. All discs are placed by one constant attribute.
const vertexShader = `#version 300 es
layout(location=0) in vec3 disc;layout(location=1) in vec4 c;layout(location=2) in vec3 place;
layout(location=3) in vec2 s;out vec2 way;out float radius;out vec4 tint;
void main(){radius=disc.z;way=(vec2(gl_VertexID&1,gl_VertexID>>1)*2.-1.)*(radius+1.);tint=vec4(c.rgb*c.a,c.a);
gl_Position=vec4((vec2(disc.x*place.x,disc.y)+place.yz+way)*s*vec2(1,-1)+vec2(-1,1),0,1);}`;

const fragmentShader = `#version 300 es
precision highp float;in vec2 way;in float radius;in vec4 tint;out vec4 pixel;
void main(){pixel=tint*clamp(radius+.5-length(way),0.,1.);}`;

// What was kept comes back pixel by pixel, from a triangle that covers all; its corner is a constant attribute.
const keptVertexShader = `#version 300 es
layout(location=2) in vec3 place;flat out ivec2 corner;
void main(){corner=ivec2(place.xy);gl_Position=vec4(vec2(gl_VertexID&1,gl_VertexID>>1)*4.-1.,0,1);}`;

const keptFragmentShader = `#version 300 es
precision highp float;uniform sampler2D kept;flat in ivec2 corner;out vec4 pixel;
void main(){pixel=texelFetch(kept,ivec2(gl_FragCoord.xy)-corner,0);}`;

/**
 * A rectangle that is told from the bottom left corner; where the discs are in memory, and how many bytes; their
 * version, as the GPU has those of the last call; in which direction, 1 or -1, x is counted, and from which place.
 * @typedef {[left: number, bottom: number, width: number, height: number, start: number, length: number,
 *     version: number, direction: number, x: number, y: number]} Command
 */

export class Discs {
  #renderer;
  #gl;
  /** @type {WebGLProgram | null} */
  #program = null;
  /** @type {WebGLBuffer | null} */
  #buffer = null;
  /** @type {WebGLVertexArrayObject | null} */
  #array = null;
  /** Of the discs that the GPU has. */
  #version = 0;
  /** How the discs were drawn last, and, where that was twice, a texture of it: thousands of them take a GPU long. */
  #drawn = '';
  /** @type {{program: WebGLProgram | null, frame: WebGLFramebuffer, looks: string} | null} */
  #kept = null;

  /** @param {import('./renderer.js').Renderer} renderer */
  constructor(renderer) {
    this.#renderer = renderer;
    this.#gl = renderer.gl;
    this.start();
  }

  /** Sets up a context that is new, or that came back empty after it was lost. */
  start() {
    const gl = this.#gl;
    const bound = gl.getParameter(gl.ARRAY_BUFFER_BINDING);
    this.#version = 0;
    this.#drawn = '';
    this.#kept = null;
    this.#program = this.#renderer.compile(vertexShader, fragmentShader);
    this.#buffer = gl.createBuffer();
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.vertexAttribPointer(attribute.disc, 3, gl.FLOAT, false, bytesOfDisc, 0);
    gl.vertexAttribPointer(attribute.colour, 4, gl.UNSIGNED_BYTE, true, bytesOfDisc, 12);
    for (const index of [attribute.disc, attribute.colour]) {
      gl.enableVertexAttribArray(index);
      gl.vertexAttribDivisor(index, 1);
    }
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, bound);
  }

  /** Waits for what was compiled, before others wait for the GPU too. */
  prepare() {
    this.#gl.useProgram(this.#program);
  }

  /**
   * Draws discs within the rectangle, and leaves all else as it was.
   * @param {ArrayBufferLike} memory
   * @param {Command} command
   */
  draw(memory, ...command) {
    const gl = this.#gl;
    const [program, buffer] = [gl.CURRENT_PROGRAM, gl.ARRAY_BUFFER_BINDING].map((name) => gl.getParameter(name));
    const [left, bottom, width, height, start, length, version] = command;
    gl.bindVertexArray(this.#array);
    if (this.#version !== version) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
      gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(memory, start, length), gl.DYNAMIC_DRAW);
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      this.#version = version;
    }
    gl.scissor(left, bottom, width, height);
    const looks = [...command, gl.canvas.width, gl.canvas.height].join();
    if (looks === this.#drawn) {
      this.#drawKept(looks, command);
    } else {
      this.#drawDiscs(command);
    }
    this.#drawn = looks;
    gl.bindVertexArray(null);
    gl.useProgram(program);
  }

  /** @param {Command} command */
  #drawDiscs([, , , , , length, , direction, x, y]) {
    const gl = this.#gl;
    gl.useProgram(this.#program);
    gl.vertexAttrib3f(attribute.place, direction, x, y);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, length / bytesOfDisc);
  }

  /** @param {string} looks @param {Command} command */
  #drawKept(looks, command) {
    const gl = this.#gl;
    const [left, bottom] = command;
    const kept = this.#kept ??= this.#makeKept();
    if (kept.looks !== looks) this.#keep(kept, command);
    kept.looks = looks;
    gl.useProgram(kept.program);
    gl.vertexAttrib3f(attribute.place, left, bottom, 0);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  /** A texture to keep discs in, in a unit of its own. */
  #makeKept() {
    const gl = this.#gl;
    const program = this.#renderer.compile(keptVertexShader, keptFragmentShader);
    const frame = gl.createFramebuffer(), texture = gl.createTexture();
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.activeTexture(gl.TEXTURE0);
    if (program) {
      gl.useProgram(program);
      gl.uniform1i(gl.getUniformLocation(program, 'kept'), 1);
    }
    return {program, frame, looks: ''};
  }

  /** @param {{frame: WebGLFramebuffer}} kept @param {Command} command */
  #keep({frame}, command) {
    const gl = this.#gl;
    const [left, bottom, width, height] = command;
    gl.activeTexture(gl.TEXTURE1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.viewport(-left, -bottom, gl.canvas.width, gl.canvas.height);
    gl.scissor(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.#drawDiscs(command);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, gl.canvas.width, gl.canvas.height);
    gl.scissor(left, bottom, width, height);
  }
}
