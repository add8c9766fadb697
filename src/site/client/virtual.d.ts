/** Written by `build/embedEntries.ts`. */
declare module 'virtual:widgets' {
  import type { AnyWidget } from '#contract/spec.ts';
  import type { WidgetHostProps } from '#kit/host/WidgetHost.tsx';

  export const widgets: Readonly<
    Record<string, () => Promise<{ readonly spec: AnyWidget; readonly View: WidgetHostProps['View'] }>>
  >;
}
