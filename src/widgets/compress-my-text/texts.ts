/** Written for this figure. */
export const story = `The old man had kept the lighthouse for thirty years, and in all that time he had not once been late with the lamp. He lived on tea and bread, and on the letters of his sister, which came with the boat on the first day of every month. When the wind was from the north the boat did not come, and then he read the old letters again.

One evening in November he saw a small light on the water where no light should be. He took his coat and went down to the rocks. The sea was quiet, and the light came slowly nearer, and at last he could see that it was a lantern, and that a girl of perhaps ten years was holding it. "Are you the keeper?" she asked. "My mother says that you must come at once." He looked up at the tower. The lamp was burning as it should. For the first time in thirty years he was afraid to leave it.`;

export const german = `Der alte Mann hatte den Leuchtturm dreißig Jahre lang gehütet, und in all der Zeit war er mit der Lampe nicht ein einziges Mal zu spät gewesen. Er lebte von Tee und Brot und von den Briefen seiner Schwester, die am ersten Tag jedes Monats mit dem Boot kamen. Wenn der Wind von Norden wehte, kam das Boot nicht, und dann las er noch einmal die alten Briefe.`;

/** 200 rows of a table that a formula fills: 7 i² modulo 1000. */
export const table = Array.from(
  { length: 200 },
  (_, i) => `${i},${(7 * i * i) % 1000},${i % 3 === 0 ? 'yes' : 'no'}`,
).join('\n');

/** No compressor here knows where they come from. */
export const digits = (13n ** 800n).toString().slice(0, 800);
