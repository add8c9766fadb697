/** A module of AssemblyScript, compiled to WebAssembly by `build/assembly.ts`, in hexadecimal digits. */
declare module '*?assembly' {
  const digits: string;
  export default digits;
}
