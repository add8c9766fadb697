declare module '*.mdx' {
  import type { ComponentType } from 'react';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- components of the vocabulary
  const content: ComponentType<{ components: Readonly<Record<string, ComponentType<any>>> }>;
  export default content;
}
