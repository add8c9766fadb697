/** Written for this figure, in the manner of the books that the network learned from; it stands in none of them. */
export const passage =
  'The new doctor came to the village in the first week of March, with two trunks, a black bag, and a letter which nobody but the rector was allowed to read. ' +
  'He was a young man, with a grave face and a quiet voice, and he said very little of himself. "I do not promise anything," he told the old women who came to ask him about their knees. ' +
  '"I can only say how often it has gone well with others." They did not like this at all. The doctor before him had been sure of everything, and had buried half of the parish in the greatest confidence.\n' +
  'In the summer there was a fever in the houses by the river. The doctor went from door to door, and in the evening he sat at his table and wrote down what he had said to each, and what had come of it. ' +
  'When he had said that a child would be well on Sunday, he looked on Sunday whether it was well. "You are a strange man," said the rector, who had found him at this work. "Do you not trust yourself?" ' +
  '"I trust myself," said the doctor, "as far as I have counted." The rector laughed, and took a glass of wine, and went home in the dark.\n' +
  'By the end of the year the book was full. It was not a pleasant book to read. Where he had been nearly certain he had been wrong one time in five; and where he had thought that all was lost, the half of them were walking about in the street. ' +
  'He shut the book, and put it upon the shelf, and for some time he looked out of the window at the snow. Then he took a new one, and wrote upon the first page of it the name of the day, and under it: "Say less."';
