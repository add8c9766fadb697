/** A nursery rhyme of the eighteenth century, which says everything again and again: its last tenth too has been said before. */
const lines = [
  'the house that Jack built.',
  'the malt that lay in',
  'the rat that ate',
  'the cat that killed',
  'the dog that worried',
  'the cow with the crumpled horn that tossed',
  'the maiden all forlorn that milked',
  'the man all tattered and torn that kissed',
  'the priest all shaven and shorn that married',
  'the cock that crowed in the morn that woke',
];

export const jack = lines
  .map(
    (_, verse) =>
      `This is ${lines
        .slice(0, verse + 1)
        .reverse()
        .join('\n')}\n`,
  )
  .join('\n');

/** Some lines of our own, in which little is said twice. */
export const tale =
  'The keeper of the lighthouse kept two books. In the first he wrote what the day had brought: the wind, the ships that went by, ' +
  'the number of gulls on the roof at noon. In the second he wrote, every evening, what he thought the next day would bring. He ' +
  'was often right about the wind and seldom about the gulls.\n\n' +
  'One winter his niece came to stay. She was nine, and she read both books from the first page to the last while the rain beat ' +
  'against the glass. Then she took a pencil and put a mark beside each evening on which the second book had been wrong. There were ' +
  'a great many marks in the early years, fewer in the middle, and after that about as many on every page.\n\n' +
  '“You have stopped learning,” she said.\n\n' +
  'The keeper looked at the marks for a long time. “About the ships I know all there is to know,” he said. “They come with the tide. ' +
  'About the wind I know what anyone can who has only a window. But nobody has ever known how many gulls there will be. If you take ' +
  'the gulls away, you will find that I am hardly ever wrong.”\n\n' +
  'So she rubbed out the marks that were for gulls, and it was as he had said. What was left were three storms, a wreck, and the ' +
  'morning on which she herself had come up the stairs with her box, which no line of the second book had foretold.\n\n' +
  '“You might have known,” she said. “My mother wrote to you.”\n\n' +
  '“She did,” said the keeper, “and the letter came with you on the boat.” He turned to a clean page, thought for a moment, and wrote ' +
  'that tomorrow there would be fog, two colliers going north, and a question at breakfast that he could not answer.\n';
