// Draws many discs at once (src/view/discs.h). Fetched with the script for what readers open, as overviews alone have
// as many marks.

const bytesOfDisc = 16;   // centre and radius, and a colour: a texel of four whole numbers
const discsInRow = 1024;  // of the texture that the GPU has them in
const verticesOfDisc = 6;

/** What attribute tells the place; the scale is where triangles have it (web/renderer.js). */
const placeAttribute = 2;

// Two triangles a disc, all of them in one go: as instances, each would be a drawing of its own to graphics in
// software. A square is a pixel larger than its disc, as the edge is feathered. All are placed by one constant
// attribute. The texture is an array of one, for its sampler to share the first unit with the words' texture and need
// no look-up.
const vertexShader = `#version 300 es
precision highp usampler2DArray;uniform usampler2DArray discs;
layout(location=2) in vec3 place;layout(location=3) in vec2 s;out vec2 way;out float radius;out vec4 tint;
void main(){int n=gl_VertexID/${verticesOfDisc},k=gl_VertexID%${verticesOfDisc};k-=k/3*2;
uvec4 d=texelFetch(discs,ivec3(n%${discsInRow},n/${discsInRow},0),0);vec3 disc=uintBitsToFloat(d.xyz);
vec4 c=vec4(d.w&255u,d.w>>8&255u,d.w>>16&255u,d.w>>24)/255.;
radius=disc.z;way=(vec2(k&1,k>>1)*2.-1.)*(radius+1.);tint=vec4(c.rgb*c.a,c.a);
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
  /** Of attributes that are constant, all of them. @type {WebGLVertexArrayObject | null} */
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
    this.#version = 0;
    this.#drawn = '';
    this.#kept = null;
    this.#program = this.#renderer.compile(vertexShader, fragmentShader);
    this.#array = gl.createVertexArray();
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
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
    const program = gl.getParameter(gl.CURRENT_PROGRAM);
    const [left, bottom, width, height, start, length, version] = command;
    gl.bindVertexArray(this.#array);
    if (this.#version !== version) this.#upload(new Uint32Array(memory, start, length / 4));
    this.#version = version;
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

  /** @param {Uint32Array} discs */
  #upload(discs) {
    const gl = this.#gl;
    const wholes = discsInRow * bytesOfDisc / discs.BYTES_PER_ELEMENT;  // in a row
    const rows = Math.ceil(discs.length / wholes);
    const texels = new Uint32Array(rows * wholes);
    texels.set(discs);
    for (const skip of [gl.UNPACK_SKIP_PIXELS, gl.UNPACK_SKIP_ROWS]) gl.pixelStorei(skip, 0);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage3D(
        gl.TEXTURE_2D_ARRAY, 0, gl.RGBA32UI, discsInRow, rows, 1, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, texels);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  }

  /** @param {Command} command */
  #drawDiscs([, , , , , length, , direction, x, y]) {
    const gl = this.#gl;
    gl.useProgram(this.#program);
    gl.vertexAttrib3f(placeAttribute, direction, x, y);
    gl.drawArrays(gl.TRIANGLES, 0, verticesOfDisc * length / bytesOfDisc);
  }

  /** @param {string} looks @param {Command} command */
  #drawKept(looks, command) {
    const gl = this.#gl;
    const [left, bottom] = command;
    const kept = this.#kept ??= this.#makeKept();
    if (kept.looks !== looks) this.#keep(kept, command);
    kept.looks = looks;
    gl.useProgram(kept.program);
    gl.vertexAttrib3f(placeAttribute, left, bottom, 0);
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
