/** A module of AssemblyScript, compiled to WebAssembly by `build/assembly.ts`, in base64. */
declare module '*?assembly' {
  const base64: string;
  export default base64;
}
