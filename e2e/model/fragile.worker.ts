/** The TensorFlow.js worker, whose graphics context can be taken away by a message. */
import '#workers/tensorflow.worker.ts';

const { getContext } = OffscreenCanvas.prototype;
const contexts: RenderingContext[] = [];

OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...options: Parameters<typeof getContext>) {
  const context = Reflect.apply(getContext, this, options);
  if (context) contexts.push(context);
  return context;
} as typeof getContext;

addEventListener('message', ({ data }) => {
  if (data.kind !== 'lose context') return;
  for (const context of contexts) (context as WebGL2RenderingContext).getExtension('WEBGL_lose_context')?.loseContext();
});
