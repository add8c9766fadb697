/** Networks of which both numbers were published; the sizes as their papers name them, the tokens that they were trained on. Second-hand. `at`: its name on a map, in pixels from it. */
export const systems = [
  { name: 'GPT-3', shape: 'square', parameters: 175e9, tokens: 300e9, at: [-9, 5] },
  { name: 'Gopher', shape: 'triangle', parameters: 280e9, tokens: 300e9, at: [9, 5] },
  { name: 'Chinchilla', shape: 'disk', parameters: 70e9, tokens: 1.4e12, at: [10, 20] },
  { name: 'LLaMA 7B', shape: 'diamond', parameters: 6.7e9, tokens: 1e12, at: [-9, 5] },
  { name: 'Llama 3 8B', shape: 'ring', parameters: 8e9, tokens: 15e12, at: [9, 5] },
] as const;
