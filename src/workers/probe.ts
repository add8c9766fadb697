import type { Answers } from './protocol.ts';

/** Names under which browsers offer WebGL without a graphics processor. */
const SOFTWARE = /SwiftShader|llvmpipe|softpipe|Basic Render/i;

/** Which graphics processor WebGL would use in a worker, if it is there. */
export function probe(): Answers['probe'] {
  if (typeof OffscreenCanvas === 'undefined') return { software: false };
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return { software: false };
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  // Contexts are few: this one is given back at once.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { renderer, software: SOFTWARE.test(renderer) };
}
