/** Networks of which both numbers were published; the sizes as their papers name them, the tokens that they were trained on. Second-hand. */
export const systems = [
  { name: 'GPT-3', parameters: 175e9, tokens: 300e9 },
  { name: 'Gopher', parameters: 280e9, tokens: 300e9 },
  { name: 'Chinchilla', parameters: 70e9, tokens: 1.4e12 },
  { name: 'LLaMA 7B', parameters: 6.7e9, tokens: 1e12 },
  { name: 'Llama 3 8B', parameters: 8e9, tokens: 15e12 },
] as const;
