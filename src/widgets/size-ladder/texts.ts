/** What is read before the reader gives a text: 575 characters, written for this figure. */
export const prepared =
  'The harbor was quiet when the old ship came in. Nobody had expected her before the spring, and the men on the pier put down ' +
  'their nets and looked. Her sails were brown and patched, and there was no flag. A boy ran up the hill to tell his mother. ' +
  '"She is back," he cried, "the ship is back!" But the woman only shook her head and went on with her bread. She had waited ' +
  'for eleven years, and she knew that a ship is not a man. In the evening the captain came to the door, with his hat in his ' +
  'hand, and asked for a glass of water. Then he told her what he had seen in the south.';
